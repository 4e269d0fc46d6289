/** A day at a till: pair, PIN, scan, quantity, cash and card, change, refund, the lock without a network, a sale not taken. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBooks } from '../../verify/verify-books.ts';
import { samplePromotion } from '../sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { askAs, newPairingCode, signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { openTill, scan } from './till-acts.ts';

let world: TestWorld;
let journey: Journey;
let office: Page;
let till: Page;

beforeAll(async () => {
  world = await createTestWorld({ products: 10 });
  journey = await openJourney(world.database);
  office = await journey.newPage();
  await signIn(office, { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' });
  till = await journey.newPage({ viewport: { width: 1280, height: 800 } });
  await openTill(till, await newPairingCode(office, 'TILL-1'), '1234');
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

const press = (name: string | RegExp) => till.getByRole('button', { name }).first().click();
const digits = async (pin: string) => {
  for (const digit of pin) await till.getByRole('button', { name: digit, exact: true }).click();
};
const sales = async () =>
  (
    await world.database.adminPool.query(
      `select o.total_amount::int as total, (select array_agg(t.kind || ' ' || t.event || ' ' || t.amount order by t.entry_no) from orders.tender t where t.order_id = o.id) as tenders
       from orders."order" o order by o.placed_at`,
    )
  ).rows;

it('scans, sets a quantity, takes some in cash and the rest by card', async () => {
  await scan(till, 'A-10');
  await till.getByRole('button', { name: 'Quantity of Product 10' }).click();
  await till.getByRole('dialog').getByRole('button', { name: '3', exact: true }).click();
  await till.getByRole('dialog').getByRole('button', { name: /3$/ }).last().click();
  await press('Pay HK$300.00');
  await digits('50');
  await press('Take HK$50.00 of it in cash');
  await press('Card HK$250.00');
  await press('Card taken');
  await till.getByRole('heading', { name: 'Sale done' }).waitFor();
  await till.getByText('No change').waitFor();
  await expect
    .poll(sales, { timeout: 10_000 })
    .toEqual([{ total: 30_000, tenders: ['cash captured 5000', 'card captured 25000'] }]);
  await press('Next sale');
});

it('gives change, and takes one piece of the sale back, then the other, each with its slip', async () => {
  await till.getByRole('main').getByRole('button', { name: 'Product 2' }).first().click();
  await till.getByRole('main').getByRole('button', { name: 'Product 2' }).first().click();
  await press(/^Pay /);
  await digits('500');
  await press('Take cash HK$500.00');
  await till.getByRole('status').getByText('300.00').waitFor();
  await press('Next sale');
  await press('Sales');
  const number = (
    await world.database.adminPool.query('select number from orders."order" order by recorded_at desc limit 1')
  ).rows[0].number;
  const { access_token: token } = (
    await world.database.adminPool.query('select access_token from orders."order" where number = $1', [number])
  ).rows[0];
  await till
    .getByRole('searchbox', { name: 'Receipt number or scanned code' })
    .fill(`https://shop.test/receipts/${token}`);
  await till.getByRole('navigation', { name: 'Sales' }).getByRole('button', { name: 'HK$200.00' }).first().click();
  const sheet = till.getByRole('dialog');
  await press('Return goods');
  await sheet.getByRole('button', { name: 'One more of Product 2' }).click();
  await sheet.getByRole('button', { name: 'Damaged' }).click();
  await sheet.getByRole('button', { name: 'Give back HK$100.00' }).click();
  await sheet.getByText('Choose or write a reason.').waitFor();
  await sheet.getByRole('button', { name: 'Wrong size' }).click();
  await sheet.getByRole('button', { name: 'Give back HK$100.00' }).click();
  await till.getByRole('main').getByText('Partly refunded').waitFor();
  await till.getByRole('main').getByText(`Sold with receipt ${number}`).waitFor();
  await press('Return goods');
  await sheet.getByRole('button', { name: 'Everything' }).click();
  await sheet.getByRole('button', { name: 'Faulty' }).click();
  await sheet.getByRole('button', { name: 'Give back HK$100.00' }).click();
  await till.getByRole('main').getByText('Refunded', { exact: true }).waitFor();
  expect((await sales())[1]).toEqual({
    total: 20_000,
    tenders: ['cash captured 20000', 'cash refunded -10000', 'cash refunded -10000'],
  });
  await press('Back');
});

it('begins a search with a letter typed anywhere, and gives the focus back when a sheet closes', async () => {
  const code = till.getByRole('button', { name: 'Code', exact: true });
  await code.press('p');
  await till.locator('input[value="p"]:focus').waitFor();
  await till.locator('input:focus').fill('');
  await code.press('Enter');
  await till.getByRole('dialog').getByRole('textbox', { name: 'Promotion or coupon code' }).press('Escape');
  await till.locator('button:focus', { hasText: 'Code' }).waitFor();
});

it('is locked and opened again without the network, and sells on', async () => {
  await till.context().setOffline(true);
  await press('Ada Owner');
  await press('Lock the till');
  await till.getByRole('heading', { name: /^PIN of / }).waitFor();
  await digits('9999');
  await press('Sign in');
  await till.getByText('This PIN is not right. Try again.').waitFor();
  await digits('1234');
  await press('Sign in');
  await till.getByText('Ready for the next shopper').waitFor();
  await till.getByRole('main').getByRole('button', { name: 'Product 3' }).first().click();
  await press(/^Pay /);
  await press(/^Take cash /);
  await till.getByRole('heading', { name: 'Sale done' }).waitFor();
  await till.context().setOffline(false);
  await expect.poll(async () => (await sales()).length, { timeout: 30_000 }).toBe(3);
  await press('Next sale');
});

it('keeps a sale that was not taken, says what to do, and sends it once it can', async () => {
  const problem = {
    type: 'about:blank',
    title: 'No',
    status: 422,
    code: 'sale.odd',
    detail: 'The server could not read it',
  };
  await till.route('**/api/till/sales', (route) =>
    route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
  );
  await till.getByRole('main').getByRole('button', { name: 'Product 4' }).first().click();
  await press(/^Pay /);
  await press(/^Take cash /);
  await press('Next sale');
  await press('1 sale needs help');
  const list = till.getByRole('dialog');
  await list.getByText('The server could not read it (sale.odd)').waitFor();
  await list.getByText('1 × Product 4 · A-4').waitFor();
  const saved = till.waitForEvent('download');
  await list.getByRole('button', { name: 'Save as a file' }).click();
  expect((await saved).suggestedFilename()).toBe('TILL-1-1-000004.json');
  await till.unroute('**/api/till/sales');
  await list.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(async () => (await sales()).length, { timeout: 10_000 }).toBe(4);
  const checks = await verifyBooks(journey.app.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
  expect(journey.complaints).toEqual([]);
});

