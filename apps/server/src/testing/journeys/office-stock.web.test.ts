/** Goods are received and put right line by line; the list of levels stands by SKU, of all locations or of one. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';

let world: TestWorld;
let journey: Journey;
let office: Page;

beforeAll(async () => {
  world = await createTestWorld({ products: 3, pieces: 5 });
  journey = await openJourney(world.database);
  office = await journey.newPage({ viewport: { width: 1440, height: 900 } });
  await signIn(office, { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' });
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

async function scan(code: string): Promise<void> {
  await office.getByLabel('Scan or search a product').first().fill(code);
  await office.getByLabel('Scan or search a product').first().press('Enter');
}
async function chooseLocation(name: string): Promise<void> {
  await office.getByRole('combobox', { name: 'Location', exact: true }).click();
  await office.getByRole('option', { name, exact: true }).click();
}
const levels = async () =>
  (
    await world.database.adminPool.query(
      `select v.sku, l.code, s.sellable::int, s.damaged::int from inventory.stock_level s join catalog.variant v on v.id = s.variant_id
       join merchants.location l on l.id = s.location_id where s.merchant_id = $1 order by v.sku, l.code`,
      [world.merchantId],
    )
  ).rows.map((row) => [row.sku, row.code, row.sellable, row.damaged]);

it('a delivery is scanned, a line taken out again, and stands in the warehouse', async () => {
  await office.goto('/admin/stock/receive');
  await chooseLocation('Warehouse');
  for (const sku of ['A-2', 'A-3', 'A-2']) {
    await scan(sku);
    await office.getByRole('row', { name: new RegExp(sku) }).waitFor();
  }
  await expect.poll(() => office.getByLabel('Quantity A-2').inputValue()).toBe('2');
  await office.getByRole('button', { name: 'Take A-3 out' }).click();
  await office.getByLabel('Quantity A-2').fill('4');
  await office.getByRole('button', { name: 'Receive 4 pieces' }).click();
  await expect.poll(() => office.getByLabel('Unit cost A-2').getAttribute('aria-invalid')).toBe('true');
  await office.getByLabel('Unit cost A-2').fill('35.50');
  await office.getByRole('button', { name: 'Receive 4 pieces' }).click();
  await office.getByText('Received 4 pieces').waitFor();
  expect((await levels()).filter(([, code]) => code === 'WH')).toEqual([['A-2', 'WH', 4000, 0]]);
});

it('stock is put right, and moved from one state to another', async () => {
  await office.goto('/admin/stock/adjust');
  await chooseLocation('Central');
  await scan('A-1');
  const line = office.getByRole('row', { name: /A-1/ });
  await office.getByLabel('Change by A-1').fill('-2');
  await line.getByRole('cell', { name: '3', exact: true }).waitFor();
  await office.getByRole('button', { name: 'Adjust stock' }).click();
  await office.getByText('Stock adjusted').waitFor();

  await office.goto('/admin/stock/adjust');
  await chooseLocation('Central');
  await office.getByRole('combobox', { name: 'Reason' }).click();
  await office.getByRole('option', { name: 'Moved between states' }).click();
  await scan('A-3');
  await office.getByLabel('Move to A-3').selectOption('Damaged');
  await office.getByLabel('Quantity A-3').fill('1');
  await office.getByRole('button', { name: 'Adjust stock' }).click();
  await office.getByText('Stock adjusted').first().waitFor();
  await expect.poll(levels).toEqual([
    ['A-1', 'CENTRAL', 3000, 0],
    ['A-2', 'CENTRAL', 5000, 0],
    ['A-2', 'WH', 4000, 0],
    ['A-3', 'CENTRAL', 4000, 1000],
  ]);
});

it('the list stands by SKU, of one location when asked', async () => {
  await office.goto('/admin/stock');
  const skus = async () =>
    (await office.locator('tbody tr td:nth-child(2)').allTextContents()).map((one) => one.trim());
  await expect.poll(skus).toEqual(['A-1', 'A-2', 'A-2', 'A-3']);
  await office.getByRole('button', { name: 'Location', exact: true }).click();
  await office.getByRole('menuitem', { name: 'Warehouse' }).click();
  await expect.poll(skus).toEqual(['A-2']);
  expect(new URL(office.url()).searchParams.get('location')).toBe(world.warehouseId);
  expect(journey.complaints).toEqual([]);
});
