/** Sales that a till sends hours after they were made. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { singleKind } from '../../platform/commands/command.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { readRules, setPrices } from '../pricing/index.ts';
import { recordSales } from './record-sales.ts';

let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 1, ratePpm: 50_000 });
  promoted = promotedShop(world);
});
afterAll(() => world.close());

it('a sale that comes in late is looked at with the prices of its own time', async () => {
  const promotionId = await promoted.publish();
  const variantId = promoted.variant(0);
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  await promoted.rows('update pricing.price_change set at = $1 where variant_id = $2', hoursAgo(9), variantId);
  const taxCategoryId = world.taxCategoryId;
  const set = singleKind('test.price', async (tx: Tx) => {
    await setPrices(tx, [{ variantId, amount: 12_000, compareAtAmount: null, taxCategoryId }]);
    return {};
  });
  await promoted.run(set, {});
  await promoted.rows(
    'update pricing.price_change set at = $1 where variant_id = $2 and amount = 12000',
    hoursAgo(2),
    variantId,
  );
  const { number } = await promoted.read(readRules);
  const sell = async (soldAt: string) => {
    const sale = saleOf(world, [variantId]);
    const applied = [{ promotionId, code: null, couponId: null, times: 1, pieces: 1, amount: 1000 }];
    await promoted.run(recordSales, {
      ...sale,
      soldAt,
      lines: sale.lines.map((line) => ({ ...line, discountAmount: 1000 })),
      pricing: { ruleSetNumber: number, hash: 'x', codes: [], applied },
      tenders: [{ kind: 'card', amount: 9000 }],
      totalAmount: 9000,
    });
    return promoted.rows('select kind from platform.exception where subject_id = $1', sale.orderId);
  };
  expect(await sell(hoursAgo(5))).toEqual([]);
  expect(await sell(hoursAgo(1))).toEqual([{ kind: 'sale.price_mismatch' }]);
});
