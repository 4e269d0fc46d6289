/** Prices with tax in them, sent to where the tax is another: the merchant's choice counts, to the cent and to the books. */
import { defaultPricingSettings } from '@tandem/domain/pricing/rule-set.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { changeSettings, insertTaxRate } from '../pricing/index.ts';
import { readOrder } from './read-order.ts';

let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 2, pieces: 1000, ratePpm: 50_000 });
  promoted = promotedShop(world);
  const { platform, merchantId, taxCategoryId: categoryId } = world;
  await platform.bus.run(
    singleKind('test.rate', async (tx: Tx) => {
      await insertTaxRate(tx, newId(), { categoryId, region: 'FR', name: 'TVA', ratePpm: 200_000 });
      return {};
    }),
    { merchantId, id: newId(), actor: { kind: 'system' }, body: {} },
  );
  await promoted.publish();
});
afterAll(() => world.close());

async function boughtIn(country: string, otherTaxZone: 'keep_gross' | 'keep_net') {
  await promoted.run(changeSettings, { ...defaultPricingSettings, otherTaxZone });
  const address = { lines: ['1 Rue'], city: 'Lyon', country };
  const { id } = await promoted.shop.open(world.shopper, newId(), {});
  await promoted.shop.addLine(world.shopper, newId(), id, { variantId: promoted.variant(0), quantity: 1000 });
  await promoted.shop.setContact(world.shopper, newId(), id, {
    contact: { name: 'Mei', email: 'm@example.test' },
    address,
  });
  await promoted.shop.setDelivery(world.shopper, newId(), id, { method: 'ship', address });
  const { orderId } = await promoted.buy(id);
  const { netAmount, taxAmount, totalAmount, discountAmount } = await promoted.read((tx) => readOrder(tx, orderId));
  const [frozen] = await promoted.rows(
    'select net_amount as net from orders.discount_allocation where order_id = $1 and line_no = 1',
    orderId,
  );
  const checks = await verifyBooks(world.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
  return { netAmount, taxAmount, totalAmount, discountAmount, discountNetAmount: frozen.net };
}

// 100.00 with 5% in it, less 10%: 90.00.
it('keeps the gross: the shopper pays the shelf price, and the tax of the place is in it', async () => {
  expect(await boughtIn('FR', 'keep_gross')).toEqual({
    netAmount: 7500,
    taxAmount: 1500,
    totalAmount: 9000,
    discountAmount: 1000,
    discountNetAmount: 833,
  });
});

it('keeps the net: the tax of home comes out of the shelf price, the tax of the place is added', async () => {
  expect(await boughtIn('FR', 'keep_net')).toEqual({
    netAmount: 8571,
    taxAmount: 1714,
    totalAmount: 10_285,
    discountAmount: 1000,
    discountNetAmount: 953,
  });
});

it('changes nothing where the rates are those of home', async () => {
  expect(await boughtIn('HK', 'keep_net')).toEqual({
    netAmount: 8571,
    taxAmount: 429,
    totalAmount: 9000,
    discountAmount: 1000,
    discountNetAmount: 953,
  });
});
