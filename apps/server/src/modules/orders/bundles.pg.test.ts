import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { makeBundle } from '../../testing/make-bundle.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { forgetBundles } from '../catalog/index.ts';
import { receiveStock } from '../inventory/index.ts';
import { changeChannel, forgetSellingFacts } from '../merchants/index.ts';
import { setPrices } from '../pricing/index.ts';
import { type BasketUseCases, basketUseCases } from './basket-use-cases.ts';
import { handOverFulfilment, stageFulfilment } from './fulfil-order.ts';
import { type OrderView, readOrder } from './read-order.ts';
import { recordSales } from './record-sales.ts';
import { refundSale } from './refund-sale.ts';
import { forgetCards } from './sold-cards.ts';

/** A-1 is a set of two A-2 and one A-3. */
let world: TestWorld;
let shop: BasketUseCases;
beforeAll(async () => {
  world = await createTestWorld({ products: 6, ratePpm: 50_000, pieces: 60 });
  shop = basketUseCases(world.platform);
});
beforeEach(async () => {
  await bundle(world, id(0), [
    { variantId: id(1), quantity: 2000 },
    { variantId: id(2), quantity: 1000 },
  ]);
});
afterAll(async () => {
  const wrong = (await verifyBooks(world.platform.pool, world.merchantId)).filter((result) => result.differences > 0);
  await world.close();
  expect(wrong).toEqual([]);
});

const id = (index: number): string => world.variants[index]?.id ?? '';
/** Other processes are told by the feed; here what is remembered is forgotten by hand. */
const bundle = async (...asked: Parameters<typeof makeBundle>): Promise<void> => {
  await makeBundle(...asked);
  forgetCards();
  forgetBundles();
};
const address = { lines: ['1 Queen’s Road'], city: 'Hong Kong', country: 'HK' };
const staff = () => ({ kind: 'staff' as const, staffId: world.ownerId });
const run = (kind: unknown, body: object) =>
  world.platform.bus.run(
    kind as never,
    { merchantId: world.merchantId, id: newId(), actor: staff(), body } as never,
  ) as Promise<OrderView>;
const read = (orderId: string) => readAs(world.platform.pool, world.merchantId, (tx) => readOrder(tx, orderId));

async function filled(lines: [number, number][], by: 'ship' | 'pickup' = 'pickup'): Promise<string> {
  const basket = await shop.open(world.shopper, newId(), {});
  for (const [index, quantity] of lines)
    await shop.addLine(world.shopper, newId(), basket.id, { variantId: id(index), quantity });
  await shop.setContact(world.shopper, newId(), basket.id, {
    contact: { name: 'Mei Chan', email: 'mei@example.test' },
    address,
  });
  const delivery = by === 'ship' ? { method: by, address } : { method: by, locationId: world.storeId };
  await shop.setDelivery(world.shopper, newId(), basket.id, delivery);
  return basket.id;
}
const pay = (basketId: string) => shop.pay(world.shopper, newId(), basketId, { kind: 'test' });
const place = (basketId: string) => shop.place(world.shopper, newId(), basketId, {});
const level = async (index: number, locationId = world.storeId) =>
  (
    await world.database.adminPool.query(
      'select sellable, held, committed, staged, value_amount from inventory.stock_level where variant_id = $1 and location_id = $2',
      [id(index), locationId],
    )
  ).rows[0];
const receive = (index: number, pieces: number, unitCost: number, locationId = world.storeId) =>
  run(receiveStock, { locationId, lines: [{ variantId: id(index), quantity: pieces * 1000, unitCost }] });

