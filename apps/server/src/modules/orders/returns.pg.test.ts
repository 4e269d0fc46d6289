/** Goods that come back piece by piece: the frozen share of each, the tenders, the stock. */

import { defaultPricingSettings } from '@tandem/domain/pricing/rule-set.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { RefusalError } from '../../platform/refusal.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { everything } from '../../testing/sample-promotion.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { changeSettings } from '../pricing/index.ts';
import { handOverFulfilment, stageFulfilment } from './fulfil-order.ts';
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
const level = async (index: number, locationId = world.storeId) =>
  (
    await shop.rows(
      'select sellable, damaged, quality_control, value_amount from inventory.stock_level where variant_id = $1 and location_id = $2',
      shop.variant(index),
      locationId,
    )
  )[0];
const codeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === 'fulfilled' ? 'ok' : (result.reason as RefusalError).refusal.code;
const counts = () =>
  shop.rows(`select (select count(*) from orders."return")::int as returns, (select count(*) from orders.tender)::int as tenders,
    (select count(*) from inventory.movement)::int as movements, (select sum(returned_quantity) from orders.order_line)::int as returned`);

describe('an order with three for 99, a tenth off and a coupon', () => {
  it('gives each piece what was paid for it, in any order, and all pieces exactly what was paid', async () => {
    const only = { ...everything, products: [world.variants[0]?.productId ?? ''] };
    await shop.publish({
      phase: 'set',
      action: { kind: 'n_for_price', n: 3, amount: 9900, fill: 'dearest_first', items: only },
    });
    await shop.publish({ phase: 'order' });
    const couponId = await shop.publish({
      phase: 'coupon',
      trigger: { kind: 'code', sharedCodes: ['SAVE5'] },
      action: { kind: 'amount_off', amount: 500, per: 'order', items: everything, units: { which: 'all' } },
    });
    const basket = await shop.basketOf(
      [
        [shop.variant(0), 4],
        [shop.variant(1), 1],
      ],
      'save5',
    );
    const { orderId } = await shop.buy(basket);
    await shop.endAll();
    const order = await shop.orderOf(orderId);
    // 99.00 + 100.00 + 100.00 less a tenth = 269.10, less 5.00.
    expect(order.paidAmount).toBe(26_410);
    const fulfilmentId = order.fulfilments[0]?.id ?? '';
    expect(codeOf((await Promise.allSettled([refund(orderId, pieces(1, 1))]))[0] as never)).toBe(
      'order.not_refundable',
    );
    await shop.run(stageFulfilment, { fulfilmentId });
    await shop.run(handOverFulfilment, { fulfilmentId });

    const back: number[] = [];
    let before = 0;
    const take = async (more: Partial<RefundBody>) => {
      const after = await refund(orderId, more);
      back.push(after.refundedAmount - before);
      before = after.refundedAmount;
      return after;
    };
    await take(pieces(1, 1));
    await take({ lines: [{ lineNo: 1, quantity: 1000, units: [{ from: 3000, quantity: 1000 }] }] });
    await take(pieces(2, 1));
    const half = await take(pieces(1, 1));
    expect(half).toMatchObject({
      headline: 'partially_refunded',
      lines: [{ returnedQuantity: 3000 }, { returnedQuantity: 1000 }],
    });
    const whole = await take(pieces(1, 1));

    // 179.10 and 90.00 share the 5.00; of the first line a piece of the three keeps 29.15, the fourth 88.32.
    expect(back).toEqual([2915, 8832, 8833, 2915, 2915]);
    expect(whole).toMatchObject({ refundedAmount: 26_410, headline: 'refunded' });
    expect(whole.returns.flatMap((one) => one.lines.map((line) => line.units))).toEqual([
      [{ from: 0, quantity: 1000 }],
      [{ from: 3000, quantity: 1000 }],
      [{ from: 0, quantity: 1000 }],
      [{ from: 1000, quantity: 1000 }],
      [{ from: 2000, quantity: 1000 }],
    ]);
    expect(whole.events.map((event) => event.kind).filter((kind) => kind.startsWith('order.r'))).toEqual([
      'order.returned',
      'order.returned',
      'order.returned',
      'order.returned',
      'order.refunded',
    ]);
    // A code that was used stays used.
    expect(await shop.totals(couponId)).toEqual([{ uses: 1, pieces: 5, amount: 500 }]);
    expect([await level(0), await level(1)]).toEqual([
      { sellable: 50_000, damaged: 0, quality_control: 0, value_amount: 200_000 },
      { sellable: 50_000, damaged: 0, quality_control: 0, value_amount: 200_000 },
    ]);
    // Reports count each return on its own day by its frozen shares: together exactly what was sold, to the cent.
    await verifyBooks(world.platform.pool, world.merchantId);
    const days = await shop.rows(
      `select sum(returns)::int as returns, sum(returned_amount)::int as net, sum(net_amount)::int as left, sum(tax_amount)::int as tax, sum(units)::int as units
        from reports.daily_sales where channel_id = $1`,
      world.shopId,
    );
    expect(days).toEqual([{ returns: 5, net: order.netAmount, left: 0, tax: 0, units: 0 }]);
  });
});

