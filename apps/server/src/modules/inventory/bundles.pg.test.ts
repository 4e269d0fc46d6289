import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { RefusalError } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { makeBundle } from '../../testing/make-bundle.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { changeProduct, changeVariant, componentsOf, editProducts, forgetBundles } from '../catalog/index.ts';
import { adjustStock } from './adjust-stock.ts';
import { availability, availableAt } from './read-availability.ts';
import { receiveStock } from './receive-stock.ts';
import { setComponents } from './set-components.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 9 });
  await makeBundle(world, id(8), []);
});
afterAll(() => world.close());

const id = (index: number): string => world.variants[index]?.id ?? newId();
const run = (kind: unknown, body: object, command = newId()) =>
  world.platform.bus.run(
    kind as never,
    { merchantId: world.merchantId, id: command, actor: { kind: 'staff', staffId: world.ownerId }, body } as never,
  ) as Promise<never>;
const set = (variant: number, components: [number, number][], version = 0, command = newId()) =>
  run(
    setComponents,
    {
      variantId: id(variant),
      version,
      components: components.map(([index, quantity]) => ({ variantId: id(index), quantity })),
    },
    command,
  );
const refusal = (code: string, field?: string) => ({
  refusal: { code, ...(field === undefined ? {} : { field }) },
});
const contents = () =>
  readAs(world.platform.pool, world.merchantId, (tx) =>
    componentsOf(
      tx,
      world.variants.map((variant) => variant.id),
    ),
  );
const versionOf = async (index: number): Promise<number> =>
  (await world.database.adminPool.query('select bundle_version from catalog.variant where id = $1', [id(index)]))
    .rows[0].bundle_version;
const emptied = (index: number) =>
  run(adjustStock, {
    locationId: world.storeId,
    reason: 'correction',
    lines: [{ variantId: id(index), bucket: 'sellable', quantity: -50_000 }],
  });