it('says in red when its clock is more than five minutes off, and then gives nothing by the clock', async () => {
  const publish = async (more: object) => {
    const { id } = await askAs(office, '/api/promotions', samplePromotion(more));
    await askAs(office, `/api/promotions/${id}/publication`);
  };
  await till.keyboard.press('Escape');
  await till.getByRole('dialog').waitFor({ state: 'detached' });
  await publish({ schedule: { start: '2026-01-01T00:00', end: null, zone: 'store', weekdays: null, hours: null } });
  await till.getByRole('main').getByRole('button', { name: 'Product 5' }).first().click();
  await till.getByRole('button', { name: 'Pay HK$90.00' }).waitFor();
  await till.clock.setFixedTime(Date.now() + 10 * 60_000);
  // Whatever is published is heard at once, and what is heard tells the time.
  await publish({ trigger: { kind: 'code', sharedCodes: ['LATER'] } });
  await till.getByRole('button', { name: 'Clock 10 min off' }).click();
  await till.getByText('The clock of this device is wrong').waitFor();
  await till.keyboard.press('Escape');
  await till.getByRole('button', { name: 'Pay HK$100.00' }).waitFor();
  await till.clock.setFixedTime(Date.now());
  await publish({ trigger: { kind: 'code', sharedCodes: ['LATEST'] } });
  await till.getByRole('button', { name: 'Pay HK$90.00' }).waitFor();
  await till.getByRole('button', { name: 'Online' }).waitFor();
});
