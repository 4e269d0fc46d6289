/** Two returns at once, the same one twice, and one against a cancellation: each piece comes back once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { RefusalError } from '../../platform/refusal.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { cancelOrder } from './cancel-order.ts';
import { recordSales } from './record-sales.ts';
import { type RefundBody, refundSale } from './refund-sale.ts';

let world: TestWorld;
let shop: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 4, ratePpm: 50_000 });
  shop = promotedShop(world);
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

it('the books hold after all of it', async () => {
  const results = await verifyBooks(world.platform.pool, world.merchantId);
  expect(results.filter((result) => result.differences > 0)).toEqual([]);
});
