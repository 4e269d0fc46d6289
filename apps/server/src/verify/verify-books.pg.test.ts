import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adjustStock } from '../modules/inventory/index.ts';
import { addMember } from '../modules/members/index.ts';
import {
  basketUseCases,
  cancelOrder,
  editOrder,
  handOverFulfilment,
  recordReturns,
  recordSales,
  refundSale,
  stageFulfilment,
} from '../modules/orders/index.ts';
import { addPriceList, putEntries } from '../modules/pricing/index.ts';
import { addBatch, createPromotion, makeCoupons, movePromotion } from '../modules/promotions/index.ts';
import type { CommandKind } from '../platform/commands/command.ts';
import { newId } from '../platform/ids.ts';
import { makeBundle } from '../testing/make-bundle.ts';
import { samplePromotion } from '../testing/sample-promotion.ts';
import { createTestWorld, saleOf, type TestWorld } from '../testing/test-world.ts';
import { plantedFaults } from './planted-faults.data.ts';
import { verifyBooks } from './verify-books.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 10, ratePpm: 75_000 });
  await trade();
  await tradeBundles();
});
afterAll(() => world.close());

const run = <B, A>(kind: CommandKind<B, A>, body: B): Promise<A> =>
  world.platform.bus.run(kind, {
    merchantId: world.merchantId,
    id: newId(),
    actor: { kind: 'staff', staffId: world.ownerId },
    body,
  });
const variant = (index: number): string => world.variants[index]?.id ?? '';

async function order(variantIds: string[], kind: 'test' | 'in_store', code?: string) {
  const shop = basketUseCases(world.platform);
  const { id } = await shop.open(world.shopper, newId(), {});
  for (const variantId of variantIds) await shop.addLine(world.shopper, newId(), id, { variantId, quantity: 2000 });
  if (code !== undefined) await shop.addCode(world.shopper, newId(), id, code);
  await shop.setContact(world.shopper, newId(), id, { contact: { name: 'Mei Chan', email: 'mei@example.test' } });
  await shop.setDelivery(world.shopper, newId(), id, { method: 'pickup', locationId: world.storeId });
  await shop.pay(world.shopper, newId(), id, { kind });
  if (kind === 'test' && variantIds.length === 3) return undefined;
  const placed = await shop.place(world.shopper, newId(), id, {});
  return shop.orderByToken(world.shopper, placed.token);
}

/** A set of three, sold at the till and brought back, and ordered online: one left, one cancelled, one to be picked. */
async function tradeBundles(): Promise<void> {
  await makeBundle(world, variant(9), [
    { variantId: variant(0), quantity: 1000 },
    { variantId: variant(6), quantity: 2000 },
  ]);
  const sale = await run(recordSales, saleOf(world, [variant(9), variant(0)], { quantity: 2000 }));
  await run(recordSales, saleOf(world, [variant(9)]));
  await run(refundSale, { orderId: sale.orderId, reason: '', disposition: 'sellable' });
  const closed = await order([variant(9), variant(6)], 'test');
  await run(stageFulfilment, { fulfilmentId: closed?.fulfilments[0]?.id ?? '' });
  await run(handOverFulfilment, { fulfilmentId: closed?.fulfilments[0]?.id ?? '' });
  await run(cancelOrder, { orderId: (await order([variant(9)], 'test'))?.id ?? '', reason: '' });
  await order([variant(9)], 'in_store');
  await order([variant(5), variant(9), variant(0)], 'test');
}

