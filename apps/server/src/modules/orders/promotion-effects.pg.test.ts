/** What a draft would do, and what a promotion did. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { everything, samplePromotion } from '../../testing/sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { previewPromotion } from './preview-promotion.ts';
import { promotionResults } from './promotion-results.ts';

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
