/** How low discounts may go: the same floor in the basket, at the till, on the shelf and in previews. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { previewPromotion, recordSales } from '../modules/orders/index.ts';
import { changeProtection, defaultProtection, readRules, setPrice } from '../modules/pricing/index.ts';
import { priceGoods } from '../modules/storefront/index.ts';
import { readTillVariants } from '../modules/tills/index.ts';
import { newId } from '../platform/ids.ts';
import { verifyBooks } from '../verify/verify-books.ts';
import { type PromotedShop, promotedShop } from './promoted-shop.ts';
import { everything } from './sample-promotion.ts';
import { createTestWorld, saleOf, type TestWorld } from './test-world.ts';

let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 2, pieces: 1000, ratePpm: 50_000 });
  promoted = promotedShop(world);
});
afterEach(async () => {
  await promoted.endAll();
  await promoted.run(changeProtection, defaultProtection);
});
afterAll(() => world.close());

// A piece costs 40.00; twice that is 80.00, with 5% tax in it 84.00.
const doubled = { holdMinutes: 10, floorMarginBasisPoints: 10_000 };
const half = { kind: 'percent_off' as const, basisPoints: 5000, items: everything, units: { which: 'all' as const } };
const now = () => new Date().toISOString();
const atTill = async () =>
  (await promoted.read((tx) => readTillVariants(tx, world.storeId, [promoted.variant(0)], now())))[0]?.floorAmount;

it('stops discounts at cost and margin, says so, and freezes what was taken off', async () => {
  await promoted.run(changeProtection, doubled);
  const promotionId = await promoted.publish({ phase: 'line', action: half });
  const other = await promoted.publish();
  const id = await promoted.basketOf([[promoted.variant(0), 2]]);
  expect(await promoted.see(id)).toMatchObject({
    totalAmount: 16_800,
    discountAmount: 3200,
    applied: [{ promotionId, amount: 3200 }],
    refused: [{ promotionId: other, reason: 'floor_reached' }],
  });
  expect(await promoted.buy(id)).toMatchObject({ totalAmount: 16_800 });
  const shelf = await promoted.read((tx) => priceGoods(tx, world.shopId, [promoted.variant(0)], Date.now()));
  expect(shelf.prices.get(promoted.variant(0))?.listed.unitAmount).toBe(8400);
  const checks = await verifyBooks(world.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});

it('tells the till what discounts may reach only where a margin is asked for, and takes its sale for right', async () => {
  expect(await atTill()).toBeNull();
  await promoted.run(changeProtection, doubled);
  expect(await atTill()).toBe(8400);
  const promotionId = await promoted.publish({ phase: 'line', action: half });
  const { number } = await promoted.read(readRules);
  const sale = saleOf(world, [promoted.variant(0)]);
  const applied = { promotionId, code: null, couponId: null, times: 1, pieces: 1, amount: 1600 };
  await promoted.run(recordSales, {
    ...sale,
    lines: sale.lines.map((line) => ({ ...line, discountAmount: 1600, floorUnitAmount: 8400 })),
    pricing: { ruleSetNumber: number, hash: 'x', codes: [], applied: [applied] },
    tenders: [{ kind: 'card', amount: 8400 }],
    totalAmount: 8400,
  });
  expect(await promoted.rows('select kind from platform.exception where subject_id = $1', sale.orderId)).toEqual([]);
});

it('keeps to the floor that is named for the goods, also without a margin, and forgets it when it is taken away', async () => {
  const [variantId, amount] = [promoted.variant(1), 10_000];
  await promoted.run(setPrice, { variantId, amount, floorAmount: 9500 });
  await promoted.publish();
  const id = await promoted.basketOf([[variantId, 1]]);
  expect(await promoted.see(id)).toMatchObject({ totalAmount: 9500 });
  await promoted.run(setPrice, { variantId, amount });
  expect(await promoted.shop.pay(world.shopper, newId(), id, { kind: 'test' })).toMatchObject({ totalAmount: 9500 });
  await promoted.run(setPrice, { variantId, amount, floorAmount: null });
  expect(await promoted.buy(await promoted.basketOf([[variantId, 1]]))).toMatchObject({ totalAmount: 9000 });
});

it('is seen in the preview of a draft', async () => {
  await promoted.run(changeProtection, doubled);
  const asked = {
    basket: {
      channelId: world.shopId,
      locationId: null,
      memberId: null,
      codes: [],
      shippingMethod: null,
      lines: [{ variantId: promoted.variant(0), quantity: 1000 }],
    },
    definition: null,
    promotionId: null,
  };
  await promoted.publish({ phase: 'line', action: half });
  const { now: priced } = await promoted.read((tx) => previewPromotion(tx, asked, now()));
  expect(priced.totals).toMatchObject({ discountAmount: 1600, totalAmount: 8400 });
});
