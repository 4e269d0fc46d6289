/** The list of levels: by SKU, a page at a time, with search and filters. */
import type { Query } from '@tandem/contract/index.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { adjustStock } from './adjust-stock.ts';
import { listStockLevels } from './list-stock-levels.ts';
import { receiveStock } from './receive-stock.ts';

let world: TestWorld;
beforeAll(async () => {
  // SKUs, whose order is not the order in which they were made.
  world = await createTestWorld({ products: 12, pieces: 5 });
  const receive = (locationId: string, variantId: string, quantity: number) =>
    world.platform.bus.run(receiveStock, {
      merchantId: world.merchantId,
      id: newId(),
      actor: { kind: 'system' },
      body: { locationId, lines: [{ variantId, quantity, unitCost: 100 }] },
    });
  for (const place of [0, 4, 9]) await receive(world.warehouseId, world.variants[place]?.id ?? '', 7000);
  for (const place of [2, 10])
    await world.platform.bus.run(adjustStock, {
      merchantId: world.merchantId,
      id: newId(),
      actor: { kind: 'system' },
      body: {
        locationId: world.storeId,
        reason: 'lost',
        lines: [{ variantId: world.variants[place]?.id ?? '', bucket: 'sellable', quantity: -5000 }],
      },
    });
});
afterAll(() => world.close());

const page = (query: Query<'GET /api/stock-levels'>, locationIds: string[] | null = null) =>
  readAs(world.platform.pool, world.merchantId, (tx) => listStockLevels(tx, query, locationIds));

async function walk(query: Query<'GET /api/stock-levels'>, limit: number, locationIds: string[] | null = null) {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const answer = await page({ ...query, limit, ...(cursor === undefined ? {} : { cursor }) }, locationIds);
    expect(answer.items.length).toBeLessThanOrEqual(limit);
    seen.push(
      ...answer.items.map((item) => `${item.sku} ${item.locationId === world.storeId ? 'store' : 'warehouse'}`),
    );
    cursor = answer.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return seen;
}

it('stands by SKU, whatever the size of its pages, and names every level once', async () => {
  const skus = world.variants.map((variant) => variant.sku).sort();
  const whole = await walk({}, 200);
  expect(whole).toHaveLength(15);
  expect([...new Set(whole.map((one) => one.split(' ')[0]))]).toEqual(skus);
  for (const limit of [1, 2, 3, 7, 15]) expect(await walk({}, limit)).toEqual(whole);
});

it('is of one location, or of those that a person works at', async () => {
  const inWarehouse = ['A-1 warehouse', 'A-10 warehouse', 'A-5 warehouse'];
  expect(await walk({ locationId: world.warehouseId }, 2)).toEqual(inWarehouse);
  expect(await walk({}, 2, [world.warehouseId])).toEqual(inWarehouse);
  expect(await walk({ locationId: world.storeId }, 2, [world.warehouseId])).toEqual([]);
});

it('is searched by the words of product and SKU, and shows what has run out', async () => {
  expect(await walk({ search: '產品 10' }, 1)).toEqual((await walk({}, 200)).filter((one) => one.startsWith('A-10 ')));
  expect(await walk({ search: 'nothing-like-it' }, 5)).toEqual([]);
  expect(await walk({ only: 'out' }, 1)).toEqual(['A-11 store', 'A-3 store']);
  expect(await walk({ only: 'out', search: 'product 3' }, 1)).toEqual(['A-3 store']);
  expect(await walk({ only: 'negative' }, 1)).toEqual([]);
});

it('goes on where it was when a SKU changed meanwhile, and refuses a cursor that it never gave', async () => {
  const { nextCursor } = await page({ limit: 3 });
  await world.database.adminPool.query(
    "update catalog.variant set sku = 'Z-1' where merchant_id = $1 and sku = 'A-12'",
    [world.merchantId],
  );
  const answer = await page({ limit: 200, cursor: nextCursor ?? '' });
  expect(answer.items.at(-1)?.sku).toBe('Z-1');
  await expect(page({ cursor: 'A-3' })).rejects.toMatchObject({ refusal: { code: 'input.invalid', field: 'cursor' } });
});
