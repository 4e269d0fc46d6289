/** Prices, and the tax rates in force at an instant. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { pricesOf } from './read-prices.ts';
import { setPrice } from './set-prices.ts';
import { addTaxCategory, addTaxRate, endTaxRate, taxRatesAt } from './tax-categories.ts';

let world: TestWorld;
let other: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 1, pieces: 0 });
  other = await createTestWorld({ products: 1, pieces: 0, database: world.database });
});
afterAll(async () => {
  await other.close();
  await world.close();
});
const run = <B, A>(kind: CommandKind<B, A>, body: B): Promise<A> =>
  world.platform.bus.run(kind, {
    merchantId: world.merchantId,
    id: newId(),
    actor: { kind: 'staff', staffId: world.ownerId },
    body,
  });
const ratesAt = (at: string, region: string) =>
  readAs(world.platform.pool, world.merchantId, (tx) => taxRatesAt(tx, at, region));

describe('a price', () => {
  it('is set, keeps what is left out, and who changed it from what is written down', async () => {
    const variantId = world.variants[0]?.id ?? '';
    await run(setPrice, { variantId, amount: 9_000, compareAtAmount: 10_000 });
    const price = await run(setPrice, { variantId, amount: 8_000 });
    expect(price).toEqual({
      variantId,
      amount: 8_000,
      floorAmount: null,
      compareAtAmount: 10_000,
      taxCategoryId: world.taxCategoryId,
    });
    expect(await readAs(world.platform.pool, world.merchantId, (tx) => pricesOf(tx, [variantId]))).toEqual(
      new Map([[variantId, price]]),
    );
    const { rows } = await world.database.adminPool.query(
      "select staff_id, detail->'before'->>'amount' as before from platform.audit_entry where action = 'price.set' order by at",
    );
    expect(rows).toEqual([
      { staff_id: world.ownerId, before: '10000' },
      { staff_id: world.ownerId, before: '9000' },
    ]);
  });

  it('of another merchant’s variant, or in its tax category, is not there to be set', async () => {
    await expect(run(setPrice, { variantId: other.variants[0]?.id ?? '', amount: 1 })).rejects.toMatchObject({
      refusal: { code: 'variant.not_found', status: 404 },
    });
    const variantId = world.variants[0]?.id ?? '';
    await expect(run(setPrice, { variantId, amount: 1, taxCategoryId: other.taxCategoryId })).rejects.toMatchObject({
      refusal: { code: 'tax_category.not_found', status: 404 },
    });
  });
});

describe('tax rates', () => {
  it('count from their first instant up to, and not at, their last; a region’s own win; compound ones come last', async () => {
    const category = await run(addTaxCategory, { code: 'food', name: 'Food' });
    expect(category.isDefault).toBe(false);
    const add = (name: string, region: string, more: object = {}) =>
      run(addTaxRate, { categoryId: category.id, region, name, ratePpm: 50_000, ...more });
    await add('general', '*');
    await add('provincial', 'QC', { isCompound: true, validFrom: '2026-01-01T00:00:00Z' });
    await add('federal', 'QC', { validFrom: '2026-01-01T00:00:00Z', validUntil: '2026-07-01T00:00:00Z' });
    const names = async (at: string, region: string) =>
      (await ratesAt(at, region)).get(category.id)?.map(({ name }) => name);

    expect(await names('2026-03-01T00:00:00Z', 'QC')).toEqual(['federal', 'provincial']);
    expect(await names('2026-01-01T00:00:00Z', 'QC')).toEqual(['federal', 'provincial']);
    expect(await names('2026-07-01T00:00:00Z', 'QC')).toEqual(['provincial']);
    expect(await names('2025-12-31T23:59:59Z', 'QC')).toEqual(['general']);
    expect(await names('2026-03-01T00:00:00Z', 'ON')).toEqual(['general']);
  });

  it('are ended, never prolonged, and never before they began', async () => {
    const rate = await run(addTaxRate, {
      categoryId: world.taxCategoryId,
      region: '*',
      name: 'VAT',
      ratePpm: 200_000,
      validFrom: '2026-01-01T00:00:00Z',
    });
    const end = (at: string) => run(endTaxRate, { id: rate.id, at });
    await expect(end('2026-01-01T00:00:00Z')).rejects.toMatchObject({
      refusal: { code: 'tax_rate.period', field: 'at' },
    });
    expect((await end('2026-06-01T00:00:00Z')).validUntil).toBe('2026-06-01T00:00:00.000Z');
    await expect(end('2026-08-01T00:00:00Z')).rejects.toMatchObject({ refusal: { code: 'tax_rate.period' } });
    const period = { validFrom: '2026-02-01T00:00:00Z', validUntil: '2026-02-01T00:00:00Z' };
    await expect(
      run(addTaxRate, { categoryId: world.taxCategoryId, region: '*', name: 'None', ratePpm: 1, ...period }),
    ).rejects.toMatchObject({ refusal: { code: 'tax_rate.period' } });
    expect((await ratesAt('2026-05-31T23:59:59Z', 'HK')).get(world.taxCategoryId)).toEqual([
      { id: rate.id, name: 'VAT', ratePpm: 200_000, isCompound: false },
    ]);
    expect((await ratesAt('2026-06-01T00:00:00Z', 'HK')).get(world.taxCategoryId)).toBeUndefined();
  });

  it('have a category whose code is taken once, also by two at once', async () => {
    const results = await Promise.allSettled([1, 2].map(() => run(addTaxCategory, { code: 'books', name: 'Books' })));
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.refusal.code] : []))).toEqual([
      'tax_category.code_taken',
    ]);
  });
});
