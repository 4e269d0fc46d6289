/** The price that was shown when checkout began, while it is held and after. */
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import {
  addPriceList,
  changeProtection,
  defaultProtection,
  putEntries,
  readRules,
  setPrice,
} from '../pricing/index.ts';
import { movePromotion } from '../promotions/index.ts';

let now = Date.parse('2026-03-02T06:00:00.000Z');
let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 4, pieces: 1000, ratePpm: 50_000, clock: { now: () => now } });
  promoted = promotedShop(world);
});
afterEach(async () => {
  await promoted.endAll();
  const checks = await verifyBooks(world.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});
afterAll(() => world.close());

const minutes = (count: number) => {
  now += count * 60_000;
};
const end = (promotionId: string) => promoted.run(movePromotion, { promotionId, event: 'paused' });
const pay = (id: string, totalAmount?: number) =>
  promoted.shop.pay(world.shopper, newId(), id, {
    kind: 'test',
    ...(totalAmount === undefined ? {} : { totalAmount }),
  });
const place = (id: string, totalAmount: number) => promoted.shop.place(world.shopper, newId(), id, { totalAmount });
const rulesOf = async (orderId: string) =>
  (await promoted.rows('select rule_set_number as number from orders."order" where id = $1', orderId))[0].number;

it('a promotion that ends during checkout counts for ten minutes, and the order names its rules', async () => {
  const promotionId = await promoted.publish();
  const { number } = await promoted.read(readRules);
  const id = await promoted.basketOf([[promoted.variant(0), 1]]);
  const until = new Date(now + 10 * 60_000).toISOString();
  expect(await promoted.see(id)).toMatchObject({
    totalAmount: 9000,
    priceHold: { until, state: 'same', shownAmount: 9000 },
    validUntil: until,
  });
  await end(promotionId);
  minutes(9);
  expect(await promoted.see(id)).toMatchObject({
    totalAmount: 9000,
    ruleSetNumber: number,
    applied: [{ promotionId, name: { en: 'Ten percent' }, amount: 1000 }],
    priceHold: { until, state: 'kept', shownAmount: 9000 },
  });
  await pay(id, 9000);
  minutes(5);
  // The payment began in time.
  const placed = await place(id, 9000);
  expect(await rulesOf(placed.orderId)).toBe(number);
  expect(await promoted.totals(promotionId)).toEqual([{ uses: 1, pieces: 1, amount: 1000 }]);
});

it('a payment that began in time begins no hold anew: what it missed is priced as everybody’s', async () => {
  const promotionId = await promoted.publish();
  const id = await promoted.basketOf([[promoted.variant(0), 1]]);
  await end(promotionId);
  minutes(9);
  await pay(id, 9000);
  minutes(2);
  await promoted.shop.setContact(world.shopper, newId(), id, {
    contact: { name: 'Mei Chan', email: 'mei@example.test' },
  });
  minutes(7);
  await expect(pay(id, 9000)).rejects.toMatchObject({ refusal: { code: 'price.changed' } });
});

it('what is put in after the promotion ended was never shown at its price: the hold is over', async () => {
  const promotionId = await promoted.publish();
  const id = await promoted.basketOf([[promoted.variant(0), 2]]);
  await end(promotionId);
  // Less of it stays at the price that was shown.
  const set = (quantity: number) => promoted.shop.setLine(world.shopper, newId(), id, 1, { quantity });
  expect(await set(1000)).toMatchObject({ totalAmount: 9000, priceHold: { state: 'kept' } });
  const more = await promoted.shop.addLine(world.shopper, newId(), id, {
    variantId: promoted.variant(3),
    quantity: 5000,
  });
  expect(more).toMatchObject({ totalAmount: 60_000, applied: [], priceHold: { state: 'over' } });
  await expect(pay(id, 54_000)).rejects.toMatchObject({ refusal: { code: 'price.changed' } });
});

it('after ten minutes it is priced anew, says so, and is not charged unseen', async () => {
  const promotionId = await promoted.publish();
  const id = await promoted.basketOf([[promoted.variant(0), 1]]);
  await end(promotionId);
  minutes(10);
  expect(await promoted.see(id)).toMatchObject({
    totalAmount: 10_000,
    applied: [],
    priceHold: { state: 'over', shownAmount: 9000 },
  });
  await expect(pay(id, 9000)).rejects.toMatchObject({
    refusal: { code: 'price.changed', params: { totalAmount: 10_000 } },
  });
  const again = await promoted.shop.setContact(world.shopper, newId(), id, {
    contact: { name: 'Mei Chan', email: 'mei@example.test' },
  });
  expect(again).toMatchObject({ totalAmount: 10_000, priceHold: { state: 'same', shownAmount: 10_000 } });
});

it('a base price or a price list that rises is held, one that falls is taken at once', async () => {
  const [variantId, listed] = [promoted.variant(1), promoted.variant(2)];
  const list = await promoted.run(addPriceList, {
    name: { en: 'Web' },
    channels: [world.shopId],
    locations: null,
    members: null,
    tiers: null,
    memberTags: null,
    schedule: null,
  });
  const entry = (amount: number) =>
    promoted.run(putEntries, { priceListId: list.id, entries: [{ variantId: listed, minQuantity: 0, amount }] });
  await entry(8000);
  const id = await promoted.basketOf([
    [variantId, 1],
    [listed, 1],
  ]);
  await promoted.run(setPrice, { variantId, amount: 12_000 });
  await entry(9000);
  expect(await pay(id, 18_000)).toMatchObject({ totalAmount: 18_000, priceHold: { state: 'kept' } });
  await entry(5000);
  await promoted.run(setPrice, { variantId, amount: 9000 });
  expect(await pay(id)).toMatchObject({ totalAmount: 14_000, priceHold: { state: 'lower' } });
  expect(await place(id, 14_000)).toMatchObject({ totalAmount: 14_000 });
  await promoted.run(setPrice, { variantId, amount: 10_000 });
});

it('the last use of a promotion that ended meanwhile goes to one of two whose price is held', async () => {
  const promotionId = await promoted.publish({ limits: { ...noLimits, uses: 1 } });
  const baskets = [
    await promoted.basketOf([[promoted.variant(0), 1]]),
    await promoted.basketOf([[promoted.variant(0), 1]]),
  ];
  await end(promotionId);
  const paid = await Promise.allSettled(baskets.map((id) => pay(id, 9000)));
  expect(paid.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(paid.find((one) => one.status === 'rejected')).toMatchObject({
    reason: { refusal: { code: 'price.changed', params: { totalAmount: 10_000 } } },
  });
  const winner = baskets[paid.findIndex((one) => one.status === 'fulfilled')] as string;
  await place(winner, 9000);
  expect(await promoted.totals(promotionId)).toEqual([{ uses: 1, pieces: 1, amount: 1000 }]);
});

it('where nothing is held, what counts is the price of now', async () => {
  await promoted.run(changeProtection, { holdMinutes: 0, floorMarginBasisPoints: null });
  const promotionId = await promoted.publish();
  const id = await promoted.basketOf([[promoted.variant(0), 1]]);
  expect(await promoted.see(id)).toMatchObject({ totalAmount: 9000, priceHold: null });
  await end(promotionId);
  expect(await promoted.see(id)).toMatchObject({ totalAmount: 10_000, priceHold: null });
  await promoted.run(changeProtection, defaultProtection);
});
