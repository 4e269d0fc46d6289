/** The table of variants, asked for some of them by id. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
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