describe('an order with a gift', () => {
  it('takes the gift back for nothing, and keeps it where the goods alone come back', async () => {
    const promotionId = await shop.publish({
      phase: 'gift',
      action: {
        kind: 'gift',
        items: everything,
        steps: [{ minAmount: 10_000, minCount: null, choices: [shop.variant(1)], count: 1 }],
      },
    });
    const basket = await shop.basketOf([[shop.variant(0), 1]]);
    const gift = { variantId: shop.variant(1), quantity: 1000, offeredBy: promotionId };
    await shop.shop.addLine(world.shopper, newId(), basket, gift);
    const { orderId } = await shop.buy(basket);
    await shop.endAll();
    const fulfilmentId = (await shop.orderOf(orderId)).fulfilments[0]?.id ?? '';
    await shop.run(stageFulfilment, { fulfilmentId });
    await shop.run(handOverFulfilment, { fulfilmentId });

    const goods = await refund(orderId, pieces(1, 1));
    expect([goods.refundedAmount, goods.lines[1]?.returnedQuantity]).toEqual([10_000, 0]);
    const whole = await refund(orderId, pieces(2, 1));
    expect([whole.refundedAmount, whole.returns[1]?.totalAmount, whole.tenders.length]).toEqual([10_000, 0, 2]);
    expect(whole.lines[1]).toMatchObject({ returnedQuantity: 1000, netAmount: 0, taxAmount: 0 });
  });
});

describe('an order that came back whole', () => {
  it('gives its coupon back once where the merchant says so, and never for a part', async () => {
    await shop.run(changeSettings, { ...defaultPricingSettings, returnedOrder: 'gives_use_back' });
    const couponId = await shop.publish({ trigger: { kind: 'code', sharedCodes: ['AGAIN'] }, phase: 'coupon' });
    const { orderId } = await shop.buy(await shop.basketOf([[shop.variant(1), 2]], 'again'));
    const fulfilmentId = (await shop.orderOf(orderId)).fulfilments[0]?.id ?? '';
    await shop.run(stageFulfilment, { fulfilmentId });
    await shop.run(handOverFulfilment, { fulfilmentId });

    await refund(orderId, pieces(1, 1));
    expect(await shop.totals(couponId)).toEqual([{ uses: 1, pieces: 2, amount: 2000 }]);
    await refund(orderId, pieces(1, 1));
    expect(await shop.totals(couponId)).toEqual([{ uses: 0, pieces: 0, amount: 0 }]);
    await shop.run(changeSettings, defaultPricingSettings);
    await shop.endAll();
  });
});