describe('a bundle at the till', () => {
  it('takes its components off the shelf and freezes its price and cost over them', async () => {
    await world.platform.bus.run(
      singleKind('test.prices', async (tx: Tx, { at }) => {
        const of = (index: number, amount: number) => ({
          variantId: id(index),
          amount,
          compareAtAmount: null,
          taxCategoryId: world.taxCategoryId,
        });
        await setPrices(tx, [of(1, 6000), of(2, 6000), of(0, 9000)], at);
        return {};
      }),
      { merchantId: world.merchantId, id: newId(), body: {}, actor: staff() },
    );
    forgetCards();
    const sale = saleOf(world, [id(0)]);
    await run(recordSales, sale);

    expect(await level(1)).toMatchObject({ sellable: 58_000, value_amount: 232_000 });
    expect(await level(2)).toMatchObject({ sellable: 59_000, value_amount: 236_000 });
    expect((await level(0)).sellable).toBe(0);
    const [line] = (await read(sale.orderId)).lines;
    expect(line).toMatchObject({ variantId: id(0), sku: 'A-1', netAmount: 9524, taxAmount: 476, costAmount: 12_000 });
    expect(line?.components).toMatchObject([
      { sku: 'A-2', perBundle: 2000, quantity: 2000, netAmount: 6349, taxAmount: 317, costAmount: 8000 },
      { sku: 'A-3', perBundle: 1000, quantity: 1000, netAmount: 3175, taxAmount: 159, costAmount: 4000 },
    ]);
  });

  it('keeps what it was made of when the bundle changes, and brings just that back', async () => {
    const sale = saleOf(world, [id(0)], { quantity: 2000 });
    await run(recordSales, sale);
    const [before, other] = [await level(1), await level(3)];
    await bundle(world, id(0), [{ variantId: id(3), quantity: 1000 }]);

    await run(refundSale, { orderId: sale.orderId, reason: '', disposition: 'sellable' });

    expect((await level(1)).sellable).toBe(before.sellable + 4000);
    expect(await level(3)).toEqual(other);
    expect((await read(sale.orderId)).lines[0]?.components.map((one) => one.quantity)).toEqual([4000, 2000]);
  });

  it('that was sold before it was changed is booked as the till handed it over', async () => {
    const sale = saleOf(world, [id(0)]);
    const components = [{ variantId: id(4), quantity: 1000 }];
    const before = [await level(4), await level(1)];
    await run(recordSales, { ...sale, lines: sale.lines.map((line) => ({ ...line, components })) });
    const odd = saleOf(world, [id(0)]);
    const unknown = [{ variantId: newId(), quantity: 1000 }];
    await run(recordSales, { ...odd, lines: odd.lines.map((line) => ({ ...line, components: unknown })) });

    expect((await read(sale.orderId)).lines[0]?.components.map((one) => one.sku)).toEqual(['A-5']);
    expect((await level(4)).sellable).toBe(before[0].sellable - 1000);
    expect((await level(1)).sellable).toBe(before[1].sellable - 2000);
  });

  it('of which there is too little stands, and names the component that is short', async () => {
    await bundle(world, id(0), [{ variantId: id(5), quantity: 1000 }]);
    await run(recordSales, saleOf(world, [id(0), id(5)], { quantity: 45_000 }));

    expect((await level(5)).sellable).toBe(-30_000);
    const { rows } = await world.database.adminPool.query(
      "select subject_id from platform.exception where kind = 'stock.negative'",
    );
    expect(rows).toEqual([{ subject_id: id(5) }]);
  });
});

