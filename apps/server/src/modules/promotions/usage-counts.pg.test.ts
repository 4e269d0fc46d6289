/** Who is told when a limited promotion is used up, or comes back: once each, not at every use. */
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { cancelOrder, recordSales } from '../orders/index.ts';
import { readRules } from '../pricing/index.ts';
import { expireClaims } from './expire-claims.ts';

let world: TestWorld;
let shop: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 2 });
  shop = promotedShop(world);
});
afterEach(() => shop.endAll());
afterAll(() => world?.close());

/** How often the catalogue stream told of the promotion. */
async function told(promotionId: string): Promise<number> {
  const rows = await shop.rows(
    `select count(*)::int as count from platform.feed_entry e, jsonb_array_elements(e.rows) r
     where e.stream = 'catalog' and r ->> 'type' = 'offers' and r ->> 'promotionId' = $1`,
    promotionId,
  );
  return rows[0].count;
}
const payFor = async () => {
  const id = await shop.basketOf([[shop.variant(0), 1]]);
  await shop.shop.pay(world.shopper, newId(), id, { kind: 'test' });
  return id;
};

it.each([
  ['uses', { uses: 2 }],
  ['uses a day', { usesPerDay: 2 }],
  ['pieces', { pieces: 2 }],
  ['money', { budgetAmount: 2000 }],
])(
  'tells of a limit of %s when it is reached by a payment, and when a claim runs out or an order is cancelled',
  async (_what, limits) => {
    const promotionId = await shop.publish({ limits: { ...noLimits, ...limits } });
    await payFor();
    expect(await told(promotionId)).toBe(0);
    const second = await payFor();
    expect(await told(promotionId)).toBe(1);
    const placed = await shop.shop.place(world.shopper, newId(), second, {});
    // What was claimed became a use: nothing changed for anybody else.
    expect(await told(promotionId)).toBe(1);
    await shop.rows("update promotions.usage_hold set expires_at = now() - interval '1 second'");
    await shop.run(expireClaims, {});
    expect(await told(promotionId)).toBe(2);
    await payFor();
    expect(await told(promotionId)).toBe(3);
    await shop.run(cancelOrder, { orderId: placed.orderId, reason: 'changed my mind' });
    expect(await told(promotionId)).toBe(4);
  },
);

it('tells once of a limit that two tills reach at the same moment', async () => {
  const promotionId = await shop.publish({ limits: { ...noLimits, uses: 2 } });
  const { number } = await shop.read(readRules);
  const sell = () => {
    const body = saleOf(world, [shop.variant(1)]);
    const applied = [{ promotionId, code: null, couponId: null, times: 1, pieces: 1, amount: 1000 }];
    return shop.run(recordSales, { ...body, pricing: { ruleSetNumber: number, hash: 'x', codes: [], applied } });
  };
  await Promise.all([sell(), sell()]);
  expect(await shop.totals(promotionId)).toMatchObject([{ uses: 2 }]);
  expect(await told(promotionId)).toBe(1);
});
