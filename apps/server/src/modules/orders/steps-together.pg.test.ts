/** Several steps of one shopper that reach the server in one batch: each is decided by what the ones before it made. */
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Verdict } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { type BasketStep, serveBaskets } from './serve-baskets.ts';

let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 4, pieces: 1000, ratePpm: 50_000 });
  promoted = promotedShop(world);
});
afterEach(async () => {
  await promoted.endAll();
  const checks = await verifyBooks(world.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});
afterAll(() => world.close());

/** As the bus does it with what waits while an earlier batch is written. */
const inOneBatch = (steps: BasketStep[]): Promise<Verdict<unknown>[]> =>
  promoted.run(
    {
      kind: `test.batch.${newId()}`,
      batchMax: 1,
      decide: async (tx, commands) => {
        const [{ actor, at }] = commands as [(typeof commands)[number]];
        const asked = steps.map((body) => ({ id: newId(), body, actor, at }));
        return [{ ok: true, answer: await serveBaskets.decide(tx, asked) }];
      },
    },
    {},
  );

it('a code entered, paid and ordered in one breath counts against the limit', async () => {
  const promotionId = await promoted.publish({
    phase: 'coupon',
    trigger: { kind: 'code', sharedCodes: ['ONCE'] },
    limits: { ...noLimits, uses: 1 },
  });
  await promoted.buy(await promoted.basketOf([[promoted.variant(0), 1]], 'once'));
  const basketId = await promoted.basketOf([[promoted.variant(0), 1]]);
  const of = { basketId, channelId: world.shopId };
  const verdicts = await inOneBatch([
    { step: 'change', ...of, op: 'code', code: 'once' },
    { step: 'pay', ...of, kind: 'test' },
    { step: 'place', ...of, orderId: newId() },
  ]);
  expect(verdicts).toMatchObject([{ ok: true }, { ok: true }, { ok: true, answer: { totalAmount: 10_000 } }]);
  expect(await promoted.totals(promotionId)).toEqual([{ uses: 1, pieces: 1, amount: 1000 }]);
});

it('goods that are put in and paid in one breath are held', async () => {
  const basketId = await promoted.basketOf([[promoted.variant(0), 1]]);
  const of = { basketId, channelId: world.shopId };
  const verdicts = await inOneBatch([
    { step: 'change', ...of, op: 'add', variantId: promoted.variant(1), quantity: 1000 },
    { step: 'pay', ...of, kind: 'test' },
    { step: 'place', ...of, orderId: newId() },
  ]);
  expect(verdicts).toMatchObject([{ ok: true }, { ok: true }, { ok: true, answer: { totalAmount: 20_000 } }]);
});
