/** A promotion from template to end in the back office, two people on one promotion, and axe on each of its screens. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { faultsOf } from './axe-faults.ts';
import { signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';

let world: TestWorld;
let journey: Journey;
let owner: { email: string; password: string };

beforeAll(async () => {
  world = await createTestWorld({ pieces: 20 });
  journey = await openJourney(world.database);
  owner = { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' };
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

/** Starts from a template and names the draft. */
async function draft(page: Page, template: string, name: string): Promise<void> {
  await page.goto(`/admin/promotions/new?template=${template}`);
  await page.getByRole('textbox', { name: 'Name in English' }).fill(name);
}

async function save(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByRole('button', { name: 'Publish' }).waitFor();
  return new URL(page.url()).pathname;
}

it('a promotion is written as a sentence, tried on a basket, published, paused, resumed and ended', async () => {
  const page = await journey.newPage();
  await signIn(page, owner);
  await draft(page, 'percent', 'Tea days');
  const preview = page.locator('section').filter({ hasText: 'A sample basket, priced' }).last();
  await page.getByRole('searchbox', { name: 'Add a product…' }).fill('A-1');
  await page.getByRole('list', { name: 'Found goods' }).getByRole('button').first().click();
  await preview.getByText('The shopper saves HK$20.00 more').waitFor();
  await page.getByRole('button', { name: '20% off' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Percent' }).fill('50');
  await preview.getByText('The shopper saves HK$50.00 more').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Another basket' }).click();
  await preview.getByText('Put goods in the sample basket').waitFor();
  await page.getByRole('radiogroup', { name: 'Sample baskets' }).getByText('1', { exact: true }).click();
  await preview.getByText('The shopper saves HK$50.00 more').waitFor();
  const path = await save(page);

  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('It counts at once').waitFor();
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await page.goto('/admin/promotions?state=active');
  await page.getByRole('link', { name: 'Tea days' }).waitFor();
  await page.getByRole('button', { name: 'Actions for Tea days' }).click();
  await page.getByRole('menuitem', { name: 'Pause' }).click();
  await dialog.getByRole('button', { name: 'Pause' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.goto(path);
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.getByRole('button', { name: 'End now' }).click();
  await dialog.getByText('It stops counting in every store').waitFor();
  await dialog.getByRole('button', { name: 'End now' }).click();
  await page.getByText('This promotion has ended and cannot be changed.').waitFor();
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Resumed' }).first().waitFor();
  const events = await page.locator('ol > li strong').allTextContents();
  expect(events).toEqual(['Ended', 'Resumed', 'Paused', 'Published', 'Written']);
  expect(journey.complaints).toEqual([]);
  await page.context().close();
});

it('who saves second is told what differs, and may put theirs over it', async () => {
  const page = await journey.newPage();
  await signIn(page, owner);
  await draft(page, 'percent', 'Shared work');
  const path = await save(page);
  // Without the message of this first saving, which would look like that of the second.
  await page.reload();
  const other = await page.context().newPage();
  await other.goto(path);
  const change = async (on: Page, percent: string) => {
    await on.getByRole('button', { name: '20% off' }).click();
    await on.getByRole('dialog').getByRole('textbox', { name: 'Percent' }).fill(percent);
    await on.keyboard.press('Escape');
    await on.getByRole('button', { name: 'Save draft' }).click();
  };
  await page.getByRole('button', { name: '20% off' }).waitFor();
  await change(other, '30');
  await other.getByText('Promotion saved').waitFor();
  await change(page, '40');
  const dialog = page.getByRole('dialog', { name: 'Somebody else changed this promotion' });
  await dialog.getByText('30% off').waitFor();
  await dialog.getByText('40% off').waitFor();
  await dialog.getByRole('button', { name: 'Save mine over it' }).click();
  await page.getByText('Promotion saved').waitFor();
  await page.reload();
  await page.getByRole('button', { name: '40% off' }).waitFor();
  await page.context().close();
});

it('unsaved work is not left without a question', async () => {
  const page = await journey.newPage();
  await signIn(page, owner);
  await draft(page, 'spend', 'Not yet');
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByRole('dialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
  await page.getByRole('textbox', { name: 'Name in English' }).waitFor();
  await page.getByRole('link', { name: 'Orders', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('heading', { name: 'Orders' }).waitFor();
  await page.context().close();
});

it('every screen holds to axe in the dark, in Chinese, on a phone', async () => {
  const look = { colorScheme: 'dark', bypassCSP: true, viewport: { width: 390, height: 844 } } as const;
  const page = await journey.newPage(look);
  await signIn(page, owner);
  await draft(page, 'buyGet', 'Buy 2 get 1');
  const path = await save(page);
  await page.evaluate(`localStorage.setItem('tandem.locale', 'zh-Hant')`);
  const faults: string[] = [];
  const screens = ['', '/new', '/new?template=gift', '/new?template=spend', '/calendar'].map(
    (one) => `/admin/promotions${one}`,
  );
  for (const screen of [...screens, path, `${path}?tab=results`, `${path}?tab=history`]) {
    await page.goto(screen);
    await page.locator('h1').first().waitFor();
    faults.push(...(await faultsOf(page, screen)));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  }
  await page.goto(path);
  for (const phrase of ['所有顧客', '即日起長期有效', '可與其他優惠同時使用', '所有貨品', '條件']) {
    await page.getByRole('button', { name: phrase }).first().click();
    await page.getByRole('dialog').waitFor();
    faults.push(...(await faultsOf(page, phrase)));
    await page.getByRole('button', { name: '完成' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  expect(faults).toEqual([]);
  await page.context().close();
});
