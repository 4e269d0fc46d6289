/** Promotions that ask how an order is paid, and those of another place: told before, charged as told. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';

let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 2, pieces: 100, ratePpm: 50_000 });
  promoted = promotedShop(world);
});
afterEach(() => promoted.endAll());
afterAll(() => world.close());

const pay = (id: string, kind: 'test' | 'in_store', totalAmount: number) =>
  promoted.shop.pay(world.shopper, newId(), id, { kind, totalAmount });

it('what each way to pay comes to is told before, and charged so', async () => {
  const promotionId = await promoted.publish({ condition: { kind: 'tender', tenders: ['test'] } });
  const id = await promoted.basketOf([[promoted.variant(0), 2]]);
  const payments = [
    { kind: 'test', totalAmount: 18_000 },
    { kind: 'in_store', totalAmount: 20_000 },
  ];
  expect(await promoted.see(id)).toMatchObject({
    totalAmount: 20_000,
    payment: null,
    payments,
    refused: [{ promotionId, reason: 'wrong_tender', params: { tenders: 'test' } }],
  });
  expect(await promoted.shop.read(world.shopper, id, 'test')).toMatchObject({
    totalAmount: 18_000,
    payment: null,
    payments,
    applied: [{ promotionId, amount: 2000 }],
  });
  expect(await promoted.shop.read(world.shopper, id, 'in_store')).toMatchObject({ totalAmount: 20_000, payments });

  await expect(pay(id, 'test', 20_000)).rejects.toMatchObject({
    refusal: { code: 'price.changed', params: { totalAmount: 18_000 } },
  });
  expect(await pay(id, 'test', 18_000)).toMatchObject({ totalAmount: 18_000, payment: { kind: 'test' }, payments });
  // A payment that has begun is what the basket is priced by, whatever else is asked for.
  expect(await promoted.shop.read(world.shopper, id, 'in_store')).toMatchObject({ totalAmount: 18_000, payments });
  expect(await promoted.shop.place(world.shopper, newId(), id, { totalAmount: 18_000 })).toMatchObject({
    totalAmount: 18_000,
  });
  expect(await promoted.totals(promotionId)).toEqual([{ uses: 1, pieces: 2, amount: 2000 }]);

  const other = await promoted.basketOf([[promoted.variant(0), 1]]);
  await pay(other, 'in_store', 10_000);
  await promoted.shop.place(world.shopper, newId(), other, { totalAmount: 10_000 });
  expect(await promoted.totals(promotionId)).toEqual([{ uses: 1, pieces: 2, amount: 2000 }]);
  const checks = await verifyBooks(world.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});

it('ways to pay are told once the delivery is known, and the store only for what is collected', async () => {
  const { id } = await promoted.shop.open(world.shopper, newId(), {});
  await promoted.shop.addLine(world.shopper, newId(), id, { variantId: promoted.variant(0), quantity: 1000 });
  expect(await promoted.see(id)).toMatchObject({ payments: [] });
  await promoted.shop.setDelivery(world.shopper, newId(), id, {
    method: 'ship',
    address: { lines: ['1 Queen’s Road'], city: 'Hong Kong', country: 'HK' },
  });
  const { payments, totalAmount } = await promoted.see(id);
  expect(payments).toEqual([{ kind: 'test', totalAmount }]);
});

it('a promotion of the stores says so in the online store, and one of a single store names it', async () => {
  const { rows } = await world.database.adminPool.query(
    "select id from merchants.channel where merchant_id = $1 and kind = 'till'",
    [world.merchantId],
  );
  const tills: string[] = rows.map((one: { id: string }) => one.id);
  const ofTill = await promoted.publish({ channels: tills });
  const ofStore = await promoted.publish({ locations: [world.storeId] });
  const { id } = await promoted.shop.open(world.shopper, newId(), {});
  const { refused } = await promoted.shop.addLine(world.shopper, newId(), id, {
    variantId: promoted.variant(0),
    quantity: 1000,
  });
  const paramsOf = (promotionId: string) => refused.find((one) => one.promotionId === promotionId)?.params;
  expect(paramsOf(ofTill)).toEqual(tills.length === 1 ? { channelId: world.storeId } : { place: 'stores' });
  expect(paramsOf(ofStore)).toEqual({ locationId: world.storeId });
});
