/** Every list of the back office on a phone, in the dark and in Chinese: nothing wider than the screen, clean for axe. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { faultsOf } from './axe-faults.ts';
import { bringInProducts, signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { orderForPickup } from './store-acts.ts';

let world: TestWorld;
let journey: Journey;
let owner: { email: string; password: string };
let importPath = '';

beforeAll(async () => {
  world = await createTestWorld({ ratePpm: 50_000, pieces: 5 });
  journey = await openJourney(world.database);
  owner = { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' };
  const office = await journey.newPage();
  await signIn(office, owner);
  await bringInProducts(
    office,
    'Handle,Title,Variant SKU,Variant Price\ncup,Cup,CUP-1,"1,50"\nmug,Mug,,9\n,Nothing,X,1',
  );
  importPath = new URL(office.url()).pathname;
  const store = await journey.newPage();
  await store.goto('/p/product-3');
  await store.locator('form.buy button[type=submit]').click();
  await store.locator('form.buy [role=status] a').waitFor();
  await orderForPickup(store, { name: 'Kim Lee', email: 'kim@example.test' });
  await Promise.all([office.context().close(), store.context().close()]);
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

const isTooWide = (page: Page) =>
  page.evaluate(`document.documentElement.scrollWidth > document.documentElement.clientWidth`);

it.each([
  { name: 'phone', viewport: { width: 390, height: 844 } },
  { name: 'desk', viewport: { width: 1440, height: 900 } },
])('in the dark and in Chinese, $name', async ({ viewport }) => {
  const page = await journey.newPage({ viewport, colorScheme: 'dark', bypassCSP: true });
  await signIn(page, owner);
  await page.evaluate(`localStorage.setItem('tandem.locale', 'zh-Hant')`);
  const [variant] = world.variants;
  const paths = [
    '/admin/orders',
    '/admin/products',
    `/admin/products/${variant?.productId}`,
    '/admin/products/categories',
    '/admin/stock',
    `/admin/stock/movements/${variant?.id}`,
    '/admin/exceptions',
    '/admin/reports',
    '/admin/imports',
    importPath,
    ...['locations', 'channels', 'registers', 'staff', 'taxes', 'sessions'].map((part) => `/admin/settings/${part}`),
  ];
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await page.locator('h1').first().waitFor();
    faults.push(...(await faultsOf(page, path)));
    if (await isTooWide(page)) faults.push(`${path}: wider than the screen`);
  }
  expect(faults).toEqual([]);
  await page.goto(importPath);
  await page.getByText('「1,50」不是有效的數字。').waitFor();
  await page.context().close();
});

it.each(['phone', 'desk'])('choosing, changing and looking at products, %s', async (device) => {
  const viewport = device === 'phone' ? { width: 390, height: 844 } : { width: 1440, height: 900 };
  const page = await journey.newPage({ viewport, colorScheme: 'dark', bypassCSP: true });
  await signIn(page, owner);
  const faults: string[] = [];
  const inspect = async (screen: string) => {
    faults.push(...(await faultsOf(page, screen)));
    if (await isTooWide(page)) faults.push(`${screen}: wider than the screen`);
  };
  await page.goto('/admin/products');
  await page.getByRole('checkbox', { name: /A-1$/ }).click();
  await inspect('chosen');
  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Price', exact: true }).click();
  await page.getByRole('option', { name: 'Set to an amount' }).click();
  await page
    .getByRole('dialog')
    .getByLabel('Amount (HKD)')
    .fill(device === 'phone' ? '88' : '77');
  await page.getByRole('dialog').getByText('1 change, 0 stay, 0 cannot').waitFor();
  await inspect('bulk edit');
  await page.getByRole('button', { name: 'Change 1 price' }).click();
  await page.getByRole('button', { name: 'Back to the list' }).waitFor();
  await inspect('result');
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Product 2' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('complementary', { name: 'Quick look' }).getByText('Central').waitFor();
  await inspect('quick look');
  await page.goto(`/admin/products/${world.variants[0]?.productId}`);
  await page.getByRole('button', { name: 'Change A-1' }).click();
  await inspect('change a variant');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add variant' }).click();
  await inspect('add an option');
  expect(faults).toEqual([]);
  expect(journey.complaints).toEqual([]);
  await page.context().close();
});
