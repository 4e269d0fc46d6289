/** One merchant's first day: set up, stock, sell at the till and online from the same goods, refund, prove the books. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../platform/testing/test-database.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { bringInProducts, setUpShop, showPairingCode, signIn, signOut } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { orderForPickup } from './store-acts.ts';
import { openTill, refundNewestSale, sellOnePiece } from './till-acts.ts';

const owner = { name: 'Ada Owner', email: 'ada@example.test', password: 'correct horse battery', pin: '2468' };
const shopifyFile = [
  'Handle,Title,Vendor,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Cost per item,Status',
  'bamboo-tray,Bamboo Tray,Grove,true,Title,Default Title,TRAY-1,5,120.00,45.00,active',
].join('\n');
let database: TestDatabase;
let journey: Journey;

beforeAll(async () => {
  database = await createTestDatabase();
  journey = await openJourney(database);
});
afterAll(async () => {
  await journey?.close();
  await database?.drop();
});

it('sells in the shop and online from the same stock, shows each sale at once, and balances', async () => {
  const office = await journey.newPage();
  await setUpShop(office, owner);
  await bringInProducts(office, shopifyFile);
  const code = await showPairingCode(office, { name: 'Till 1', code: 'TILL-1' });
  await office.goto('/admin');

  const till = await journey.newPage({ viewport: { width: 1280, height: 800 } });
  await openTill(till, code, owner.pin);
  const store = await journey.newPage();
  await store.goto('/p/bamboo-tray');
  const there = store.getByRole('region', { name: 'Stock now' }).getByRole('listitem');
  await there.getByText('5 there', { exact: true }).waitFor();
  // Dashboard, till and product page all listen before anything is sold.
  await expect.poll(countListeners).toBe(3);

  await sellOnePiece(till, 'Bamboo Tray');
  await there.getByText('4 there', { exact: true }).waitFor();
  await office.getByText(/TILL-1.* · 1 piece$/).waitFor();

  await store.getByRole('button', { name: 'Add to basket' }).click();
  await store.getByText('In your basket.').waitFor();
  const number = await orderForPickup(store, { name: 'Kim Lee', email: 'kim@example.test' });
  await office.getByText(`${number} · 1 piece`).waitFor();

  await store.goto('/p/bamboo-tray');
  await there.getByText('3 there', { exact: true }).waitFor();
  await refundNewestSale(till);
  await there.getByText('4 there', { exact: true }).waitFor();
  await office.getByText(/^Refund · /).waitFor();

  await signOut(office);
  await signIn(office, owner);
  await expectBalancedBooks();
  expect(journey.complaints).toEqual([]);
});

async function countListeners(): Promise<number | undefined> {
  return (await journey.app.platform.metrics.openStreams.get()).values[0]?.value;
}

async function expectBalancedBooks(): Promise<void> {
  const { rows } = await database.adminPool.query('select merchant_id from platform.tenant');
  const checks = await verifyBooks(journey.app.platform.pool, rows[0].merchant_id);
  expect(checks.length).toBeGreaterThan(10);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
}
