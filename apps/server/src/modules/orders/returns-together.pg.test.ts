/** Two returns at once, the same one twice, and one against a cancellation: each piece comes back once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { RefusalError } from '../../platform/refusal.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { adjustStock, receiveStock } from '../inventory/index.ts';
import { forgetSellingFacts } from '../merchants/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { handOverFulfilment, stageFulfilment } from './fulfil-order.ts';
import { recordSales } from './record-sales.ts';
import { type RefundBody, refundSale } from './refund-sale.ts';

let world: TestWorld;
let shop: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 4, ratePpm: 50_000 });
  shop = promotedShop(world);
  await shop.rows(
    'insert into merchants.channel_source (merchant_id, channel_id, location_id, rank) values ($1, $2, $3, 9)',
    world.merchantId,
    world.shopId,
    world.warehouseId,
  );
  forgetSellingFacts();
});
afterAll(() => world.close());

const refund = (orderId: string, more: Partial<RefundBody> = {}, id = newId()) =>
  world.platform.bus.run(refundSale, {
    merchantId: world.merchantId,
    id,
    actor: { kind: 'staff', staffId: world.ownerId },
    body: { orderId, reason: 'too small', disposition: 'sellable', ...more },
  });
const pieces = (lineNo: number, count: number) => ({ lines: [{ lineNo, quantity: count * 1000 }] });
const sold = async (indexes: number[], more: Parameters<typeof saleOf>[2] = {}) => {
  const body = saleOf(world, indexes.map(shop.variant), more);
  await shop.run(recordSales, body);
  return body.orderId;
};
const codeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === 'fulfilled' ? 'ok' : (result.reason as RefusalError).refusal.code;

describe('two at once', () => {
  it('of the same piece: one is done, the other is refused with how many are left', async () => {
    const orderId = await sold([2], { quantity: 2000 });
    await refund(orderId, pieces(1, 1));

    const both = await Promise.allSettled([refund(orderId, pieces(1, 1)), refund(orderId, pieces(1, 1))]);

    expect(both.map(codeOf).sort()).toEqual(['ok', 'return.too_many']);
    const refused = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ refusal: { params: { lineNo: 1, left: 0 } } });
    expect((await shop.orderOf(orderId)).refundedAmount).toBe(20_000);
  });

  it('goods are locked before the number of the return, as a cancellation locks them', async () => {
    const [orderId, other] = [await sold([2]), await sold([3])];
    await refund(other);
    const cancellation = await world.database.adminPool.connect();
    try {
      await cancellation.query('begin');
      await cancellation.query('select 1 from inventory.stock_level where variant_id = $1 for update', [
        shop.variant(2),
      ]);
      const refunded = refund(orderId);
      const waits = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
      while ((await shop.rows(waits)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await cancellation.query("select 1 from orders.number_series where series = 'R' for update nowait");
      await cancellation.query('commit');
      expect((await refunded).refundedAmount).toBe(10_000);
    } finally {
      cancellation.release(true);
    }
  });

  it('with the same command id: one return, the same answer', async () => {
    const orderId = await sold([2], { quantity: 2000 });
    const id = newId();

    const [first, second] = await Promise.all([refund(orderId, pieces(1, 1), id), refund(orderId, pieces(1, 1), id)]);

    expect(first).toEqual(second);
    expect(await refund(orderId, pieces(1, 1), id)).toEqual(first);
    expect((await shop.orderOf(orderId)).lines[0]?.returnedQuantity).toBe(1000);
  });

  it('a return and a cancellation of an order that waits: the order is cancelled, nothing comes back', async () => {
    const { orderId } = await shop.buy(await shop.basketOf([[shop.variant(1), 2]]));

    const both = await Promise.allSettled([
      refund(orderId, pieces(1, 1)),
      shop.run(cancelOrder, { orderId, reason: '' }),
    ]);

    expect(both.map(codeOf)).toEqual(['order.not_refundable', 'ok']);
    const order = await shop.orderOf(orderId);
    expect([order.state, order.refundedAmount, order.returns.length]).toEqual(['cancelled', 20_000, 1]);
  });
});

describe('an order that left in part', () => {
  it('takes back what was shipped and refuses what waits by its line; it is not cancelled any more', async () => {
    const far = shop.variant(3);
    const line = { variantId: far, bucket: 'sellable' as const, quantity: -50_000 };
    await shop.run(adjustStock, { locationId: world.storeId, reason: 'lost', lines: [line] });
    const arrived = [{ variantId: far, quantity: 9000, unitCost: 4000 }];
    await shop.run(receiveStock, { locationId: world.warehouseId, kind: 'receipt', lines: arrived });
    const basket = await shop.basketOf([
      [shop.variant(0), 1],
      [far, 1],
    ]);
    const address = { lines: ['1 Queen’s Road'], city: 'Hong Kong', country: 'HK' };
    await shop.shop.setDelivery(world.shopper, newId(), basket, { method: 'ship', address });
    const { orderId } = await shop.buy(basket);
    const groups = (await shop.orderOf(orderId)).fulfilments;
    expect(groups).toHaveLength(2);
    const fulfilmentId = groups.find((one) => one.locationId === world.storeId)?.id ?? '';
    await shop.run(stageFulfilment, { fulfilmentId });
    await shop.run(handOverFulfilment, { fulfilmentId });

    await expect(refund(orderId, { lines: [...pieces(1, 1).lines, ...pieces(2, 1).lines] })).rejects.toMatchObject({
      refusal: { code: 'order.not_refundable', field: 'lines.1.lineNo', params: { lineNo: 2 } },
    });
    await expect(refund(orderId)).rejects.toMatchObject({ refusal: { code: 'order.not_refundable' } });
    expect(await refund(orderId, pieces(1, 1))).toMatchObject({ state: 'placed', refundedAmount: 10_000 });
    await expect(shop.run(cancelOrder, { orderId, reason: '' })).rejects.toMatchObject({
      refusal: { code: 'order.not_cancellable' },
    });
  });
});

it('the books hold after all of it', async () => {
  const results = await verifyBooks(world.platform.pool, world.merchantId);
  expect(results.filter((result) => result.differences > 0)).toEqual([]);
});
