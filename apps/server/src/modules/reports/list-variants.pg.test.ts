/** The table of variants: some of them by id, put in order, page by page. */
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

it('stands in the order that is asked for, whatever the size of its pages, and what has no price comes last', async () => {
  const [first, second, third] = world.variants;
  const price = (amount: number | null, variantId = '') =>
    world.database.adminPool.query('update pricing.variant_price set amount = $1 where variant_id = $2', [
      amount,
      variantId,
    ]);
  await price(3000, first?.id);
  await price(1000, second?.id);
  await world.database.adminPool.query('delete from pricing.variant_price where variant_id = $1', [third?.id]);
  const skus = async (query: Parameters<typeof listVariants>[1]): Promise<string[]> => {
    const read: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const asked = { ...query, limit: 1, ...(cursor && { cursor }) };
      const page = await readAs(world.platform.pool, world.merchantId, (tx) => listVariants(tx, asked, null));
      expect(page.total).toBe(3);
      read.push(...page.items.map((one) => `${one.sku} ${one.amount}`));
      cursor = page.nextCursor;
    }
    return read;
  };

  expect(await skus({ sort: 'price' })).toEqual(['A-2 1000', 'A-1 3000', 'A-3 null']);
  expect(await skus({ sort: 'price', descending: true })).toEqual(['A-1 3000', 'A-2 1000', 'A-3 null']);
  expect(await skus({ sort: 'sku', descending: true })).toEqual(['A-3 null', 'A-2 1000', 'A-1 3000']);
  expect(await skus({ sort: 'name' })).toEqual(['A-1 3000', 'A-2 1000', 'A-3 null']);
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
