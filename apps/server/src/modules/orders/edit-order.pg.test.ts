/** An order that is edited before it is picked: prices, stock, uses and money follow, and what it was stays known. */
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { editShop } from '../../testing/edit-shop.ts';
import { makeBundle } from '../../testing/make-bundle.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { forgetBundles } from '../catalog/index.ts';
import { forgetSellingFacts } from '../merchants/index.ts';
import { setPrice } from '../pricing/index.ts';
import { addBatch, makeCoupons, movePromotion } from '../promotions/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { handOverFulfilment, stageFulfilment } from './fulfil-order.ts';
import { previewEdit } from './preview-edit.ts';
import { recordSales } from './record-sales.ts';
import { refundSale } from './refund-sale.ts';
import { forgetCards } from './sold-cards.ts';

let world: TestWorld;
let promoted: PromotedShop;
type EditShop = ReturnType<typeof editShop>;
let level: EditShop['level'];
let bought: EditShop['bought'];
let line: EditShop['line'];
let edit: EditShop['edit'];
let codeOf: EditShop['codeOf'];
beforeAll(async () => {
  world = await createTestWorld({ products: 8, pieces: 1000, ratePpm: 50_000 });
  promoted = promotedShop(world);
  ({ level, bought, line, edit, codeOf } = editShop(world, promoted));
});
afterEach(async () => {
  await promoted.endAll();
  const checks = await verifyBooks(world.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});
afterAll(() => world.close());

const ledger = (orderId: string) =>
  promoted.rows(
    'select event, times, amount from promotions.usage_entry where order_id = $1 order by entry_no',
    orderId,
  );

describe('a lower total', () => {
  it('goes back to what it was paid with; goods and uses are let go by the difference; the version stays', async () => {
    const promotionId = await promoted.publish();
    const orderId = await bought([
      [0, 3],
      [1, 1],
    ]);
    const before = await level(0);
    const edited = await edit(orderId, [line(0, 2, 1)], { reason: 'One too many' });
    expect(edited).toMatchObject({
      version: 2,
      totalAmount: 18_000,
      paidAmount: 18_000,
      refundedAmount: 0,
      headline: 'to_fulfil',
    });
    expect(edited.lines).toMatchObject([{ lineNo: 1, quantity: 2000, discountAmount: 2000 }]);
    expect(edited.tenders).toMatchObject([
      { event: 'captured', amount: 36_000 },
      { event: 'refunded', amount: -18_000, kind: 'test' },
    ]);
    expect(before - (await level(0))).toBe(1000);
    expect(await ledger(orderId)).toEqual([
      { event: 'used', times: 1, amount: 4000 },
      { event: 'given_back', times: -1, amount: -4000 },
      { event: 'used', times: 1, amount: 2000 },
    ]);
    expect(await promoted.totals(promotionId)).toEqual([{ uses: 1, pieces: 2, amount: 2000 }]);
    const story = edited.events.find((event) => event.kind === 'order.edited');
    expect(story).toMatchObject({
      staffId: world.ownerId,
      detail: {
        totalBefore: 36_000,
        totalAfter: 18_000,
        refundAmount: 18_000,
        reason: 'One too many',
        lines: [
          { sku: 'A-1', before: 3000, after: 2000 },
          { sku: 'A-2', before: 1000, after: 0 },
        ],
      },
    });
    const [kept] = await promoted.rows('select * from orders.order_version where order_id = $1', orderId);
    expect(kept).toMatchObject({
      version: 1,
      total_amount: 36_000,
      reason: 'One too many',
      replaced_by: world.ownerId,
    });
    expect(kept.content.lines).toMatchObject([
      { quantity: 3000, allocations: [{ promotionId, amount: 3000 }] },
      { quantity: 1000 },
    ]);
    const placed = await promoted.orderOf(orderId);
    await promoted.run(stageFulfilment, { fulfilmentId: placed.fulfilments[0]?.id ?? '' });
    await promoted.run(handOverFulfilment, { fulfilmentId: placed.fulfilments[0]?.id ?? '' });
    const refunded = await promoted.run(refundSale, {
      orderId,
      reason: '',
      disposition: 'sellable',
      locationId: world.storeId,
    });
    expect(refunded).toMatchObject({ paidAmount: 18_000, refundedAmount: 18_000, headline: 'refunded' });
  });
});

describe('a higher total', () => {
  it('is due until it is paid at handing over; what stays costs what it did, what is new as on that day or as today', async () => {
    const promotionId = await promoted.publish();
    const orderId = await bought([[2, 1]]);
    await promoted.run(movePromotion, { promotionId, event: 'paused' });
    for (const index of [2, 3]) await promoted.run(setPrice, { variantId: promoted.variant(index), amount: 20_000 });
    const wish = { version: 1, codes: [], lines: [line(2, 2, 1), line(3, 1)] };
    const preview = (addedPrices: 'original' | 'today') =>
      promoted.read((tx) => previewEdit(tx, orderId, { ...wish, addedPrices }, new Date().toISOString()));
    // The promotion of that day counts for everything: 10% of 300.00, or of 400.00.
    expect(await preview('original')).toMatchObject({
      beforeAmount: 9000,
      totalAmount: 27_000,
      dueAmount: 18_000,
      refundAmount: 0,
    });
    expect(await preview('today')).toMatchObject({
      totalAmount: 36_000,
      lines: [{ unitAmount: 10_000 }, { unitAmount: 20_000 }],
    });
    const edited = await edit(orderId, wish.lines, { addedPrices: 'today' });
    expect(edited).toMatchObject({ totalAmount: 36_000, paidAmount: 9000, headline: 'awaiting_payment' });
    expect(edited.lines).toMatchObject([
      { lineNo: 1, quantity: 2000 },
      { lineNo: 2, unitAmount: 20_000 },
    ]);
    const fulfilmentId = edited.fulfilments[0]?.id ?? '';
    await promoted.run(stageFulfilment, { fulfilmentId });
    await expect(promoted.run(handOverFulfilment, { fulfilmentId })).rejects.toMatchObject({
      refusal: { code: 'order.unpaid', params: { due: 27_000 } },
    });
    expect(await promoted.run(handOverFulfilment, { fulfilmentId, tender: { kind: 'card' } })).toMatchObject({
      state: 'closed',
      paidAmount: 36_000,
    });
    for (const index of [2, 3]) await promoted.run(setPrice, { variantId: promoted.variant(index), amount: 10_000 });
  });

  it('is given back whole when the order is cancelled after all, as far as it was paid', async () => {
    const orderId = await bought([[0, 1]]);
    await edit(orderId, [line(0, 2, 1)]);
    const cancelled = await promoted.run(cancelOrder, { orderId, reason: '' });
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      totalAmount: 20_000,
      paidAmount: 10_000,
      refundedAmount: 10_000,
    });
  });
});