describe('a sale at the till', () => {
  it('comes back in parts where they are handed in, each in its condition, at the cost it was sold with', async () => {
    const before = await level(2);
    const orderId = await sold([2, 3], { quantity: 3000 });

    const after = await refund(orderId, {
      locationId: world.warehouseId,
      lines: [
        { lineNo: 1, quantity: 1000, disposition: 'damaged' },
        { lineNo: 2, quantity: 2000, disposition: 'quality_control' },
      ],
    });

    expect(after).toMatchObject({
      refundedAmount: 30_000,
      returns: [
        {
          totalAmount: 30_000,
          locationId: world.warehouseId,
          lines: [
            { lineNo: 1, quantity: 1000, netAmount: 9524, taxAmount: 476, disposition: 'damaged' },
            { lineNo: 2, quantity: 2000, netAmount: 19_047, taxAmount: 953, disposition: 'quality_control' },
          ],
        },
      ],
    });
    expect(await level(2, world.warehouseId)).toEqual({
      sellable: 0,
      damaged: 1000,
      quality_control: 0,
      value_amount: 4000,
    });
    expect(await level(3, world.warehouseId)).toMatchObject({ quality_control: 2000, value_amount: 8000 });
    expect((await level(2)).sellable).toBe(before.sellable - 3000);
    // Everything that is left: the old way is a special case of the new one.
    expect(await refund(orderId)).toMatchObject({ refundedAmount: 60_000, headline: 'refunded' });
  });

  it('paid by two cards and cash gives the largest card back first, or as a person says, and never more than was paid', async () => {
    const body = saleOf(world, [shop.variant(2)], { quantity: 3000 });
    const paid: ['card' | 'cash', number][] = [
      ['card', 5000],
      ['card', 15_000],
      ['cash', 10_000],
    ];
    await shop.run(recordSales, { ...body, tenders: paid.map(([kind, amount]) => ({ kind, amount })) });
    const backs = (order: Awaited<ReturnType<typeof refund>>) =>
      order.tenders.filter((one) => one.event === 'refunded').map((one) => [one.refundsEntryNo, one.kind, one.amount]);

    const nothing = await counts();
    await expect(
      refund(body.orderId, { ...pieces(1, 1), tenders: [{ entryNo: 1, amount: 10_000 }] }),
    ).rejects.toMatchObject({
      refusal: { code: 'refund.exceeds_tender', field: 'tenders', params: { entryNo: 1, refundable: 5000 } },
    });
    await expect(
      refund(body.orderId, { ...pieces(1, 1), tenders: [{ entryNo: 3, amount: 9000 }] }),
    ).rejects.toMatchObject({
      refusal: { code: 'refund.not_the_sum', field: 'tenders', params: { due: 10_000 } },
    });
    expect(await counts()).toEqual(nothing);
    expect(backs(await refund(body.orderId, pieces(1, 1)))).toEqual([[2, 'card', -10_000]]);
    const chosen = await refund(body.orderId, { ...pieces(1, 1), tenders: [{ entryNo: 3, amount: 10_000 }] });
    expect(backs(chosen)).toEqual([
      [2, 'card', -10_000],
      [3, 'cash', -10_000],
    ]);
    expect(backs(await refund(body.orderId)).slice(2)).toEqual([
      [1, 'card', -5000],
      [2, 'card', -5000],
    ]);
  });

  it('returns what was weighed by weight', async () => {
    const orderId = await sold([3], { quantity: 1250 });
    expect((await refund(orderId, { lines: [{ lineNo: 1, quantity: 500 }] })).refundedAmount).toBe(5000);
    expect((await refund(orderId)).refundedAmount).toBe(12_500);
  });

  it('refuses more than is left, a strange line and a line twice by name, and changes nothing', async () => {
    const orderId = await sold([2], { quantity: 2000 });
    await refund(orderId, pieces(1, 1));
    const nothing = await counts();
    await expect(refund(orderId, pieces(1, 2))).rejects.toMatchObject({
      refusal: { code: 'return.too_many', field: 'lines.0.quantity', params: { lineNo: 1, left: 1000 } },
    });
    await expect(refund(orderId, pieces(7, 1))).rejects.toMatchObject({
      refusal: { code: 'return.unknown_line', field: 'lines.0.lineNo', params: { lineNo: 7 } },
    });
    await expect(refund(orderId, { lines: [...pieces(1, 1).lines, ...pieces(1, 1).lines] })).rejects.toMatchObject({
      refusal: { code: 'return.line_twice', field: 'lines.1.lineNo' },
    });
    const wrong = [{ lineNo: 1, quantity: 1000, units: [{ from: 0, quantity: 500 }] }];
    await expect(refund(orderId, { lines: wrong })).rejects.toMatchObject({
      refusal: { code: 'return.units_mismatch', field: 'lines.0.units' },
    });
    await expect(refund(orderId, { lines: [] })).rejects.toMatchObject({
      refusal: { code: 'order.nothing_to_refund' },
    });
    await refund(orderId);
    await expect(refund(orderId)).rejects.toMatchObject({ refusal: { code: 'order.nothing_to_refund' } });
    expect(await counts()).not.toEqual(nothing);
  });
});

it('the books hold after all of it', async () => {
  const results = await verifyBooks(world.platform.pool, world.merchantId);
  expect(results.filter((result) => result.differences > 0)).toEqual([]);
});