describe('what a bundle is made of', () => {
  it('is refused with the field that is wrong, and nothing changes', async () => {
    await makeBundle(world, id(7), [{ variantId: id(0), quantity: 1000 }]);
    await run(changeVariant, { variantId: id(6), isActive: false });
    const before = await contents();
    const version = await versionOf(8);

    await expect(set(8, [[8, 1000]], version)).rejects.toMatchObject(
      refusal('bundle.holds_itself', 'components.0.variantId'),
    );
    await expect(
      set(
        8,
        [
          [0, 1000],
          [7, 1000],
        ],
        version,
      ),
    ).rejects.toMatchObject(refusal('bundle.holds_bundle', 'components.1.variantId'));
    await expect(set(8, [[6, 1000]], version)).rejects.toMatchObject(
      refusal('bundle.component_archived', 'components.0.variantId'),
    );
    await expect(
      set(
        8,
        [
          [1, 1000],
          [1, 2000],
        ],
        version,
      ),
    ).rejects.toMatchObject(refusal('bundle.component_twice', 'components.1.variantId'));
    await expect(set(8, [[99, 1000]], version)).rejects.toMatchObject({
      refusal: { code: 'variant.not_found', status: 404, field: 'components.0.variantId' },
    });
    await expect(set(0, [[1, 1000]])).rejects.toMatchObject(refusal('bundle.is_component', 'components'));
    await expect(set(1, [[2, 1000]])).rejects.toMatchObject(refusal('bundle.has_stock', 'components'));
    await expect(set(8, [[1, 1000]], version + 1)).rejects.toMatchObject(
      refusal('bundle.changed_meanwhile', 'version'),
    );
    expect(await contents()).toEqual(before);
    expect(await versionOf(8)).toBe(version);
  });

  it('is set once, however often it is sent, and one of two at once is told', async () => {
    await emptied(5);
    const command = newId();
    const first = await set(
      5,
      [
        [1, 2000],
        [2, 1000],
      ],
      0,
      command,
    );
    expect(
      await set(
        5,
        [
          [1, 2000],
          [2, 1000],
        ],
        0,
        command,
      ),
    ).toEqual(first);
    expect((await contents()).get(id(5))).toEqual([
      { variantId: id(1), quantity: 2000 },
      { variantId: id(2), quantity: 1000 },
    ]);

    const results = await Promise.allSettled([set(5, [[1, 1000]], 1), set(5, [[2, 1000]], 1)]);

    const codes = results.map((one) => (one.status === 'fulfilled' ? 'ok' : (one.reason as RefusalError).refusal.code));
    expect(codes.sort()).toEqual(['bundle.changed_meanwhile', 'ok']);
    await set(
      5,
      [
        [1, 2000],
        [2, 1000],
      ],
      2,
    );
  });

  it('never becomes a bundle inside a bundle, also when both are set at once', async () => {
    await emptied(3);
    await emptied(4);
    const results = await Promise.allSettled([set(3, [[4, 1000]]), set(4, [[2, 1000]])]);

    expect(results.filter((one) => one.status === 'fulfilled').length).toBe(1);
    const codes = results.flatMap((one) =>
      one.status === 'fulfilled' ? [] : [(one.reason as RefusalError).refusal.code],
    );
    expect(['bundle.holds_bundle', 'bundle.is_component']).toContain(codes[0]);
    for (const index of [3, 4]) await set(index, [], await versionOf(index));
  });

  it('has no stock of its own: nothing is received or counted, also while it is becoming one', async () => {
    const receipt = (index: number) =>
      run(receiveStock, {
        locationId: world.storeId,
        lines: [
          { variantId: id(0), quantity: 1000, unitCost: 1 },
          { variantId: id(index), quantity: 1000, unitCost: 1 },
        ],
      });
    await expect(receipt(5)).rejects.toMatchObject(refusal('bundle.no_stock', 'lines.1.variantId'));
    await expect(emptied(5)).rejects.toMatchObject(refusal('bundle.no_stock', 'lines.0.variantId'));

    const results = await Promise.allSettled([set(4, [[0, 1000]], await versionOf(4)), receipt(4)]);

    const codes = results.map((one) => (one.status === 'fulfilled' ? 'ok' : (one.reason as RefusalError).refusal.code));
    expect([
      ['ok', 'bundle.no_stock'],
      ['bundle.has_stock', 'ok'],
    ]).toContainEqual(codes);
    const { rows } = await world.database.adminPool.query(
      'select 1 from inventory.stock_level l join catalog.bundle_component c on c.bundle_id = l.variant_id where l.sellable <> 0',
    );
    expect(rows).toEqual([]);
  });

  it('is not taken out of sight: a component is archived only after it left the bundle', async () => {
    await expect(run(changeVariant, { variantId: id(1), isActive: false })).rejects.toMatchObject({
      refusal: { code: 'variant.in_bundle', field: 'isActive', params: { sku: 'A-6' } },
    });
    const productId = world.variants[1]?.productId ?? '';
    await expect(run(changeProduct, { productId, status: 'archived' })).rejects.toMatchObject(
      refusal('variant.in_bundle', 'status'),
    );
    expect(await run(editProducts, { productIds: [productId], status: 'archived' })).toEqual({
      changed: 0,
      rows: [{ productId, result: 'in_bundle' }],
    });
  });
});

describe('what there is of a bundle', () => {
  it('is what its shortest component allows, in each place', async () => {
    // Of A-2 two and of A-3 one a bundle; 50 of each in the store, and three of A-3 in the warehouse.
    await run(receiveStock, {
      locationId: world.warehouseId,
      lines: [{ variantId: id(2), quantity: 3000, unitCost: 4000 }],
    });
    forgetBundles();
    const read = () =>
      readAs(world.platform.pool, world.merchantId, async (tx) => ({
        online: (await availability(tx, world.shopId, [id(5)])).get(id(5)),
        till: (await availableAt(tx, world.storeId, [id(5)])).get(id(5)),
        warehouse: (await availableAt(tx, world.warehouseId, [id(5)])).get(id(5)),
      }));
    const there = await read();
    expect(there.till).toBe(25_000);
    expect(there.warehouse).toBe(0);
    expect(there.online?.stores.find((store) => store.locationId === world.storeId)?.pickup).toBe(25_000);

    await run(adjustStock, {
      locationId: world.storeId,
      reason: 'lost',
      lines: [{ variantId: id(1), bucket: 'sellable', quantity: -43_000 }],
    });

    expect((await read()).till).toBe(3000);
  });
});