describe('the delivery fee', () => {
  it('stays what it was ordered at, whatever the channel asks today', async () => {
    const fee = (shippingAmount: number) =>
      promoted.rows('update merchants.channel set shipping_amount = $2 where id = $1', world.shopId, shippingAmount);
    await fee(3000);
    forgetSellingFacts();
    const address = { lines: ['1 Queen’s Road'], city: 'Hong Kong', country: 'HK' };
    const id = await promoted.basketOf([[promoted.variant(1), 1]]);
    await promoted.shop.setDelivery(world.shopper, newId(), id, { method: 'ship', address });
    const { orderId, totalAmount } = await promoted.buy(id);
    expect(totalAmount).toBe(13_000);
    await fee(5000);
    forgetSellingFacts();
    expect(await edit(orderId, [line(1, 2, 1)])).toMatchObject({ totalAmount: 23_000, shippingNetAmount: 2857 });
    await fee(0);
    forgetSellingFacts();
  });
});

describe('a bundle', () => {
  it('stays made of what it was, and claims and lets go its components', async () => {
    const made = async (quantity: number) => {
      await makeBundle(world, promoted.variant(6), [{ variantId: promoted.variant(7), quantity }]);
      forgetCards();
      forgetBundles();
    };
    await made(2000);
    const orderId = await bought([[6, 2]]);
    expect(await level(7)).toBe(4000);
    await made(5000);
    expect(await edit(orderId, [line(6, 3, 1)])).toMatchObject({ totalAmount: 30_000 });
    expect(await level(7)).toBe(6000);
    const less = await edit(orderId, [line(6, 1, 1)], { version: 2 });
    expect(await level(7)).toBe(2000);
    expect(less.lines[0]?.components).toMatchObject([{ perBundle: 2000, quantity: 2000 }]);
  });
});

