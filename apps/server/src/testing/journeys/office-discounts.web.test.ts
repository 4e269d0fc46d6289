/** Discounts as the back office sees them: limits by hand, what is behind an order's price, what went too far. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordSales } from '../../modules/orders/index.ts';
import { newId } from '../../platform/ids.ts';
import { promotedShop } from '../promoted-shop.ts';
import { createTestWorld, saleOf, type TestWorld } from '../test-world.ts';
import { faultsOf } from './axe-faults.ts';
import { signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';

let world: TestWorld;
let journey: Journey;
let office: Page;
let orderId: string;
let saleId: string;

beforeAll(async () => {
  world = await createTestWorld({ pieces: 5 });
  const shop = promotedShop(world);
  await shop.publish();
  await shop.publish({
    name: { en: 'Welcome', 'zh-Hant': '迎新優惠' },
    phase: 'coupon',
    trigger: { kind: 'code', sharedCodes: ['HELLO10'] },
  });
  orderId = (await shop.buy(await shop.basketOf([[shop.variant(0), 2]], 'hello10'))).orderId;
  saleId = await sellByHand(3000);
  journey = await openJourney(world.database);
  office = await journey.newPage({ viewport: { width: 1440, height: 900 }, bypassCSP: true });
  await signIn(office, owner());
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

const owner = () => ({ email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' });
const limits = () => office.getByRole('textbox', { name: /^(Cashiers|Managers)/ });
const savedLimits = async () =>
  (
    await world.database.adminPool.query('select discount_limits from merchants.merchant where merchant_id = $1', [
      world.merchantId,
    ])
  ).rows[0].discount_limits;

/** A till's sale at 100.00 of which nobody in particular took `amount` off. */
async function sellByHand(amount: number): Promise<string> {
  const sale = saleOf(world, [world.variants[1]?.id ?? '']);
  const units = [{ from: 0, count: 1, perUnit: amount }];
  const allocations = [{ promotionId: null, code: null, amount, baseAmount: 10_000, units }];
  const manualDiscount = { reward: { kind: 'amount' as const, amount }, reason: 'Scratched' };
  await world.platform.bus.run(recordSales, {
    merchantId: world.merchantId,
    id: newId(),
    actor: { kind: 'register', registerId: world.registerId },
    body: {
      ...sale,
      lines: sale.lines.map((line) => ({ ...line, discountAmount: amount, allocations })),
      tenders: [{ kind: 'cash', amount: 10_000 - amount }],
      totalAmount: 10_000 - amount,
      pricing: { ruleSetNumber: 0, hash: 'x', codes: [], applied: [], approvals: [], manualDiscount },
    },
  });
  return sale.orderId;
}

it('an owner sets what each role may take off by hand; what is no percentage is refused', async () => {
  await office.goto('/admin/settings/merchant');
  await office.getByRole('heading', { name: 'Discounts by hand' }).waitFor();
  await office.getByText(/the till asks for the PIN/).waitFor();
  const panel = office.locator('form').filter({ hasText: 'Discounts by hand' });
  const [cashier, manager] = [limits().nth(0), limits().nth(1)];
  await cashier.fill('120');
  await panel.getByRole('button', { name: 'Save' }).click();
  await panel.getByText('A percentage from 0 to 100').waitFor();
  expect(await savedLimits()).toEqual({ cashier: 1000, manager: 5000 });

  await cashier.fill('7.5');
  await manager.fill('100');
  await panel.getByText('Up to 7.5% off a line').waitFor();
  await panel.getByText('May take off any amount').waitFor();
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect.poll(savedLimits).toEqual({ cashier: 750, manager: 10_000 });
  await expect.poll(() => panel.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await office.reload();
  await expect.poll(() => limits().nth(0).inputValue()).toBe('7.5');
});

it('a sale beyond the limit stands under things to check with its figures, and leads to the sale', async () => {
  await office.goto('/admin/exceptions');
  const row = office.getByRole('row', { name: /Took more off by hand than anybody allowed/ });
  await row.getByText(/taken off, 10% allowed/).waitFor();
  await row.getByRole('link').click();
  await office.waitForURL(`**/admin/orders/${saleId}`);
  await office.getByRole('list', { name: 'Discount' }).getByText('By hand').waitFor();
});

it('an order says which promotion and code took what off each line, and by which rules; then it is refunded', async () => {
  await office.goto(`/admin/orders/${orderId}`);
  const shares = office.getByRole('list', { name: 'Discount' }).getByRole('listitem');
  await shares.first().waitFor();
  expect(await shares.allInnerTexts()).toEqual([
    expect.stringMatching(/^Ten percent\s+−HK\$20\.00$/),
    expect.stringMatching(/^Welcome · code HELLO10\s+−HK\$18\.00$/i),
  ]);
  await office.getByRole('heading', { name: 'How it was priced' }).waitFor();
  await office.getByText('rules no. 2', { exact: true }).waitFor();
  await office.getByText(/^hello10$/i).waitFor();
  expect(await faultsOf(office, 'order')).toEqual([]);

  await office.getByRole('button', { name: 'Cancel order' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Cancel order' }).click();
  await office.getByRole('dialog').waitFor({ state: 'detached' });
  await office.getByText('Cancelled').first().waitFor();
  expect(await shares.count()).toBe(2);

  await office.goto(`/admin/orders/${saleId}`);
  await office.getByRole('button', { name: 'Refund' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Everything' }).click();
  await office.getByRole('dialog').getByRole('button', { name: 'Refund HK$70.00' }).click();
  await office.getByRole('dialog').waitFor({ state: 'detached' });
  await office.getByText('Everything refunded').waitFor();
});

it('holds each to axe on a phone, in the dark and in Chinese, and fits its width', async () => {
  const page = await journey.newPage({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    bypassCSP: true,
  });
  await signIn(page, owner());
  await page.evaluate(`localStorage.setItem('tandem.locale', 'zh-Hant')`);
  const faults: string[] = [];
  for (const path of [
    'settings/merchant',
    'exceptions',
    `orders/${orderId}`,
    'products',
    'promotions',
    'prices',
    'coupons',
  ]) {
    await page.goto(`/admin/${path}`);
    await page.locator('h1').first().waitFor();
    faults.push(...(await faultsOf(page, path)));
    const isTooWide = await page.evaluate(
      `document.documentElement.scrollWidth > document.documentElement.clientWidth`,
    );
    if (isTooWide) faults.push(`${path}: wider than the screen`);
  }
  expect(faults).toEqual([]);
  expect(journey.complaints).toEqual([]);
});
