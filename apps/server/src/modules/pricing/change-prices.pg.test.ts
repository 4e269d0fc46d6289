/** Prices of many variants by one rule. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPlatform } from '../../platform/build-platform.ts';
import { type CommandKind, singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { newLog } from '../../platform/log.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { insertProducts } from '../catalog/index.ts';
import { changePrices, previewPriceChange } from './change-prices.ts';
import { pricesOf } from './read-prices.ts';
import { setPrice } from './set-prices.ts';

let world: TestWorld;
let unpriced: string;
beforeAll(async () => {
  world = await createTestWorld({ products: 4, pieces: 0 });
  unpriced = newId();
  const variant = { id: unpriced, sku: 'NONE', optionValues: [], barcodes: [], weightGrams: null };
  const product = {
    id: newId(),
    handle: 'none',
    name: { en: 'No price' },
    description: {},
    brand: '',
    tags: [],
    categoryId: null,
    status: 'active' as const,
    options: [],
    channelIds: [],
    variants: [variant],
  };
  await run(
    singleKind('test.product', (tx) => insertProducts(tx, [product])),
    {},
  );
});
afterAll(() => world.close());

const run = <B, A>(kind: CommandKind<B, A>, body: B, id = newId()): Promise<A> =>
  world.platform.bus.run(kind, {
    merchantId: world.merchantId,
    id,
    actor: { kind: 'staff', staffId: world.ownerId },
    body,
  });
const ids = () => world.variants.map((variant) => variant.id);
const amounts = async () => {
  const prices = await readAs(world.platform.pool, world.merchantId, (tx) => pricesOf(tx, [...ids(), unpriced]));
  return [...ids(), unpriced].map((id) => prices.get(id)?.amount);
};

it('previews without a trace, changes all at once, and stands once in the audit', async () => {
  await run(setPrice, { variantId: ids()[0] ?? '', amount: 1_000, compareAtAmount: 1_500 });
  const missing = newId();
  const asked = {
    variantIds: [...ids(), unpriced, missing],
    change: { kind: 'percent' as const, value: 150_000 },
    ending: { step: 1000, rest: 800 },
  };
  const preview = await readAs(world.platform.pool, world.merchantId, (tx) => previewPriceChange(tx, asked));
  expect([preview.changed, preview.unchanged, preview.refused]).toEqual([4, 0, 2]);
  expect(preview.rows.find((row) => row.variantId === ids()[1])).toEqual({
    variantId: ids()[1],
    sku: 'A-2',
    before: 10_000,
    after: 11_800,
    result: 'changed',
  });
  expect(await amounts()).toEqual([1_000, 10_000, 10_000, 10_000, undefined]);

  const id = newId();
  const answer = await run(changePrices, asked, id);
  expect(await run(changePrices, asked, id)).toEqual(answer);
  expect(await amounts()).toEqual([800, 11_800, 11_800, 11_800, undefined]);
  expect(new Map(answer.rows.map((row) => [row.variantId, row.result]))).toEqual(
    new Map([
      [unpriced, 'no_price'],
      [missing, 'not_found'],
    ]),
  );
  const prices = await readAs(world.platform.pool, world.merchantId, (tx) => pricesOf(tx, ids()));
  expect(prices.get(ids()[0] ?? '')?.compareAtAmount).toBe(1_500);
  const { rows } = await world.database.adminPool.query(
    "select detail from platform.audit_entry where merchant_id = $1 and action = 'prices.changed'",
    [world.merchantId],
  );
  expect(rows.map((row) => [row.detail.changed, row.detail.prices.length])).toEqual([[4, 4]]);
});

it('lets no price fall below zero, and can set what had none', async () => {
  const lowered = await run(changePrices, { variantIds: ids(), change: { kind: 'amount', value: -5_000 } });
  expect([lowered.changed, lowered.refused, lowered.rows.map((row) => row.result)]).toEqual([3, 1, ['below_zero']]);
  await run(changePrices, { variantIds: [...ids(), unpriced], change: { kind: 'set', value: 9_900 } });
  expect(await amounts()).toEqual([9_900, 9_900, 9_900, 9_900, 9_900]);
  await expect(
    run(changePrices, { variantIds: ids(), change: { kind: 'set', value: 1 }, ending: { step: 10, rest: 10 } }),
  ).rejects.toMatchObject({ refusal: { code: 'input.invalid', field: 'ending.rest' } });
  await expect(run(changePrices, { variantIds: [newId()], change: { kind: 'set', value: 1 } })).rejects.toMatchObject({
    refusal: { code: 'variant.not_found', status: 404 },
  });
  expect(await amounts()).toEqual([9_900, 9_900, 9_900, 9_900, 9_900]);
});

it('and another at the same time both count, whichever order their variants are named in', async () => {
  await run(changePrices, { variantIds: ids(), change: { kind: 'set', value: 10_000 } });
  const raise = (variantIds: string[]) =>
    run(changePrices, { variantIds, change: { kind: 'percent', value: 100_000 } });
  const answers = await Promise.all([raise(ids()), raise(ids().reverse()), raise(ids())]);
  expect(answers.map((answer) => answer.changed)).toEqual([4, 4, 4]);
  expect((await amounts()).slice(0, 4)).toEqual([13_310, 13_310, 13_310, 13_310]);
});

it('of changes at once, also by a server whose clock is behind, the history ends with the price that counts', async () => {
  const variantId = ids()[3] ?? '';
  const behind = await buildPlatform({
    target: world.database.target,
    log: newLog('silent'),
    clock: { now: () => Date.now() - 3_600_000 },
  });
  const change = (platform: typeof behind, amount: number) =>
    platform.bus.run(setPrice, {
      merchantId: world.merchantId,
      id: newId(),
      actor: { kind: 'staff', staffId: world.ownerId },
      body: { variantId, amount },
    });
  const last = async () => {
    const { rows } = await world.database.adminPool.query(
      `select p.amount, (select amount from pricing.price_change c where c.variant_id = p.variant_id order by at desc limit 1) as last
       from pricing.variant_price p where variant_id = $1`,
      [variantId],
    );
    return rows[0];
  };
  await Promise.all([change(world.platform, 2100), change(behind, 2200), change(world.platform, 2300)]);
  const { amount, last: known } = await last();
  expect(known).toBe(amount);
  await change(behind, 2400);
  expect(await last()).toEqual({ amount: 2400, last: 2400 });
  await behind.stop();
});
