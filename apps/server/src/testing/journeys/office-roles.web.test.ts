/** Everybody in the back office sees what the role allows, and no screen breaks or asks for what it may not have. */
import { permissionsOf, type Role, roles } from '@tandem/contract/permissions.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { settled } from './settled.ts';

const password = 'correct horse battery';
const others = roles.filter((role) => role !== 'owner');
let world: TestWorld;
let journey: Journey;

beforeAll(async () => {
  world = await createTestWorld({ pieces: 5 });
  journey = await openJourney(world.database);
  const owner = await journey.newPage();
  await signIn(owner, { email: `owner-${world.merchantId}@example.test`, password });
  for (const role of others) {
    const status = await owner.evaluate(
      async (body) =>
        (
          await fetch('/api/staff', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          })
        ).status,
      { name: `Kim ${role}`, email: `${role}@example.test`, role, locationIds: [], password },
    );
    expect(status).toBe(201);
  }
  await owner.context().close();
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

const screens = () => [
  '/admin',
  '/admin/orders',
  '/admin/products',
  '/admin/products/new',
  `/admin/products/${world.variants[0]?.productId}`,
  '/admin/products/categories',
  '/admin/stock',
  '/admin/stock/receive',
  '/admin/stock/adjust',
  `/admin/stock/movements/${world.variants[0]?.id}`,
  '/admin/exceptions',
  '/admin/reports',
  '/admin/imports',
  '/admin/settings',
  '/admin/settings/locations',
  '/admin/settings/channels',
  '/admin/settings/registers',
  '/admin/settings/staff',
  '/admin/settings/taxes',
  '/admin/settings/sessions',
];
/** What the role's menu leads to, in its order. */
const menuOf = (role: Role): string[] => {
  const may = new Set<string>(permissionsOf[role]);
  return [
    'Home',
    ...(may.has('order.read') ? ['Orders'] : []),
    ...(may.has('catalog.read') ? ['Products'] : []),
    ...(may.has('stock.read') ? ['Stock'] : []),
    ...(may.has('report.read') ? ['Reports'] : []),
    ...(may.has('import.run') ? ['Imports'] : []),
    'Settings',
  ];
};

async function openAs(role: Role): Promise<{ page: Page; refused: string[] }> {
  const page = await journey.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto('/admin');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`${role}@example.test`);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Account: / }).waitFor();
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${new URL(answer.url()).pathname} ${answer.status()}`);
  });
  return { page, refused };
}

/** Goes to a screen without loading everything again; over when nothing on it is a placeholder any more. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate(`history.pushState(null, '', '${path}')`);
  // The old screen stands until the new one is drawn.
  await page.waitForTimeout(150);
  await page.locator('h1').first().waitFor();
  await settled(page);
}

it.each(others)('%s', async (role) => {
  const { page, refused } = await openAs(role);
  const menu = page.getByRole('navigation', { name: 'Main' }).first();
  const shown = (await menu.getByRole('link').allTextContents()).map((one) => one.trim());
  expect(shown.filter((one) => menuOf(role).includes(one))).toEqual(menuOf(role));
  expect(shown.filter((one) => ['Orders', 'Products', 'Stock', 'Reports', 'Imports'].includes(one))).toEqual(
    menuOf(role).slice(1, -1),
  );
  const broken: string[] = [];
  for (const screen of screens()) {
    await goWithin(page, screen);
    if ((await page.getByText('This screen broke').count()) > 0) broken.push(screen);
    if ((await page.getByRole('alert').count()) > 0)
      broken.push(`${screen}: ${await page.getByRole('alert').first().textContent()}`);
  }
  expect([broken, refused]).toEqual([[], []]);

  const may = new Set<string>(permissionsOf[role]);
  await goWithin(page, '/admin/products');
  await page.getByRole('link', { name: 'Product 1' }).waitFor();
  const acts = {
    add: await page.getByRole('link', { name: 'Add product' }).count(),
    choose: await page.getByRole('checkbox').count(),
  };
  const mayChoose = may.has('catalog.change') || may.has('price.change');
  expect([acts.add > 0, acts.choose > 0]).toEqual([may.has('catalog.change'), mayChoose]);
  await goWithin(page, '/admin/reports');
  expect(await page.getByText('Your role does not open this').count()).toBe(may.has('report.read') ? 0 : 1);
  expect(journey.complaints).toEqual([]);
  await page.context().close();
});
