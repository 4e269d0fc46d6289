/** The table of variants, asked for some of them by id. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { makeBundle } from '../../testing/make-bundle.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { listVariantFacts } from './list-variant-facts.ts';
import { listVariants } from './list-variants.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 3 });
});
afterAll(() => world.close());

it('names exactly the variants that are asked for by id', async () => {
  const [first, , third] = world.variants;
  const ids = [third?.id, first?.id, newId()].join(',');

  const { items, total } = await readAs(world.platform.pool, world.merchantId, (tx) => listVariants(tx, { ids }, null));

  expect(items.map((one) => one.sku).sort()).toEqual(['A-1', 'A-3']);
  expect(total).toBe(2);
});

it('says of a bundle what its components allow and cost', async () => {
  const [first, second, third] = world.variants;
  await makeBundle(world, third?.id ?? '', [
    { variantId: first?.id ?? '', quantity: 2000 },
    { variantId: second?.id ?? '', quantity: 3000 },
  ]);

  const read = (locationId?: string) =>
    readAs(world.platform.pool, world.merchantId, async (tx) => ({
      rows: (await listVariants(tx, { ...(locationId && { locationId }) }, null)).items,
      costs: (await listVariantFacts(tx, {}, true)).items,
    }));

  const { rows, costs } = await read();
  expect(rows.map(({ sku, isBundle, onHand, available }) => [sku, isBundle, onHand, available])).toEqual([
    ['A-1', false, 50_000, 50_000],
    ['A-2', false, 50_000, 50_000],
    ['A-3', true, 0, 16_000],
  ]);
  expect(costs.find((one) => one.variantId === third?.id)?.costAmount).toBe(20_000);
  expect((await read(world.warehouseId)).rows.map((one) => one.available)).toEqual([0, 0, 0]);
});