describe('its own coupon and uses', () => {
  it('an edited order is not refused because of its own coupon use', async () => {
    const promotionId = await promoted.publish({
      phase: 'coupon',
      trigger: { kind: 'code', sharedCodes: [] },
      limits: { ...noLimits, uses: 1 },
    });
    const batch = await promoted.run(addBatch, { promotionId, name: 'One', prefix: 'E', count: 1, expiresAt: null });
    await promoted.run(makeCoupons, { batchId: batch.id });
    const [{ code, id }] = await promoted.rows('select id, code from promotions.coupon where batch_id = $1', batch.id);
    const orderId = await bought([[0, 1]], code);
    const more = await edit(orderId, [line(0, 2, 1)], { codes: [code] });
    expect(more).toMatchObject({ totalAmount: 18_000, codes: [code] });
    expect(await promoted.totals(promotionId)).toEqual([{ uses: 1, pieces: 2, amount: 2000 }]);
    const state = () => promoted.rows('select state, order_id from promotions.coupon where id = $1', id);
    expect(await state()).toEqual([{ state: 'redeemed', order_id: orderId }]);
    // Taken out it is free for others, and the last use with it.
    const without = await edit(orderId, [line(0, 2, 1)], { version: 2 });
    expect(without).toMatchObject({ version: 3, totalAmount: 20_000, codes: [] });
    expect(await state()).toEqual([{ state: 'issued', order_id: null }]);
    const other = await bought([[0, 1]], code);
    const refused = await promoted.read((tx) =>
      previewEdit(
        tx,
        orderId,
        { version: 3, lines: [line(0, 2, 1)], codes: [code], addedPrices: 'today' },
        new Date().toISOString(),
      ),
    );
    expect(refused).toMatchObject({ totalAmount: 20_000, refused: [{ reason: 'code_used' }] });
    await promoted.run(cancelOrder, { orderId: other, reason: '' });
    expect(await edit(orderId, [line(0, 1, 1)], { version: 3, codes: [code] })).toMatchObject({ totalAmount: 9000 });
    await promoted.run(cancelOrder, { orderId, reason: '' });
    expect(await state()).toEqual([{ state: 'issued', order_id: null }]);
    expect(await promoted.totals(promotionId)).toEqual([{ uses: 0, pieces: 0, amount: 0 }]);
  });
});

describe('refusals change nothing', () => {
  const print = async (orderId: string) => [
    await promoted.rows('select version, total_amount from orders."order" where id = $1', orderId),
    await promoted.rows('select line_no, quantity from orders.order_line where order_id = $1 order by 1', orderId),
    await level(4),
  ];

  it('of goods that are not there, of lines that are not its own, of goods that are not sold', async () => {
    const orderId = await bought([[4, 1]]);
    const before = await print(orderId);
    const tries = await Promise.allSettled([
      edit(orderId, [line(4, 100_000, 1)]),
      edit(orderId, [line(4, 1, 7)]),
      edit(orderId, [line(4, 1, 1), line(4, 2, 1)]),
      edit(orderId, [line(4, 1, 1), { variantId: newId(), quantity: 1000 }]),
    ]);
    expect(tries.map(codeOf)).toEqual([
      'stock.short',
      'order_line.not_found',
      'order_line.twice',
      'variant.not_sold_here',
    ]);
    expect((tries[0] as PromiseRejectedResult).reason.refusal).toMatchObject({ field: 'lines.0.quantity' });
    expect(await print(orderId)).toEqual(before);
  });

  it('of an order that is picked, cancelled or a till’s', async () => {
    const [picked, cancelled] = [await bought([[4, 1]]), await bought([[4, 1]])];
    const { fulfilments } = await promoted.orderOf(picked);
    await promoted.run(stageFulfilment, { fulfilmentId: fulfilments[0]?.id ?? '' });
    await promoted.run(cancelOrder, { orderId: cancelled, reason: '' });
    const sale = saleOf(world, [promoted.variant(4)]);
    await promoted.run(recordSales, sale);
    const tries = await Promise.allSettled([picked, cancelled, sale.orderId].map((id) => edit(id, [line(4, 2, 1)])));
    expect(tries.map(codeOf)).toEqual(['order.not_editable', 'order.not_editable', 'order.not_editable']);
  });
});
