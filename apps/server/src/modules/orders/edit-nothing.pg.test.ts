/** An edit that changes nothing: whatever made the order's price, it stays to the cent. */
import { defaultPricingSettings } from '@tandem/domain/pricing/rule-set.ts';
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import type { Tx } from '../../platform/transaction.ts';
import { editShop } from '../../testing/edit-shop.ts';
import { makeBundle } from '../../testing/make-bundle.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { forgetBundles } from '../catalog/index.ts';
import { addMember } from '../members/index.ts';
import { forgetSellingFacts } from '../merchants/index.ts';
import { changeSettings, insertTaxRate, setPrice } from '../pricing/index.ts';
import { addBatch, makeCoupons, movePromotion } from '../promotions/index.ts';
import { forgetCards } from './sold-cards.ts';

let world: TestWorld;
let promoted: PromotedShop;
let shop: ReturnType<typeof editShop>;
beforeAll(async () => {
  world = await createTestWorld({ products: 6, pieces: 1000, ratePpm: 50_000 });
  promoted = promotedShop(world);
  shop = editShop(world, promoted);
  const { platform, merchantId, taxCategoryId: categoryId } = world;
  await platform.bus.run(
    singleKind('test.rate', async (tx: Tx) => {
      await insertTaxRate(tx, newId(), { categoryId, region: 'FR', name: 'TVA', ratePpm: 200_000 });
      return {};
    }),
    { merchantId, id: newId(), actor: { kind: 'system' }, body: {} },
  );
  await makeBundle(world, promoted.variant(5), [
    { variantId: promoted.variant(3), quantity: 2000 },
    { variantId: promoted.variant(4), quantity: 1000 },
  ]);
  await promoted.rows('update merchants.channel set shipping_amount = 3107 where id = $1', world.shopId);
  forgetCards();
  forgetBundles();
  forgetSellingFacts();
});
afterEach(async () => {
  await promoted.endAll();
  const checks = await verifyBooks(world.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});
afterAll(() => world.close());

const moneyOf = async (orderId: string) => {
  const { lines, netAmount, taxAmount, totalAmount, shippingNetAmount, shippingTaxAmount, shippingDiscountAmount } =
    await promoted.orderOf(orderId);
  const own = lines.map((line) => [line.variantId, line.quantity, line.unitAmount, line.netAmount, line.taxAmount]);
  return { own, netAmount, taxAmount, totalAmount, shippingNetAmount, shippingTaxAmount, shippingDiscountAmount };
};
async function editNothing(orderId: string, codes: string[] = []) {
  const before = await moneyOf(orderId);
  const { lines } = await promoted.orderOf(orderId);
  await shop.edit(
    orderId,
    lines.map(({ lineNo, variantId, quantity }) => ({ lineNo, variantId: variantId ?? '', quantity })),
    { codes },
  );
  expect(await moneyOf(orderId)).toEqual(before);
}
async function shippedTo(country: string, memberId: string | null): Promise<string> {
  const address = { lines: ['1 Rue'], city: 'Lyon', country };
  const id = await promoted.basketOf([
    [promoted.variant(0), 3],
    [promoted.variant(5), 1],
  ]);
  await promoted.shop.nameMember(world.shopper, newId(), id, memberId);
  await promoted.shop.setContact(world.shopper, newId(), id, {
    contact: { name: 'Mei', email: 'm@example.test' },
    address,
  });
  await promoted.shop.setDelivery(world.shopper, newId(), id, { method: 'ship', address });
  return (await promoted.buy(id)).orderId;
}

it.each([
  ['FR', 'keep_net', true],
  ['HK', 'keep_gross', false],
] as const)('of an order sent to %s (%s), exempt from tax: %s', async (country, otherTaxZone, isTaxExempt) => {
  await promoted.run(changeSettings, { ...defaultPricingSettings, otherTaxZone });
  await promoted.publish({ limits: { ...noLimits, usesPerMember: 1 } });
  const { id } = await promoted.run(addMember, { name: 'Mei Chan', isTaxExempt });
  const orderId = await shippedTo(country, id);
  await editNothing(orderId);
  await promoted.run(changeSettings, defaultPricingSettings);
});

it('of a first order, whose promotion ended and whose goods cost more meanwhile', async () => {
  const promotionId = await promoted.publish({ condition: { kind: 'nth_order', n: 1, isRepeated: false } });
  const { id } = await promoted.run(addMember, { name: 'Mei Chan' });
  const orderId = await shippedTo('HK', id);
  await promoted.run(movePromotion, { promotionId, event: 'paused' });
  await promoted.run(setPrice, { variantId: promoted.variant(0), amount: 12_000 });
  forgetCards();
  await editNothing(orderId);
  await promoted.run(setPrice, { variantId: promoted.variant(0), amount: 10_000 });
});

it('of an order at a price that was held, whose promotion ended', async () => {
  const promotionId = await promoted.publish();
  const id = await promoted.basketOf([[promoted.variant(0), 2]]);
  await promoted.run(movePromotion, { promotionId, event: 'paused' });
  await promoted.run(setPrice, { variantId: promoted.variant(0), amount: 12_000 });
  const { orderId, totalAmount } = await promoted.buy(id);
  expect(totalAmount).toBe(18_000);
  await editNothing(orderId);
  await promoted.run(setPrice, { variantId: promoted.variant(0), amount: 10_000 });
});

it('but that names one coupon twice, in two ways to write it: it counts once', async () => {
  const promotionId = await promoted.publish({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
  const batch = await promoted.run(addBatch, { promotionId, name: 'One', prefix: 'E', count: 1, expiresAt: null });
  await promoted.run(makeCoupons, { batchId: batch.id });
  const [{ code }] = await promoted.rows('select code from promotions.coupon where batch_id = $1', batch.id);
  const orderId = await shop.bought([[0, 1]], code);
  const edited = await shop.edit(orderId, [shop.line(0, 1, 1)], { codes: [code, code.toLowerCase()] });
  expect(edited).toMatchObject({ totalAmount: 9000, codes: [code] });
  expect(await promoted.totals(promotionId)).toEqual([{ uses: 1, pieces: 1, amount: 1000 }]);
});