/** A day in a shop with a bit of everything. */
async function trade(): Promise<void> {
  const discounted = saleOf(world, [variant(0), variant(1), variant(2)]);
  const sale = await run(recordSales, {
    ...discounted,
    lines: discounted.lines.map((line) => ({ ...line, discountAmount: 333 })),
    totalAmount: 29_001,
  });
  await run(recordSales, saleOf(world, [variant(3)], { quantity: 60_000 }));
  const { id: memberId } = await run(addMember, { name: 'Mei Chan', phone: '9123 4567' });
  await run(recordSales, { ...saleOf(world, [newId()]), memberId });
  await run(recordSales, saleOf(world, [variant(8)], { quantity: 50_000 }));
  const returned = await run(recordSales, saleOf(world, [variant(4), variant(5)], { tendered: 50_000 }));
  await run(refundSale, { orderId: returned.orderId, reason: '', disposition: 'damaged' });
  await run(refundSale, { orderId: sale.orderId, reason: '', disposition: 'sellable', locationId: world.warehouseId });
  const parted = await run(recordSales, saleOf(world, [variant(4)], { quantity: 3000 }));
  for (const quantity of [1000, 1000])
    await run(refundSale, {
      orderId: parted.orderId,
      reason: '',
      disposition: 'sellable',
      lines: [{ lineNo: 1, quantity }],
    });
  await run(recordReturns, {
    returnId: newId(),
    returnedAt: new Date().toISOString(),
    reason: 'from before',
    locationId: world.storeId,
    channelId: world.tillChannelId,
    source: 'test',
    lines: [{ variantId: variant(3), quantity: 2000, unitAmount: 125, listAmount: 249 }],
  });
  await run(adjustStock, {
    locationId: world.storeId,
    reason: 'lost',
    lines: [{ variantId: variant(6), bucket: 'sellable', quantity: -3000 }],
  });
  const closed = await order([variant(6), variant(7)], 'test');
  await run(stageFulfilment, { fulfilmentId: closed?.fulfilments[0]?.id ?? '' });
  await run(handOverFulfilment, { fulfilmentId: closed?.fulfilments[0]?.id ?? '' });
  const picked = await order([variant(6)], 'in_store');
  await run(stageFulfilment, { fulfilmentId: picked?.fulfilments[0]?.id ?? '' });
  await run(cancelOrder, { orderId: (await order([variant(7)], 'test'))?.id ?? '', reason: '' });
  const edited = await order([variant(7)], 'in_store');
  await run(editOrder, {
    orderId: edited?.id ?? '',
    version: 1,
    lines: [{ lineNo: 1, variantId: variant(7), quantity: 1000 }],
    codes: [],
    addedPrices: 'today',
  });
  await order([variant(5), variant(6), variant(7)], 'test');
  const audience = { channels: null, locations: null, members: null, tiers: null, memberTags: null, schedule: null };
  const list = await run(addPriceList, { name: { en: 'Spring' }, ...audience });
  const price = { variantId: variant(8), minQuantity: 0, amount: 9000 };
  await run(putEntries, { priceListId: list.id, entries: [price] });
  const { id } = await run(createPromotion, samplePromotion({ trigger: { kind: 'code', sharedCodes: [] } }));
  await run(movePromotion, { promotionId: id, event: 'published' });
  const batch = await run(addBatch, { promotionId: id, name: 'Codes', prefix: '', count: 3, expiresAt: null });
  await run(makeCoupons, { batchId: batch.id });
  const { rows } = await world.database.adminPool.query('select code from promotions.coupon order by code');
  await order([variant(2)], 'test', rows[0].code);
  await run(cancelOrder, { orderId: (await order([variant(2)], 'test', rows[1].code))?.id ?? '', reason: '' });
}

const wrong = async (): Promise<string[]> =>
  (await verifyBooks(world.platform.pool, world.merchantId))
    .filter((result) => result.differences > 0)
    .map((result) => result.name);

/** Plants the fault, looks, and puts the tables back as they were. */
async function found(tables: string[], statement: string): Promise<string[]> {
  const client = await world.database.adminPool.connect();
  try {
    for (const [index, table] of tables.entries())
      await client.query(`create table public.kept_${index} as table ${table}`);
    const planted = await client.query(statement);
    expect(planted.rowCount).toBeGreaterThanOrEqual(1);
    return await wrong();
  } finally {
    await client.query('set session_replication_role = replica');
    for (const [index, table] of tables.entries()) {
      await client.query(`delete from ${table}`);
      await client.query(`insert into ${table} select * from public.kept_${index}`);
      await client.query(`drop table public.kept_${index}`);
    }
    await client.query('set session_replication_role = origin');
    client.release();
  }
}

describe('books that balance', () => {
  it('hold in every check, and every check has looked at something', async () => {
    const results = await verifyBooks(world.platform.pool, world.merchantId);

    expect(results.filter((result) => result.differences > 0)).toEqual([]);
    expect(results.filter((result) => result.checked === 0).map((result) => result.name)).toEqual([]);
  });

  it('hold while the shop goes on selling', async () => {
    const selling = Promise.all(
      Array.from({ length: 200 }, () => run(recordSales, saleOf(world, [variant(0), variant(3)]))),
    );

    expect(await wrong()).toEqual([]);
    await selling;
    expect(await wrong()).toEqual([]);
  });
});

describe('a planted fault is found', () => {
  it.each(plantedFaults)('%s', async (_what, tables, statement, check) => {
    expect(await found(tables, statement)).toContain(check);
    expect(await wrong()).toEqual([]);
  });

  it('and named with what is there and what should be', async () => {
    await world.database.adminPool.query('update reports.daily_sales set units = units + 7 where units > 0');

    const [result] = (await verifyBooks(world.platform.pool, world.merchantId)).filter((one) => one.differences > 0);

    const [first] = result?.first ?? [];
    expect(result?.name).toBe('reports.daily_sales');
    expect((first?.found.units ?? 0) - (first?.expected.units ?? 0)).toBe(7);
    await world.database.adminPool.query('update reports.daily_sales set units = units - 7 where units > 0');
  });
});
