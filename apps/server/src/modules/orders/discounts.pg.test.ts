/** Promotions in baskets, orders and sales: the same cent online and at the till, frozen, given back. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { everything } from '../../testing/sample-promotion.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { addPriceList, changeProtection, defaultProtection, putEntries, readRules } from '../pricing/index.ts';
import { movePromotion } from '../promotions/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { recordSales } from './record-sales.ts';
import { refundSale } from './refund-sale.ts';

let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 4, pieces: 100_000, ratePpm: 50_000 });
  promoted = promotedShop(world);
});
afterEach(() => promoted.endAll());
afterAll(() => world.close());

describe('a basket', () => {
  it('is cheaper from the moment a promotion is published, and says by what', async () => {
    const id = await promoted.basketOf([[promoted.variant(0), 2]]);
    expect(await promoted.see(id)).toMatchObject({
      goodsAmount: 20_000,
      discountAmount: 0,
      totalAmount: 20_000,
      applied: [],
    });

    const promotionId = await promoted.publish();

    expect(await promoted.see(id)).toMatchObject({
      goodsAmount: 20_000,
      discountAmount: 2000,
      totalAmount: 18_000,
      applied: [{ promotionId, name: { en: 'Ten percent' }, code: null, amount: 2000 }],
      lines: [{ unitAmount: 10_000, listAmount: 20_000, discountAmount: 2000, lineAmount: 18_000 }],
    });
  });

  it('takes codes in any case, keeps a wrong one with its reason, and lets both go again', async () => {
    await promoted.publish({ trigger: { kind: 'code', sharedCodes: ['WELCOME'] }, phase: 'coupon' });
    const id = await promoted.basketOf([[promoted.variant(0), 1]]);
    const wrong = await promoted.shop.addCode(world.shopper, newId(), id, 'nothing');
    expect(wrong).toMatchObject({ codes: ['nothing'], discountAmount: 0, refused: [{ reason: 'code_unknown' }] });
    const right = await promoted.shop.addCode(world.shopper, newId(), id, ' welcome ');
    expect(right).toMatchObject({ codes: ['nothing', 'welcome'], discountAmount: 1000 });
    await promoted.shop.removeCode(world.shopper, newId(), id, 'NOTHING');
    expect(await promoted.shop.removeCode(world.shopper, newId(), id, 'Welcome')).toMatchObject({
      codes: [],
      discountAmount: 0,
    });
    await expect(promoted.shop.removeCode(world.shopper, newId(), id, 'welcome')).rejects.toMatchObject({
      refusal: { code: 'basket_code.not_found' },
    });
  });

  it('has the price of the price list of its channel, from the quantity on', async () => {
    const list = await promoted.run(addPriceList, {
      name: { en: 'Web' },
      channels: [world.shopId],
      locations: null,
      members: null,
      tiers: null,
      memberTags: null,
      schedule: null,
    });
    await promoted.run(putEntries, {
      priceListId: list.id,
      entries: [
        { variantId: promoted.variant(3), minQuantity: 0, amount: 9000 },
        { variantId: promoted.variant(3), minQuantity: 3000, amount: 8000 },
      ],
    });
    expect((await promoted.see(await promoted.basketOf([[promoted.variant(3), 2]]))).lines).toMatchObject([
      { unitAmount: 9000, listAmount: 18_000 },
    ]);
    expect((await promoted.see(await promoted.basketOf([[promoted.variant(3), 3]]))).lines).toMatchObject([
      { unitAmount: 8000, listAmount: 24_000 },
    ]);
    const placed = await promoted.buy(await promoted.basketOf([[promoted.variant(3), 3]]));
    expect(placed.totalAmount).toBe(24_000);
    expect(
      await promoted.rows(
        'select unit_amount, price_list_id from orders.order_line where order_id = $1',
        placed.orderId,
      ),
    ).toEqual([{ unit_amount: 8000, price_list_id: list.id }]);
    await promoted.run(putEntries, {
      priceListId: list.id,
      entries: [
        { variantId: promoted.variant(3), minQuantity: 0, amount: null },
        { variantId: promoted.variant(3), minQuantity: 3000, amount: null },
      ],
    });
  });

  it('of which the price changed before it is placed is refused with the new total, where none is held', async () => {
    await promoted.run(changeProtection, { holdMinutes: 0, floorMarginBasisPoints: null });
    const promotionId = await promoted.publish();
    const id = await promoted.basketOf([[promoted.variant(0), 1]]);
    await promoted.shop.pay(world.shopper, newId(), id, { kind: 'test' });
    await promoted.run(movePromotion, { promotionId, event: 'paused' });
    await expect(promoted.shop.place(world.shopper, newId(), id, {})).rejects.toMatchObject({
      refusal: { code: 'price.changed', params: { totalAmount: 10_000 } },
    });
    await expect(
      promoted.shop.pay(world.shopper, newId(), id, { kind: 'test', totalAmount: 9000 }),
    ).rejects.toMatchObject({
      refusal: { code: 'price.changed', params: { totalAmount: 10_000 } },
    });
    await promoted.run(changeProtection, defaultProtection);
  });

  it('is offered a gift, which stands on a line of its own beside the same article bought', async () => {
    const promotionId = await promoted.publish({
      phase: 'gift',
      action: {
        kind: 'gift',
        items: everything,
        steps: [{ minAmount: 10_000, minCount: null, choices: [promoted.variant(1)], count: 1 }],
      },
    });
    const id = await promoted.basketOf([[promoted.variant(1), 2]]);
    expect((await promoted.see(id)).offers).toMatchObject([
      { promotionId, kind: 'gift', count: 1, choices: [{ variantId: promoted.variant(1) }] },
    ]);
    const chosen = await promoted.shop.addLine(world.shopper, newId(), id, {
      variantId: promoted.variant(1),
      quantity: 1000,
      offeredBy: promotionId,
    });
    expect(chosen.lines).toMatchObject([
      { offeredBy: null, quantity: 2000, lineAmount: 20_000 },
      { offeredBy: promotionId, quantity: 1000, listAmount: 10_000, lineAmount: 0 },
    ]);
    const order = await promoted.orderOf((await promoted.buy(id)).orderId);
    expect(order.totalAmount).toBe(20_000);
    expect(order.fulfilments[0]?.lines.map((line) => [line.lineNo, line.quantity])).toEqual([
      [1, 2000],
      [2, 1000],
    ]);
    await expect(
      promoted.shop.addLine(world.shopper, newId(), await promoted.basketOf([[promoted.variant(1), 1]]), {
        variantId: promoted.variant(0),
        quantity: 1000,
        offeredBy: promotionId,
      }),
    ).rejects.toMatchObject({ refusal: { code: 'basket.not_offered', field: 'offeredBy' } });
  });
});

describe('an order', () => {
  it('freezes what each promotion took off which units, and the rules by number', async () => {
    const promotionId = await promoted.publish({
      action: { kind: 'amount_off', amount: 1000, per: 'order', items: everything, units: { which: 'all' } },
    });
    const placed = await promoted.buy(await promoted.basketOf([[promoted.variant(0), 3]]));
    const order = await promoted.orderOf(placed.orderId);
    expect(order).toMatchObject({
      discountAmount: 1000,
      totalAmount: 29_000,
      discounts: [{ promotionId, amount: 1000 }],
    });
    expect(order.lines[0]?.allocations).toEqual([
      {
        promotionId,
        code: null,
        amount: 1000,
        baseAmount: 30_000,
        units: [
          { from: 0, count: 1, perUnit: 334 },
          { from: 1, count: 2, perUnit: 333 },
        ],
      },
    ]);
    const rules = await promoted.read(readRules);
    expect(order.ruleSetNumber).toBe(rules.number);
    expect(await promoted.totals(promotionId)).toEqual([{ uses: 1, pieces: 3, amount: 1000 }]);
  });

  it('that is cancelled gives its use back, once', async () => {
    const promotionId = await promoted.publish();
    const placed = await promoted.buy(await promoted.basketOf([[promoted.variant(0), 1]]));
    await promoted.run(cancelOrder, { orderId: placed.orderId, reason: '' });
    expect(await promoted.totals(promotionId)).toEqual([{ uses: 0, pieces: 0, amount: 0 }]);
    expect(
      await promoted.rows(
        'select event, times from promotions.usage_entry where promotion_id = $1 order by entry_no',
        promotionId,
      ),
    ).toEqual([
      { event: 'used', times: 1 },
      { event: 'given_back', times: -1 },
    ]);
  });
});

describe('a sale at the till', () => {
  const sell = async (pieces: number, discountAmount: number, promotionId: string) => {
    const { number } = await promoted.read(readRules);
    const sale = saleOf(world, [promoted.variant(0)], { quantity: pieces * 1000 });
    const body = {
      ...sale,
      lines: sale.lines.map((line) => ({
        ...line,
        discountAmount,
        allocations: [
          {
            promotionId,
            code: null,
            amount: discountAmount,
            baseAmount: pieces * 10_000,
            units: [{ from: 0, count: pieces, perUnit: discountAmount / pieces }],
          },
        ],
      })),
      pricing: {
        ruleSetNumber: number,
        hash: 'x',
        codes: [],
        applied: [{ promotionId, code: null, couponId: null, times: 1, pieces, amount: discountAmount }],
      },
      tenders: [{ kind: 'card' as const, amount: pieces * 10_000 - discountAmount }],
      totalAmount: pieces * 10_000 - discountAmount,
    };
    await promoted.run(recordSales, body);
    return body.orderId;
  };
  const exceptions = (orderId: string) =>
    promoted.rows('select kind, detail from platform.exception where subject_id = $1 order by kind', orderId);

  it('is recorded with its promotions, and counts as a use', async () => {
    const promotionId = await promoted.publish();
    const orderId = await sell(2, 2000, promotionId);
    expect(await exceptions(orderId)).toEqual([]);
    const order = await promoted.orderOf(orderId);
    expect(order).toMatchObject({
      totalAmount: 18_000,
      discountAmount: 2000,
      discounts: [{ promotionId, amount: 2000 }],
    });
    expect(await promoted.totals(promotionId)).toEqual([{ uses: 1, pieces: 2, amount: 2000 }]);
    const refunded = await promoted.run(refundSale, { orderId, reason: '', disposition: 'sellable' });
    expect(refunded.refundedAmount).toBe(18_000);
  });

  it('stands as the till told it where the rules say otherwise; a person is told', async () => {
    const promotionId = await promoted.publish();
    const orderId = await sell(2, 3000, promotionId);
    expect(await exceptions(orderId)).toMatchObject([
      {
        kind: 'sale.price_mismatch',
        detail: { lines: [{ lineNo: 1, told: { discountAmount: 3000 }, recorded: { discountAmount: 2000 } }] },
      },
    ]);
    expect(await promoted.orderOf(orderId)).toMatchObject({ totalAmount: 17_000, discountAmount: 3000 });
  });

  it('without the engine has its discount taken off by hand, over the units as evenly as cents go', async () => {
    const sale = saleOf(world, [promoted.variant(0)], { quantity: 3000 });
    await promoted.run(recordSales, {
      ...sale,
      lines: sale.lines.map((line) => ({ ...line, discountAmount: 100 })),
      tenders: [{ kind: 'card', amount: 29_900 }],
      totalAmount: 29_900,
    });
    expect((await promoted.orderOf(sale.orderId)).lines[0]?.allocations).toEqual([
      {
        promotionId: null,
        code: null,
        amount: 100,
        baseAmount: 30_000,
        units: [
          { from: 0, count: 1, perUnit: 34 },
          { from: 1, count: 2, perUnit: 33 },
        ],
      },
    ]);
  });
});
