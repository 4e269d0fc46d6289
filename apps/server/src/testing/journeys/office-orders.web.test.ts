/** An order is cancelled with its goods and money; the figures are carried away as a file. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSales } from '../../modules/orders/index.ts';
import { newId } from '../../platform/ids.ts';
import { createTestWorld, saleOf, type TestWorld } from '../test-world.ts';
import { faultsOf } from './axe-faults.ts';
import { newPairingCode, signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { orderForPickup } from './store-acts.ts';
import { openTill } from './till-acts.ts';

let world: TestWorld;
let journey: Journey;
let office: Page;
let store: Page;
const numbers: string[] = [];

beforeAll(async () => {
  world = await createTestWorld({ pieces: 5 });
  journey = await openJourney(world.database);
  office = await journey.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  await signIn(office, { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' });
  store = await journey.newPage({ bypassCSP: true });
  for (const path of ['/p/product-1', '/p/product-2']) {
    await store.goto(path);
    await store.locator('form.buy button[type=submit]').click();
    await store.locator('form.buy [role=status] a').waitFor();
    numbers.push(await orderForPickup(store, { name: 'Kim Lee', email: 'kim@example.test' }));
  }
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

const levelOf = async (place: number) =>
  (
    await world.database.adminPool.query(
      'select sellable::int, committed::int from inventory.stock_level where merchant_id = $1 and variant_id = $2 and location_id = $3',
      [world.merchantId, world.variants[place]?.id, world.storeId],
    )
  ).rows[0];

it('an order is cancelled once, its goods are free again, and its history says why', async () => {
  expect(await levelOf(0)).toEqual({ sellable: 5000, committed: 1000 });
  await office.goto('/admin/orders');
  await office.getByRole('link', { name: numbers[0] ?? '' }).click();
  await office.getByRole('button', { name: 'Cancel order' }).click();
  const asking = office.getByRole('dialog');
  await asking.getByRole('button', { name: 'Cancel order' }).waitFor();
  await asking.getByLabel('Reason').fill('Ordered twice');
  await asking.getByRole('button', { name: 'Cancel order' }).click();
  await asking.waitFor({ state: 'detached' });
  await office.getByText('Cancelled').first().waitFor();
  await office.getByText('Ordered twice').first().waitFor();
  await office.getByRole('button', { name: 'Cancel order' }).waitFor({ state: 'detached' });
  expect(await levelOf(0)).toEqual({ sellable: 5000, committed: 0 });
  expect(await levelOf(1)).toEqual({ sellable: 5000, committed: 1000 });
});

it('an order is edited with its new total in sight; the story tells each version', async () => {
  await office.goto('/admin/orders');
  await office.getByRole('link', { name: numbers[1] ?? '' }).click();
  await office.getByRole('button', { name: 'Edit order' }).click();
  await office.getByRole('searchbox', { name: 'Add an article' }).fill('A-4');
  await office.getByRole('button', { name: /Product 4/ }).click();
  await office.getByText('HK$100.00 is to be paid at the latest when the goods are handed over.').waitFor();
  await office.getByRole('textbox', { name: 'Pieces of Product 2' }).fill('9');
  await office.getByText('Only 4 more to be had').waitFor();
  expect(await office.getByRole('button', { name: 'Save as a new version' }).isDisabled()).toBe(true);
  await office.getByRole('textbox', { name: 'Pieces of Product 2' }).fill('1');
  await office.getByRole('textbox', { name: 'Reason' }).fill('One more, please');
  await office.getByText('HK$100.00 is to be paid at the latest when the goods are handed over.').waitFor();
  expect(await faultsOf(office, 'edit')).toEqual([]);
  await office.getByRole('button', { name: 'Save as a new version' }).click();
  await office.getByText('Awaiting payment').first().waitFor();
  await office.getByText('A-4: 0 → 1').waitFor();
  await office.getByText('One more, please').waitFor();
  expect(await levelOf(3)).toEqual({ sellable: 5000, committed: 1000 });
  await office.getByRole('button', { name: 'Edit order' }).click();
  await office.getByRole('button', { name: 'Take Product 4 out' }).click();
  await office.getByText('Nothing changes in what is to be paid.').waitFor();
  await office.getByRole('button', { name: 'Save as a new version' }).click();
  await office.getByText('A-4: 1 → 0').waitFor();
  expect(await levelOf(3)).toEqual({ sellable: 5000, committed: 0 });
});

it('what an edit leaves due is paid from the order’s page, and at a till, before the goods are handed over', async () => {
  const addOne = async (index: number) => {
    await office.getByRole('button', { name: 'Edit order' }).click();
    await office.getByRole('searchbox', { name: 'Add an article' }).fill(`A-${index}`);
    await office.getByRole('button', { name: `Product ${index}` }).click();
    await office.getByRole('button', { name: 'Save as a new version' }).click();
    await office.getByText('Awaiting payment').first().waitFor();
  };
  await addOne(4);
  await store.getByText('Your order was changed: HK$100 is still to be paid').waitFor();
  expect(await faultsOf(store, 'due')).toEqual([]);
  await store.getByText('Test card that is declined').click();
  await store.getByRole('button', { name: 'Pay HK$100' }).click();
  await store.getByText('The card was declined. Nothing was charged').waitFor();
  await store.getByRole('button', { name: 'Pay HK$100' }).click();
  await store.getByRole('button', { name: 'Pay HK$100' }).waitFor({ state: 'detached' });
  await office.reload();
  await office.getByText('Balance paid').waitFor();
  await addOne(3);

  const till = await journey.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
  await openTill(till, await newPairingCode(office, 'TILL-1'), '1234');
  await till.getByRole('button', { name: 'Sales', exact: true }).click();
  await till.getByRole('searchbox', { name: 'Receipt number or scanned code' }).fill(numbers[1] ?? '');
  await till
    .getByRole('navigation', { name: 'Sales' })
    .getByRole('button', { name: numbers[1] ?? '' })
    .click();
  await till.getByRole('button', { name: 'Take HK$100.00 still due' }).click();
  const sheet = till.getByRole('dialog', { name: `Still due of ${numbers[1]}` });
  await sheet.getByRole('button', { name: 'Cash', exact: true }).click();
  await sheet.getByRole('button', { name: 'HK$500.00' }).click();
  await sheet.getByText('HK$400.00').waitFor();
  expect(await faultsOf(till, 'due')).toEqual([]);
  await sheet.getByRole('button', { name: 'Take HK$100.00' }).click();
  await sheet.waitFor({ state: 'detached' });
  await till.getByRole('button', { name: 'Take HK$100.00 still due' }).waitFor({ state: 'detached' });
  const { rows } = await world.database.adminPool.query(
    'select kind, event, amount::int from orders.tender t join orders."order" o on o.id = t.order_id where o.number = $1 order by entry_no',
    [numbers[1]],
  );
  expect(rows).toEqual([
    { kind: 'test', event: 'captured', amount: 10_000 },
    { kind: 'test', event: 'captured', amount: 10_000 },
    { kind: 'cash', event: 'captured', amount: 10_000 },
  ]);
});

it('one of three pieces comes back, damaged, for what was paid for it; the order tells the return', async () => {
  const sale = saleOf(world, [world.variants[2]?.id ?? ''], { quantity: 3000 });
  await world.platform.bus.run(recordSales, {
    merchantId: world.merchantId,
    id: newId(),
    actor: { kind: 'register' },
    body: sale,
  });
  await office.goto(`/admin/orders/${sale.orderId}`);
  await office.getByRole('button', { name: 'Refund' }).click();
  const asking = office.getByRole('dialog');
  await asking.getByLabel('How many of Product 3').fill('1');
  await asking.getByLabel('Condition of Product 3').click();
  await office.getByRole('option', { name: 'Damaged' }).click();
  await asking.getByLabel('Reason').fill('Torn');
  expect(await faultsOf(office, 'return')).toEqual([]);
  await asking.getByRole('button', { name: 'Refund HK$100.00' }).click();
  await asking.waitFor({ state: 'detached' });
  await office.getByText('Partly refunded').first().waitFor();
  await office.getByText('1 × Product 3 · Damaged').waitFor();
  await office.getByText('Torn').first().waitFor();
  const { rows } = await world.database.adminPool.query(
    'select damaged::int, sellable::int from inventory.stock_level where variant_id = $1 and location_id = $2',
    [world.variants[2]?.id, world.storeId],
  );
  expect(rows).toEqual([{ damaged: 1000, sellable: 2000 }]);
});

it('a report is downloaded as CSV with the figures that the screen shows', async () => {
  await office.goto('/admin/reports?by=product');
  await office.getByRole('row', { name: /Product 2/ }).waitFor();
  const [download] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^sales-by-product-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split(/\r?\n/);
  const shown = lines.find((line) => line.includes('Product 2')) ?? '';
  expect(shown.split(',')).toContain('100.00');
  expect(journey.complaints).toEqual([]);
});
