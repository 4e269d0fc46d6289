/** What a draft would do, and what a promotion did. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { everything, samplePromotion } from '../../testing/sample-promotion.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { createPromotion, movePromotion, readSimulation, startSimulation } from '../promotions/index.ts';
import { previewPromotion } from './preview-promotion.ts';
import { promotionResults } from './promotion-results.ts';
import { runSimulation } from './promotion-routes.ts';
import { recordSales } from './record-sales.ts';

let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 4, pieces: 100_000, ratePpm: 50_000 });
  promoted = promotedShop(world);
});
afterEach(() => promoted.endAll());
afterAll(() => world.close());

describe('a draft', () => {
  it('is tried on a sample basket beside what counts now', async () => {
    await promoted.publish();
    const answer = await promoted.read((tx) =>
      previewPromotion(
        tx,
        {
          basket: {
            channelId: world.shopId,
            locationId: null,
            memberId: null,
            codes: [],
            shippingMethod: null,
            lines: [{ variantId: promoted.variant(0), quantity: 2000 }],
          },
          definition: samplePromotion({
            priority: 20,
            action: { kind: 'amount_off', amount: 500, per: 'order', items: everything, units: { which: 'all' } },
          }),
          promotionId: null,
        },
        new Date().toISOString(),
      ),
    );
    expect(answer.now.totals).toMatchObject({ listAmount: 20_000, discountAmount: 2000 });
    expect(answer.draft?.totals).toMatchObject({ listAmount: 20_000, discountAmount: 2500 });
    expect(answer.draft?.applied.map((one) => one.promotionId)).toContain(answer.draftId);
  });

  it('is replayed over the baskets of the last days, with what it would have given, disturbed and left', async () => {
    const other = await createTestWorld({ products: 1, pieces: 100, ratePpm: 0, database: world.database });
    const sell = (pieces: number) =>
      other.platform.bus.run(recordSales, {
        merchantId: other.merchantId,
        id: newId(),
        actor: { kind: 'system' },
        body: saleOf(other, [other.variants[0]?.id ?? ''], { quantity: pieces * 1000 }),
      });
    await sell(1);
    await sell(3);
    const command = <B>(body: B) => ({
      merchantId: other.merchantId,
      id: newId(),
      actor: { kind: 'staff' as const, staffId: other.ownerId },
      body,
    });
    const standing = await other.platform.bus.run(createPromotion, command(samplePromotion({ exclusive: 'all' })));
    await other.platform.bus.run(movePromotion, command({ promotionId: standing.id, event: 'published' }));
    // Twenty percent from three pieces on: better than the ten that count now, and not beside them.
    const definition = samplePromotion({
      exclusive: 'all',
      condition: { kind: 'quantity', min: 3000, of: 'group', items: everything },
      action: { kind: 'percent_off', basisPoints: 2000, items: everything, units: { which: 'all' } },
      schedule: { start: '2040-01-01T00:00', end: null, zone: 'store', weekdays: null, hours: null },
    });
    const started = await other.platform.bus.run(startSimulation, command({ definition, promotionId: null, days: 7 }));
    await runSimulation(other.platform, other.merchantId, started.id);
    const done = await readAs(other.platform.pool, other.merchantId, (tx) =>
      readSimulation(tx, started.id, new Date().toISOString()),
    );
    expect(done).toMatchObject({ state: 'done', done: 2, total: 2 });
    expect(done.result).toMatchObject({
      baskets: 2,
      touched: 1,
      uses: 1,
      discountAmount: 6000,
      netSoldAmount: 30_000,
      netNowAmount: 27_000,
      netDraftAmount: 24_000,
      costAmount: 12_000,
      marginDraftAmount: 12_000,
      linesUnderCost: 0,
      disturbed: [{ promotionId: standing.id, uses: 1, usesWithDraft: 0, amount: 3000, amountWithDraft: 0 }],
    });
    await other.close();
  });

  it('that was published shows what it brought', async () => {
    const promotionId = await promoted.publish();
    const placed = await promoted.buy(await promoted.basketOf([[promoted.variant(0), 2]]));
    const results = await promoted.read((tx) => promotionResults(tx, promotionId, {}, new Date().toISOString()));
    const [order] = await promoted.rows('select net_amount from orders."order" where id = $1', placed.orderId);
    expect(results).toMatchObject({
      uses: 1,
      orders: 1,
      pieces: 2,
      discountAmount: 2000,
      netAmount: order.net_amount,
      costAmount: 8000,
      marginAmount: order.net_amount - 8000,
      upliftBasisPoints: null,
    });
    expect(results.days).toHaveLength(1);
  });
});
