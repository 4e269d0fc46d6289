/** Price lists, coupons, pricing settings and collections in the back office, and that their screens hold to axe on a phone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putEntries } from '../../modules/pricing/index.ts';
import { newId } from '../../platform/ids.ts';
import { samplePromotion } from '../sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { faultsOf } from './axe-faults.ts';
import { askAs, signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';

let world: TestWorld;
let journey: Journey;
let owner: { email: string; password: string };
let office: Page;
const paths = { list: '', promotion: '', batch: '', collection: '' };

beforeAll(async () => {
  world = await createTestWorld({ products: 6, pieces: 10 });
  journey = await openJourney(world.database);
  owner = { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' };
  office = await journey.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
  await signIn(office, owner);
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

const entries = async () =>
  (
    await world.database.adminPool.query(
      `select v.sku, e.min_quantity::int as from, e.amount::int as amount, e.compare_at_amount::int as was
       from pricing.price_entry e join catalog.variant v on v.merchant_id = e.merchant_id and v.id = e.variant_id order by 1, 2`,
    )
  ).rows;
const press = (name: string | RegExp) => office.getByRole('button', { name }).click();
const keys = async (...all: string[]) => {
  for (const key of all) await office.keyboard.press(key);
};

it('sets the prices of a list by keyboard, clipboard and rule, and saves them at once', async () => {
  await askAs(office, '/api/members', { name: 'Mei Chan', tier: 'Gold' });
  await office.goto('/admin/prices');
  await press('New price list');
  const form = office.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name in English' }).fill('Gold members');
  // Tiers that members have are offered: one that is written otherwise would reach nobody.
  await form.getByLabel('Member tiers').first().click();
  await form.getByRole('option', { name: 'Gold' }).click();
  await form.getByRole('button', { name: 'Create price list' }).click();
  const sheet = office.getByRole('grid', { name: 'Prices of the list' });
  await sheet.getByText('A-6').waitFor();
  await office.getByText('Gold members · Always').waitFor();
  paths.list = new URL(office.url()).pathname;

  await sheet.focus();
  await office.keyboard.type('85');
  await keys('Tab');
  await office.keyboard.type('99.90');
  await keys('Enter', 'ArrowLeft');
  await office.evaluate(`navigator.clipboard.writeText('80\\r\\nHK$79.50\\r\\n')`);
  await keys('Control+v', 'Delete', 'Control+z', 'ArrowDown');
  await press('Quantity break');
  await office.getByRole('textbox', { name: /from this many/ }).fill('3');
  await press('Add column');
  await press('Fill by rule');
  await office.getByRole('textbox', { name: 'Percent' }).fill('-25');
  await office.getByRole('checkbox', { name: 'Only where there is no price yet' }).check();
  await press('Fill 3 cells');
  await office.getByText('7 prices not saved').waitFor();
  await sheet.focus();
  await keys('Control+s');
  await office.getByText('6 prices saved and live').waitFor();

  expect(await entries()).toEqual([
    { sku: 'A-1', from: 0, amount: 8500, was: 9990 },
    { sku: 'A-2', from: 0, amount: 8000, was: null },
    { sku: 'A-3', from: 0, amount: 7950, was: null },
    ...['A-4', 'A-5', 'A-6'].map((sku) => ({ sku, from: 0, amount: 7500, was: null })),
  ]);
});

it('keeps what is no amount out of the list, and names the rows of a file that do not fit', async () => {
  const sheet = office.getByRole('grid', { name: 'Prices of the list' });
  const before = await entries();
  await sheet.focus();
  await keys('Control+Home', 'ArrowRight');
  await office.keyboard.type('cheap');
  await keys('Enter', 'Control+s');
  await office.getByText('1 cell needs another look before saving.').waitFor();
  await keys('ArrowUp');
  await office.getByText('This is no amount').first().waitFor();
  await press('Discard');
  await press('Import');
  const csv = 'sku,min_quantity,price\nA-1,3,70\nA-2,,\nNOBODY,,1\nA-3,x,1\n';
  await office.locator('input[type=file]').setInputFiles({
    name: 'prices.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  await office.getByText('No variant has the SKU NOBODY.').waitFor();
  await office.getByText('The quantity is no number.').waitFor();
  expect(await entries()).toEqual(before);
  await press('Import 2 prices');
  await office.getByText('1 price set, 1 taken out').waitFor();
  await sheet.getByRole('columnheader', { name: 'From 3' }).waitFor();
  expect((await entries()).slice(0, 3)).toEqual([
    { sku: 'A-1', from: 0, amount: 8500, was: 9990 },
    { sku: 'A-1', from: 3000, amount: 7000, was: null },
    { sku: 'A-3', from: 0, amount: 7950, was: null },
  ]);
});

it('follows what somebody else changes meanwhile, and marks where two work on one price; the history tells of both', async () => {
  const sheet = office.getByRole('grid', { name: 'Prices of the list' });
  const priceListId = paths.list.split('/').at(-1) ?? '';
  const others = (amount: number) =>
    world.platform.bus.run(putEntries, {
      merchantId: world.merchantId,
      id: newId(),
      actor: { kind: 'staff', staffId: world.ownerId },
      body: { priceListId, entries: [{ variantId: world.variants[3]?.id ?? '', minQuantity: 0, amount }] },
    });
  const row = sheet.getByRole('row').filter({ hasText: 'A-4' });
  await row.getByText('75.00', { exact: true }).waitFor();
  await others(7400);
  await row.getByText('74.00', { exact: true }).waitFor();
  await row.getByText('74.00', { exact: true }).click();
  await office.keyboard.type('70');
  await keys('Enter');
  await others(7300);
  await office.getByText('1 of them was changed by somebody else meanwhile').waitFor();
  await press('Take theirs');
  await row.getByText('73.00', { exact: true }).waitFor();
  await press('History');
  const last = office.locator('section').filter({ hasText: '1 price changed' }).first();
  await last.getByText('HK$74.00').waitFor();
  await last.getByText('HK$73.00').waitFor();
});

it('asks before orders are priced differently', async () => {
  await office.goto('/admin/prices/settings');
  await office.getByRole('radio', { name: 'The first in order' }).check();
  await office.getByRole('button', { name: 'Save' }).last().click();
  const asked = office.getByRole('dialog', { name: 'Price orders differently from now on?' });
  await asked.getByText('The best for the shopper → The first in order').waitFor();
  const stored = async () =>
    (await world.database.adminPool.query('select content from pricing.setting')).rows[0]?.content;
  expect((await stored())?.exclusiveChoice).toBe('best_for_shopper');
  await asked.getByRole('button', { name: 'Save and price this way' }).click();
  await office.getByText('Pricing settings saved').waitFor();
  expect((await stored())?.exclusiveChoice).toBe('priority');
  // Prices nothing differently, so it is saved without a question.
  const quota = office.getByRole('textbox', { name: 'Uses of a code at each till' });
  expect(await quota.inputValue()).toBe('5');
  await quota.fill('2');
  await office.getByRole('button', { name: 'Save' }).last().click();
  await expect.poll(async () => (await stored())?.codesOffline).toBe(2);
  expect((await stored())?.exclusiveChoice).toBe('priority');
});

it('makes a batch of codes for a promotion, and revokes one with a reason', async () => {
  paths.promotion = await office.evaluate(async (definition) => {
    const answer = await fetch('/api/promotions', {
      method: 'POST',
      body: JSON.stringify(definition),
      headers: { 'content-type': 'application/json' },
    });
    if (!answer.ok) throw new Error(await answer.text());
    return ((await answer.json()) as { id: string }).id;
  }, promotionByCode);
  await office.goto('/admin/coupons');
  await press('New batch');
  const form = office.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name' }).fill('Newsletter');
  await form.getByRole('textbox', { name: 'Every code begins with' }).fill('news-');
  await form.getByRole('textbox', { name: 'How many codes' }).fill('25');
  await form.getByRole('button', { name: 'Make 25 codes' }).click();
  await office.getByText('0 of 25 redeemed').waitFor();
  await office.getByRole('link', { name: 'Newsletter' }).click();
  await office.getByRole('heading', { name: 'Newsletter' }).waitFor();
  paths.batch = new URL(office.url()).pathname;
  const codes = office.getByRole('table', { name: 'Codes' });
  const code =
    (await codes
      .getByText(/^NEWS-[A-Z2-9]{10}$/)
      .first()
      .textContent()) ?? '';
  await press(`Revoke ${code}`);
  await office.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('Sent twice');
  await office.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await office.getByText('Code revoked').waitFor();
  const { rows } = await world.database.adminPool.query(
    'select code, state from promotions.coupon order by state desc, code',
  );
  expect(rows).toHaveLength(25);
  expect(rows.filter((row) => row.state === 'revoked')).toEqual([{ code, state: 'revoked' }]);
});

it('gathers products in a collection, in an order, and shows it at the product', async () => {
  await office.goto('/admin/products/collections');
  await press('New collection');
  await office.getByRole('dialog').getByRole('textbox', { name: 'Name in English' }).fill('Window');
  await press('Create collection');
  await office.getByText('No products in it yet').waitFor();
  paths.collection = new URL(office.url()).pathname;
  for (const name of ['Product 1', 'Product 2']) {
    await office.getByLabel('Find a product to add…').first().fill(name);
    await office.getByRole('option', { name: new RegExp(name) }).click();
  }
  await press('Move Product 2 up');
  await press('Save');
  await office.getByText('Products of the collection saved').waitFor();
  const { rows } = await world.database.adminPool.query(
    'select product_id as id from catalog.collection_product order by rank',
  );
  expect(rows.map((row) => row.id)).toEqual([world.variants[1]?.productId, world.variants[0]?.productId]);
  await office.goto(`/admin/products/${world.variants[0]?.productId}`);
  await office.getByRole('link', { name: 'Window' }).waitFor();
  expect(journey.complaints).toEqual([]);
});

it('every one of these screens holds to axe, dark, in Chinese, on a phone', async () => {
  const phone = await journey.newPage({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    bypassCSP: true,
  });
  await signIn(phone, owner);
  await phone.evaluate(`localStorage.setItem('tandem.locale', 'zh-Hant')`);
  const faults: string[] = [];
  for (const path of [
    '/admin/prices',
    paths.list,
    `${paths.list}?tab=history`,
    '/admin/promotions/simulations',
    '/admin/prices/settings',
    '/admin/coupons',
    `/admin/promotions/${paths.promotion}/coupons`,
    paths.batch,
    '/admin/products/collections',
    paths.collection,
  ]) {
    await phone.goto(path);
    await phone.locator('h1').first().waitFor();
    await phone.waitForLoadState('networkidle');
    faults.push(...(await faultsOf(phone, path)));
  }
  await phone.goto('/admin/prices');
  await phone.getByRole('button', { name: '新增價目表' }).click();
  await phone.getByRole('dialog').waitFor();
  faults.push(...(await faultsOf(phone, 'form of a price list')));
  await phone.context().close();
  expect(faults).toEqual([]);
});

const promotionByCode = samplePromotion({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
