/** Sales that a till sends hours after they were made. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { singleKind } from '../../platform/commands/command.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { addPriceList, putEntries, readRules, setPrice } from '../pricing/index.ts';
import { recordSales } from './record-sales.ts';

const hourMs = 3_600_000;
const clock = { aheadMs: 0, now: () => Date.now() + clock.aheadMs };
let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  clock.aheadMs = 0 - 9 * hourMs;
  world = await createTestWorld({ products: 1, ratePpm: 50_000, clock });
  promoted = promotedShop(world);
});
afterAll(() => world.close());

it('a sale that comes in late is looked at with the prices of its own time', async () => {
  const promotionId = await promoted.publish();
  const variantId = promoted.variant(0);
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * hourMs).toISOString();
  clock.aheadMs = 0 - 2 * hourMs;
  await promoted.run(setPrice, { variantId, amount: 12_000 });
  clock.aheadMs = 0;
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

it('a sale is looked at with the prices that its list had under the rules it names, however the list changed since', async () => {
  const variantId = promoted.variant(0);
  const audience = { channels: null, locations: null, members: null, tiers: null, memberTags: null, schedule: null };
  const list = await promoted.run(addPriceList, { name: { en: 'Autumn' }, ...audience });
  const put = async (amount: number | null): Promise<number> => {
    await promoted.run(putEntries, { priceListId: list.id, entries: [{ variantId, minQuantity: 0, amount }] });
    return (await promoted.read(readRules)).number;
  };
  const [first, second, gone] = [await put(7000), await put(8000), await put(null)];
  const sell = async (ruleSetNumber: number, unitAmount: number) => {
    const sale = saleOf(world, [variantId]);
    await promoted.run(recordSales, {
      ...sale,
      lines: sale.lines.map((line) => ({ ...line, unitAmount, discountAmount: unitAmount / 10 })),
      pricing: { ruleSetNumber, hash: 'x', codes: [], applied: [] },
      tenders: [{ kind: 'card', amount: unitAmount * 0.9 }],
      totalAmount: unitAmount * 0.9,
    });
    return promoted.rows('select kind from platform.exception where subject_id = $1', sale.orderId);
  };
  const flagged = [{ kind: 'sale.price_mismatch' }];
  expect([await sell(first, 7000), await sell(second, 8000), await sell(gone, 12_000)]).toEqual([[], [], []]);
  expect([await sell(first, 8000), await sell(second, 7000), await sell(gone, 8000)]).toEqual(Array(3).fill(flagged));
});

it('a batch of late sales with list prices takes as many statements as one sale', async () => {
  const variantId = promoted.variant(0);
  const audience = { channels: null, locations: null, members: null, tiers: null, memberTags: null, schedule: null };
  const list = await promoted.run(addPriceList, { name: { en: 'Winter' }, ...audience });
  await promoted.run(putEntries, { priceListId: list.id, entries: [{ variantId, minQuantity: 0, amount: 7000 }] });
  const { number } = await promoted.read(readRules);
  const statementsFor = async (count: number) => {
    let statements = 0;
    const sales = Array.from({ length: count }, (_, index) => ({
      ...saleOf(world, [variantId]),
      soldAt: new Date(Date.parse('2026-01-05T04:00:00.000Z') + index * 60_000).toISOString(),
      pricing: { ruleSetNumber: number, hash: 'x', codes: [], applied: [] },
    }));
    const counted = singleKind(`test.batch.${count}`, async (tx: Tx, { actor, at }) => {
      const count =
        <A, R>(ask: (asked: A) => R) =>
        (asked: A) => {
          statements += 1;
          return ask(asked);
        };
      const counting = { ...tx, rows: count(tx.rows), row: count(tx.row), run: count(tx.run) } as Tx;
      await recordSales.decide(
        counting,
        sales.map((body) => ({ id: body.orderId, body, actor, at })),
      );
      return {};
    });
    await promoted.run(counted, {});
    return statements;
  };
  await statementsFor(1);
  expect(await statementsFor(12)).toBe(await statementsFor(2));
});
