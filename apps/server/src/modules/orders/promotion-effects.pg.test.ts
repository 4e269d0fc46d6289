/** What a draft would do, and what a promotion did. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { everything, samplePromotion } from '../../testing/sample-promotion.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { readRules } from '../pricing/index.ts';
import { previewPromotion } from './preview-promotion.ts';
import { promotionResults } from './promotion-results.ts';
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

  it('that asks how it is paid is tried for each way to pay', async () => {
    const definition = samplePromotion({ condition: { kind: 'tender', tenders: ['cash'] } });
    const sample = {
      channelId: world.shopId,
      locationId: null,
      memberId: null,
      codes: [],
      shippingMethod: null,
      lines: [{ variantId: promoted.variant(0), quantity: 2000 }],
    };
    const discounts = await Promise.all(
      [{}, { tender: 'cash' as const }, { tender: 'card' as const }].map(async (paid) => {
        const asked = { basket: { ...sample, ...paid }, definition, promotionId: null };
        const answer = await promoted.read((tx) => previewPromotion(tx, asked, new Date().toISOString()));
        return answer.draft?.totals.discountAmount;
      }),
    );
    expect(discounts).toEqual([0, 2000, 0]);
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

describe('the results of a promotion', () => {
  const dayMs = 86_400_000;
  /** Days ago by the calendar of Hong Kong, and their noon. */
  const dateOf = (ago: number) => new Date(Date.now() + 8 * 3_600_000 - ago * dayMs).toISOString().slice(0, 10);
  const noon = (ago: number) => `${dateOf(ago)}T04:00:00.000Z`;

  it('are what the facts say, and the uplift is that over the same weekdays of the four weeks before, whole days alone', async () => {
    const own = await createTestWorld({ products: 1, pieces: 1000, ratePpm: 0, database: world.database });
    const shop = promotedShop(own);
    const schedule = { start: `${dateOf(3)}T00:00`, end: null, zone: 'store', weekdays: null, hours: null };
    const promotionId = await shop.publish({ schedule });
    const { number } = await shop.read(readRules);
    const sell = async (ago: number, pieces: number, isReduced = false) => {
      const amount = isReduced ? pieces * 1000 : 0;
      const total = pieces * 10_000 - amount;
      const sale = saleOf(own, [shop.variant(0)], { quantity: pieces * 1000, soldAt: noon(ago), tendered: total });
      const applied = [{ promotionId, code: null, couponId: null, times: 1, pieces, amount }];
      await shop.run(recordSales, {
        ...sale,
        totalAmount: total,
        lines: sale.lines.map((line) => ({ ...line, discountAmount: amount })),
        ...(isReduced ? { pricing: { ruleSetNumber: number, hash: 'x', codes: [], applied } } : {}),
      });
    };
    await sell(2, 2, true);
    await sell(1, 1, true);
    await sell(1, 3);
    for (const week of [1, 2, 3, 4]) {
      await sell(2 + 7 * week, week);
      await sell(1 + 7 * week, 1);
    }
    // Today has not ended: it counts in the figures, not in the comparison.
    await sell(0, 1, true);
    const results = await shop.read((tx) => promotionResults(tx, promotionId, {}, new Date().toISOString()));
    const [facts] = await shop.rows(
      `select (select sum(times)::int from promotions.usage_entry where promotion_id = $1) as uses,
         (select sum(pieces)::int from promotions.usage_entry where promotion_id = $1) as pieces,
         (select sum(amount)::int from orders.discount_allocation where promotion_id = $1) as discount,
         sum(o.net_amount)::int as net, sum(l.cost_amount)::int as cost, count(*)::int as orders
       from orders."order" o join orders.order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
       where exists (select 1 from orders.discount_allocation a where a.order_id = o.id and a.promotion_id = $1)`,
      promotionId,
    );
    expect(facts).toEqual({ uses: 3, pieces: 4, discount: 4000, net: 36_000, cost: 16_000, orders: 3 });
    const [{ daily, usual }] = await shop.rows(
      `with days as (select d::date as day from generate_series($2::date, $3::date, '1 day') d),
         sold as (select business_date as day, sum(net_amount) as net from orders."order" where merchant_id = $1 group by 1)
       select round(avg(coalesce(s.net, 0)))::int as daily, round(avg((
         select sum(coalesce(b.net, 0)) / 4 from generate_series(1, 4) w left join sold b on b.day = days.day - 7 * w)))::int as usual
       from days left join sold s on s.day = days.day`,
      own.merchantId,
      dateOf(3),
      dateOf(1),
    );
    // (0 + 180.00 + 90.00 + 300.00) / 3 against (0 + 250.00 + 100.00) / 3.
    expect([daily, usual]).toEqual([19_000, 11_667]);
    expect(results).toMatchObject({
      from: dateOf(3),
      to: dateOf(0),
      uses: 3,
      orders: 3,
      pieces: 4,
      discountAmount: 4000,
      netAmount: 36_000,
      costAmount: 16_000,
      marginAmount: 20_000,
      dailyNetAmount: 19_000,
      dailyNetBeforeAmount: 11_667,
      upliftBasisPoints: 6286,
    });
    expect(results.days.map((day) => [day.uses, day.discountAmount])).toEqual([
      [0, 0],
      [1, 2000],
      [1, 1000],
      [1, 1000],
    ]);
    expect((await verifyBooks(own.platform.pool, own.merchantId)).filter((one) => one.differences > 0)).toEqual([]);
    await own.close();
  });
});