describe('a bundle online', () => {
  it('holds, commits, stages and hands over its components, and freezes what they cost when they left', async () => {
    const before = [await level(1), await level(2)];
    const basketId = await filled([
      [0, 2000],
      [1, 1000],
    ]);
    await pay(basketId);
    expect(await level(1)).toMatchObject({ held: 5000 });
    expect(await level(2)).toMatchObject({ held: 2000 });
    const { orderId } = await place(basketId);
    expect(await level(1)).toMatchObject({ held: 0, committed: 5000 });
    const { fulfilments } = await read(orderId);
    expect(fulfilments[0]?.lines).toHaveLength(3);
    await receive(2, 10, 7000);
    await run(stageFulfilment, { fulfilmentId: fulfilments[0]?.id ?? '' });
    expect(await level(2)).toMatchObject({ committed: 0, staged: 2000 });

    const closed = await run(handOverFulfilment, { fulfilmentId: fulfilments[0]?.id ?? '' });

    expect(await level(1)).toMatchObject({ sellable: before[0].sellable - 5000, staged: 0 });
    expect((await level(2)).sellable).toBe(before[1].sellable + 8000);
    const [bundle] = closed.lines;
    const costs = bundle?.components.map((one) => one.costAmount ?? 0) ?? [];
    expect(costs[0]).toBe(16_000);
    expect(costs[1]).toBeGreaterThan(8000);
    expect(bundle?.costAmount).toBe((costs[0] ?? 0) + (costs[1] ?? 0));
  });

  it('is not sold in parts: a basket takes whole ones, and a till sale of a part of one still stands', async () => {
    const basket = await shop.open(world.shopper, newId(), {});
    const add = (quantity: number) => shop.addLine(world.shopper, newId(), basket.id, { variantId: id(0), quantity });
    await expect(add(1500)).rejects.toMatchObject({ refusal: { code: 'bundle.whole_only', field: 'quantity' } });
    expect((await shop.read(world.shopper, basket.id)).lines).toEqual([]);

    const sale = {
      ...saleOf(world, [id(0)], { quantity: 1 }),
      totalAmount: 10,
      tenders: [{ kind: 'cash', amount: 10 }],
    };
    await bundle(world, id(0), [{ variantId: id(1), quantity: 400 }]);
    await run(recordSales, sale);

    expect((await read(sale.orderId)).lines[0]?.components).toMatchObject([{ quantity: 0, costAmount: 0 }]);
  });

  it('is sent from two places only as whole bundles', async () => {
    await receive(3, 4, 4000, world.warehouseId);
    await receive(4, 9, 4000, world.warehouseId);
    await receive(4, 1, 4000);
    await world.platform.bus.run(
      singleKind('test.sources', (tx: Tx) =>
        changeChannel(
          tx,
          {
            id: world.shopId,
            sources: [world.storeId, world.warehouseId].map((locationId) => ({
              locationId,
              safety: { kind: 'none' as const, amount: 0 },
            })),
          },
          staff(),
        ),
      ),
      { merchantId: world.merchantId, id: newId(), body: {}, actor: staff() },
    );
    forgetSellingFacts();
    // In the store 60 of each; in the warehouse 4 and 9: 60 and 4 bundles of one each.
    await bundle(world, id(0), [
      { variantId: id(3), quantity: 1000 },
      { variantId: id(4), quantity: 1000 },
    ]);
    const basketId = await filled([[0, 62_000]], 'ship');
    await pay(basketId);
    const { orderId } = await place(basketId);

    const { fulfilments } = await read(orderId);
    expect(fulfilments.length).toBe(2);
    for (const { lines } of fulfilments) expect(lines[0]?.quantity).toBe(lines[1]?.quantity);
    expect(fulfilments.flatMap((group) => group.lines).reduce((sum, line) => sum + line.quantity, 0)).toBe(124_000);
    for (const { id: fulfilmentId } of fulfilments) {
      await run(stageFulfilment, { fulfilmentId });
      await run(handOverFulfilment, { fulfilmentId });
    }
    await run(refundSale, { orderId, reason: '', disposition: 'sellable', locationId: world.storeId });
    expect((await level(3)).sellable).toBe(62_000);
    expect(await level(4, world.warehouseId)).toMatchObject({ sellable: 7000, committed: 0 });
  });

  it('whose contents change during the payment is placed with the new ones', async () => {
    await receive(1, 20, 4000);
    await receive(2, 20, 4000);
    await receive(3, 20, 4000);
    const basketId = await filled([[0, 1000]]);
    await pay(basketId);
    await bundle(world, id(0), [{ variantId: id(3), quantity: 1000 }]);
    const before = await level(3);

    const { orderId } = await place(basketId);

    expect((await read(orderId)).lines[0]?.components.map((one) => one.sku)).toEqual(['A-4']);
    expect((await level(3)).committed).toBe(before.committed + 1000);
    expect(await level(1)).toMatchObject({ held: 0 });
  });
});

describe('many at once', () => {
  it('till sales of a bundle and of its components in opposite orders leave a ledger that adds up', async () => {
    const before = [await level(1), await level(2)];
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        run(recordSales, saleOf(world, index % 2 === 0 ? [id(0), id(2), id(1)] : [id(1), id(2), id(0)])),
      ),
    );

    expect((await level(1)).sellable).toBe(before[0].sellable - 180_000);
    expect((await level(2)).sellable).toBe(before[1].sellable - 120_000);
  });
});
