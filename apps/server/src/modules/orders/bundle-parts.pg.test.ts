/** Bundles whose pieces come back in parts, and bundles in orders that are edited. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { editShop } from '../../testing/edit-shop.ts';
import { makeBundle } from '../../testing/make-bundle.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { forgetBundles } from '../catalog/index.ts';
import { handOverFulfilment, stageFulfilment } from './fulfil-order.ts';
import { recordReturns } from './record-returns.ts';
import { recordSales } from './record-sales.ts';
import { refundSale } from './refund-sale.ts';
import { forgetCards } from './sold-cards.ts';

/** A-1 is a set of one and a half A-2 and a thousandth of A-3. */
let world: TestWorld;
let promoted: PromotedShop;
let shop: ReturnType<typeof editShop>;
beforeAll(async () => {
  world = await createTestWorld({ products: 4, pieces: 1000, ratePpm: 50_000 });
  promoted = promotedShop(world);
  shop = editShop(world, promoted);
  await makeBundle(world, promoted.variant(0), [
    { variantId: promoted.variant(1), quantity: 1501 },
    { variantId: promoted.variant(2), quantity: 1 },
  ]);
  forgetCards();
  forgetBundles();
});
afterEach(async () => {
  const checks = await verifyBooks(world.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});
afterAll(() => world.close());

const onShelf = async (index: number) =>
  (
    await promoted.rows(
      'select sellable, value_amount as value from inventory.stock_level where variant_id = $1 and location_id = $2',
      promoted.variant(index),
      world.storeId,
    )
  )[0];

it('a bundle that comes back in halves brings back exactly what left, at its cost', async () => {
  const before = [await onShelf(1), await onShelf(2)];
  const sale = saleOf(world, [promoted.variant(0)]);
  await world.platform.bus.run(recordSales, {
    merchantId: world.merchantId,
    id: newId(),
    actor: { kind: 'staff', staffId: world.ownerId },
    body: sale as never,
  });
  const half = { orderId: sale.orderId, reason: '', disposition: 'sellable' as const };
  await promoted.run(refundSale, { ...half, lines: [{ lineNo: 1, quantity: 500 }] });
  await promoted.run(refundSale, { ...half, lines: [{ lineNo: 1, quantity: 500 }] });
  expect([await onShelf(1), await onShelf(2)]).toEqual(before);
});

it('an edit takes no part of a bundle, as no basket does', async () => {
  const orderId = await shop.bought([[0, 2]]);
  const wanted = [{ lineNo: 1, variantId: promoted.variant(0), quantity: 1500 }];
  await expect(shop.edit(orderId, wanted)).rejects.toMatchObject({
    refusal: { code: 'bundle.whole_only', field: 'lines.0.quantity' },
  });
});

it('a bundle comes back that no order of ours sold: the books hold', async () => {
  const before = [await onShelf(1), await onShelf(2)];
  await promoted.run(recordReturns, {
    returnId: newId(),
    returnedAt: new Date().toISOString(),
    reason: '',
    locationId: world.storeId,
    channelId: world.shopId,
    source: 'old',
    lines: [{ variantId: promoted.variant(0), quantity: 1000, unitAmount: 10_000 }],
  });
  expect([(await onShelf(1)).sellable - before[0].sellable, (await onShelf(2)).sellable - before[1].sellable]).toEqual([
    1501, 1,
  ]);
});

it('an order of a bundle that was edited, paid at handing over and came back in parts gives back what was paid', async () => {
  const orderId = await shop.bought([
    [0, 1],
    [3, 2],
  ]);
  const more = await shop.edit(orderId, [shop.line(0, 2, 1), shop.line(3, 1, 2), shop.line(1, 3)]);
  expect(more.totalAmount).toBe(60_000);
  const group = more.fulfilments[0]?.id ?? '';
  await promoted.run(stageFulfilment, { fulfilmentId: group });
  await promoted.run(handOverFulfilment, { fulfilmentId: group, tender: { kind: 'cash' } });
  await promoted.run(refundSale, {
    orderId,
    reason: '',
    disposition: 'sellable',
    lines: [
      { lineNo: 1, quantity: 1000 },
      { lineNo: 3, quantity: 2000 },
    ],
  });
  const last = await promoted.run(refundSale, { orderId, reason: '', disposition: 'sellable' });
  expect(last).toMatchObject({ refundedAmount: 60_000, paidAmount: 60_000 });
});
