/** What sheets of prices know of each variant. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { receiveStock } from '../inventory/index.ts';
import { listVariantFacts } from './list-variant-facts.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 3, pieces: 10 });
});
afterAll(() => world.close());

const facts = (query = {}, maySeeCosts = true) =>
  readAs(world.platform.pool, world.merchantId, (tx) => listVariantFacts(tx, query, maySeeCosts));

it('gives the mean cost over all locations, page by page, and none to who may not see costs', async () => {
  const [variant] = world.variants;
  await world.platform.bus.run(receiveStock, {
    merchantId: world.merchantId,
    id: newId(),
    actor: { kind: 'staff', staffId: world.ownerId },
    body: {
      locationId: world.warehouseId,
      lines: [{ variantId: variant?.id ?? '', quantity: 30_000, unitCost: 6000 }],
    },
  });
  const ids = world.variants.map((one) => one.id).sort();
  const { items, nextCursor } = await facts();
  expect([items.map((one) => one.variantId), nextCursor]).toEqual([ids, null]);
  // 10 pieces at 40.00 and 30 at 60.00.
  const costs = new Map(items.map((one) => [one.variantId, one.costAmount]));
  expect(world.variants.map((one) => costs.get(one.id))).toEqual([5500, 4000, 4000]);
  expect(items[0]).toMatchObject({ brand: 'Brand', categoryId: null });

  const first = await facts({ limit: 2 });
  expect([first.items.length, first.nextCursor]).toEqual([2, '2']);
  expect((await facts({ limit: 2, cursor: '2' })).items.map((one) => one.variantId)).toEqual([ids[2]]);
  expect((await facts({}, false)).items.map((one) => one.costAmount)).toEqual([null, null, null]);
});
