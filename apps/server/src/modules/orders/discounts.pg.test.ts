/** Promotions in baskets, orders and sales: the same cent online and at the till, frozen, limited, given back. */

import type { PromotionBody } from '@tandem/contract/promotions.ts';
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CommandKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { everything, samplePromotion } from '../../testing/sample-promotion.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { addPriceList, putEntries, readRules } from '../pricing/index.ts';
import { addBatch, createPromotion, makeCoupons, movePromotion, revokeBatch } from '../promotions/index.ts';
import { type BasketUseCases, basketUseCases } from './basket-use-cases.ts';
import { cancelOrder } from './cancel-order.ts';
import { readOrder } from './read-order.ts';
import { recordSales } from './record-sales.ts';
import { refundSale } from './refund-sale.ts';

let world: TestWorld;
let shop: BasketUseCases;
const live: string[] = [];
beforeAll(async () => {
  world = await createTestWorld({ products: 4, pieces: 100_000, ratePpm: 50_000 });
  shop = basketUseCases(world.platform);
});
afterEach(async () => {
  for (const promotionId of live.splice(0)) await run(movePromotion, { promotionId, event: 'ended' });
});
afterAll(() => world.close());

const run = <B, A>(kind: CommandKind<B, A>, body: B): Promise<A> =>
  world.platform.bus.run(kind, {
    merchantId: world.merchantId,
    id: newId(),
    actor: { kind: 'staff', staffId: world.ownerId },
    body,
  });
const rows = async (statement: string, ...values: unknown[]) =>
  (await world.database.adminPool.query(statement, values)).rows;
const variant = (index: number) => world.variants[index]?.id ?? '';
async function publish(more: Partial<PromotionBody> = {}): Promise<string> {
  const { id } = await run(createPromotion, samplePromotion(more));
  await run(movePromotion, { promotionId: id, event: 'published' });
  live.push(id);
  return id;
}
async function basketOf(lines: [string, number][], code?: string): Promise<string> {
  const { id } = await shop.open(world.shopper, newId(), {});
  for (const [variantId, pieces] of lines)
    await shop.addLine(world.shopper, newId(), id, { variantId, quantity: pieces * 1000 });
  if (code !== undefined) await shop.addCode(world.shopper, newId(), id, code);
  await shop.setContact(world.shopper, newId(), id, { contact: { name: 'Mei Chan', email: 'mei@example.test' } });
  await shop.setDelivery(world.shopper, newId(), id, { method: 'pickup', locationId: world.storeId });
  return id;
}
const see = (id: string) => shop.read(world.shopper, id);
async function buy(id: string) {
  await shop.pay(world.shopper, newId(), id, { kind: 'test' });
  return shop.place(world.shopper, newId(), id, {});
}
const orderOf = (id: string) => readAs(world.platform.pool, world.merchantId, (tx) => readOrder(tx, id));
const totals = (promotionId: string) =>
  rows("select uses, pieces, amount from promotions.usage_total where promotion_id = $1 and scope = ''", promotionId);

describe('a basket', () => {
  it('is cheaper from the moment a promotion is published, and says by what', async () => {
    const id = await basketOf([[variant(0), 2]]);
    expect(await see(id)).toMatchObject({ goodsAmount: 20_000, discountAmount: 0, totalAmount: 20_000, applied: [] });

    const promotionId = await publish();

    expect(await see(id)).toMatchObject({
      goodsAmount: 20_000,
      discountAmount: 2000,
      totalAmount: 18_000,
      applied: [{ promotionId, name: { en: 'Ten percent' }, code: null, amount: 2000 }],
      lines: [{ unitAmount: 10_000, listAmount: 20_000, discountAmount: 2000, lineAmount: 18_000 }],
    });
  });

  it('takes codes in any case, keeps a wrong one with its reason, and lets both go again', async () => {
    await publish({ trigger: { kind: 'code', sharedCodes: ['WELCOME'] }, phase: 'coupon' });
    const id = await basketOf([[variant(0), 1]]);
    const wrong = await shop.addCode(world.shopper, newId(), id, 'nothing');
    expect(wrong).toMatchObject({ codes: ['nothing'], discountAmount: 0, refused: [{ reason: 'code_unknown' }] });
    const right = await shop.addCode(world.shopper, newId(), id, ' welcome ');
    expect(right).toMatchObject({ codes: ['nothing', 'welcome'], discountAmount: 1000 });
    await shop.removeCode(world.shopper, newId(), id, 'NOTHING');
    expect(await shop.removeCode(world.shopper, newId(), id, 'Welcome')).toMatchObject({
      codes: [],
      discountAmount: 0,
    });
    await expect(shop.removeCode(world.shopper, newId(), id, 'welcome')).rejects.toMatchObject({
      refusal: { code: 'basket_code.not_found' },
    });
  });

  it('has the price of the price list of its channel, from the quantity on', async () => {
    const list = await run(addPriceList, {
      name: { en: 'Web' },
      channels: [world.shopId],
      locations: null,
      members: null,
      tiers: null,
      memberTags: null,
      schedule: null,
    });
    await run(putEntries, {
      priceListId: list.id,
      entries: [
        { variantId: variant(3), minQuantity: 0, amount: 9000 },
        { variantId: variant(3), minQuantity: 3000, amount: 8000 },
      ],
    });
    expect((await see(await basketOf([[variant(3), 2]]))).lines).toMatchObject([
      { unitAmount: 9000, listAmount: 18_000 },
    ]);
    expect((await see(await basketOf([[variant(3), 3]]))).lines).toMatchObject([
      { unitAmount: 8000, listAmount: 24_000 },
    ]);
    const placed = await buy(await basketOf([[variant(3), 3]]));
    expect(placed.totalAmount).toBe(24_000);
    expect(
      await rows('select unit_amount, price_list_id from orders.order_line where order_id = $1', placed.orderId),
    ).toEqual([{ unit_amount: 8000, price_list_id: list.id }]);
    await run(putEntries, {
      priceListId: list.id,
      entries: [
        { variantId: variant(3), minQuantity: 0, amount: null },
        { variantId: variant(3), minQuantity: 3000, amount: null },
      ],
    });
  });

  it('of which the price changed before it is placed is refused with the new total', async () => {
    const promotionId = await publish();
    const id = await basketOf([[variant(0), 1]]);
    await shop.pay(world.shopper, newId(), id, { kind: 'test' });
    await run(movePromotion, { promotionId, event: 'paused' });
    await expect(shop.place(world.shopper, newId(), id, {})).rejects.toMatchObject({
      refusal: { code: 'price.changed', params: { totalAmount: 10_000 } },
    });
    await expect(shop.pay(world.shopper, newId(), id, { kind: 'test', totalAmount: 9000 })).rejects.toMatchObject({
      refusal: { code: 'price.changed', params: { totalAmount: 10_000 } },
    });
  });

  it('is offered a gift, which stands on a line of its own beside the same article bought', async () => {
    const promotionId = await publish({
      phase: 'gift',
      action: {
        kind: 'gift',
        items: everything,
        steps: [{ minAmount: 10_000, minCount: null, choices: [variant(1)], count: 1 }],
      },
    });
    const id = await basketOf([[variant(1), 2]]);
    expect((await see(id)).offers).toMatchObject([
      { promotionId, kind: 'gift', count: 1, choices: [{ variantId: variant(1) }] },
    ]);
    const chosen = await shop.addLine(world.shopper, newId(), id, {
      variantId: variant(1),
      quantity: 1000,
      offeredBy: promotionId,
    });
    expect(chosen.lines).toMatchObject([
      { offeredBy: null, quantity: 2000, lineAmount: 20_000 },
      { offeredBy: promotionId, quantity: 1000, listAmount: 10_000, lineAmount: 0 },
    ]);
    const order = await orderOf((await buy(id)).orderId);
    expect(order.totalAmount).toBe(20_000);
    expect(order.fulfilments[0]?.lines.map((line) => [line.lineNo, line.quantity])).toEqual([
      [1, 2000],
      [2, 1000],
    ]);
    await expect(
      shop.addLine(world.shopper, newId(), await basketOf([[variant(1), 1]]), {
        variantId: variant(0),
        quantity: 1000,
        offeredBy: promotionId,
      }),
    ).rejects.toMatchObject({ refusal: { code: 'promotion.not_found' } });
  });
});

describe('an order', () => {
  it('freezes what each promotion took off which units, and the rules by number', async () => {
    const promotionId = await publish({
      action: { kind: 'amount_off', amount: 1000, per: 'order', items: everything, units: { which: 'all' } },
    });
    const placed = await buy(await basketOf([[variant(0), 3]]));
    const order = await orderOf(placed.orderId);
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
    const rules = await readAs(world.platform.pool, world.merchantId, readRules);
    expect(order.ruleSetNumber).toBe(rules.number);
    expect(await totals(promotionId)).toEqual([{ uses: 1, pieces: 3, amount: 1000 }]);
  });

  it('that is cancelled gives its use back, once', async () => {
    const promotionId = await publish();
    const placed = await buy(await basketOf([[variant(0), 1]]));
    await run(cancelOrder, { orderId: placed.orderId, reason: '' });
    expect(await totals(promotionId)).toEqual([{ uses: 0, pieces: 0, amount: 0 }]);
    expect(
      await rows(
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
    const { number } = await readAs(world.platform.pool, world.merchantId, readRules);
    const sale = saleOf(world, [variant(0)], { quantity: pieces * 1000 });
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
    await run(recordSales, body);
    return body.orderId;
  };
  const exceptions = (orderId: string) =>
    rows('select kind, detail from platform.exception where subject_id = $1 order by kind', orderId);

  it('is recorded with its promotions, and counts as a use', async () => {
    const promotionId = await publish();
    const orderId = await sell(2, 2000, promotionId);
    expect(await exceptions(orderId)).toEqual([]);
    const order = await orderOf(orderId);
    expect(order).toMatchObject({
      totalAmount: 18_000,
      discountAmount: 2000,
      discounts: [{ promotionId, amount: 2000 }],
    });
    expect(await totals(promotionId)).toEqual([{ uses: 1, pieces: 2, amount: 2000 }]);
    const refunded = await run(refundSale, { orderId, reason: '', disposition: 'sellable' });
    expect(refunded.refundedAmount).toBe(18_000);
  });

  it('stands as the till told it where the rules say otherwise; a person is told', async () => {
    const promotionId = await publish();
    const orderId = await sell(2, 3000, promotionId);
    expect(await exceptions(orderId)).toMatchObject([
      {
        kind: 'sale.price_mismatch',
        detail: { lines: [{ lineNo: 1, told: { discountAmount: 3000 }, recorded: { discountAmount: 2000 } }] },
      },
    ]);
    expect(await orderOf(orderId)).toMatchObject({ totalAmount: 17_000, discountAmount: 3000 });
  });

  it('without the engine has its discount taken off by hand, over the units as evenly as cents go', async () => {
    const sale = saleOf(world, [variant(0)], { quantity: 3000 });
    await run(recordSales, {
      ...sale,
      lines: sale.lines.map((line) => ({ ...line, discountAmount: 100 })),
      tenders: [{ kind: 'card', amount: 29_900 }],
      totalAmount: 29_900,
    });
    expect((await orderOf(sale.orderId)).lines[0]?.allocations).toEqual([
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

describe('of many at once', () => {
  const together = async (many: number, code?: string) => {
    const baskets = await Promise.all(Array.from({ length: many }, () => basketOf([[variant(2), 1]], code)));
    const placed = await Promise.all(baskets.map(buy));
    return placed.map((one) => one.totalAmount).sort((a, b) => a - b);
  };
  const limits = (more: object) => ({ ...noLimits, ...more });

  it('exactly 100 of 500 get a code with 100 uses', async () => {
    const promotionId = await publish({
      phase: 'coupon',
      trigger: { kind: 'code', sharedCodes: ['HUNDRED'] },
      limits: limits({ uses: 100 }),
    });
    const paid = await together(500, 'hundred');
    expect([
      paid.filter((amount) => amount === 9000).length,
      paid.filter((amount) => amount === 10_000).length,
    ]).toEqual([100, 400]);
    expect(await totals(promotionId)).toEqual([{ uses: 100, pieces: 100, amount: 100_000 }]);
    expect(await rows('select count(*) from promotions.usage_hold where promotion_id = $1', promotionId)).toEqual([
      { count: 0 },
    ]);
  }, 120_000);

  it.each([
    ['7 uses of an automatic promotion', { uses: 7 }],
    ['7 uses a day', { usesPerDay: 7 }],
    ['the first 7 pieces', { pieces: 7 }],
    ['a budget of 75.00, whole uses only', { budgetAmount: 7500 }],
  ])('exactly 7 of 20 get %s', async (_what, limit) => {
    const promotionId = await publish({ limits: limits(limit) });
    expect((await together(20)).filter((amount) => amount === 9000)).toHaveLength(7);
    expect(await totals(promotionId)).toMatchObject([{ uses: 7 }]);
  });

  it('a unique code is used once, also by two at the same instant; a cancelled order gives it back', async () => {
    const promotionId = await publish({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
    const batch = await run(addBatch, { promotionId, name: 'Letters', prefix: 'HH', count: 3, expiresAt: null });
    expect(await run(makeCoupons, { batchId: batch.id })).toEqual({ left: 0 });
    const [coupon] = await rows('select id, code from promotions.coupon where batch_id = $1 order by code', batch.id);
    const code = String(coupon.code).toLowerCase();

    const baskets = await Promise.all(Array.from({ length: 8 }, () => basketOf([[variant(2), 1]], code)));
    const placed = await Promise.all(baskets.map(buy));

    expect(placed.map((one) => one.totalAmount).filter((amount) => amount === 9000)).toHaveLength(1);
    const used = placed.find((one) => one.totalAmount === 9000)?.orderId ?? '';
    expect(await rows('select state, order_id from promotions.coupon where id = $1', coupon.id)).toEqual([
      { state: 'redeemed', order_id: used },
    ]);
    expect(await see(await basketOf([[variant(2), 1]], code))).toMatchObject({ refused: [{ reason: 'code_used' }] });
    await run(cancelOrder, { orderId: used, reason: '' });
    expect((await buy(await basketOf([[variant(2), 1]], code))).totalAmount).toBe(9000);
  });

  it('a code of a member is nobody else’s, one that expired or was revoked counts no more', async () => {
    const promotionId = await publish({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
    const make = async (more: object) => {
      const body = { promotionId, name: 'B', prefix: '', count: 1, expiresAt: null, ...more };
      const batch = await run(addBatch, body);
      await run(makeCoupons, { batchId: batch.id });
      const [row] = await rows('select code from promotions.coupon where batch_id = $1', batch.id);
      return { code: row.code as string, batchId: batch.id };
    };
    const memberId = newId();
    await rows(
      'insert into members.member (merchant_id, id, name) values ($1, $2, $3)',
      world.merchantId,
      memberId,
      'Mei',
    );
    const reasonOf = async (code: string) => (await see(await basketOf([[variant(2), 1]], code))).refused[0]?.reason;
    expect(await reasonOf((await make({ memberIds: [memberId] })).code)).toBe('code_not_yours');
    const expiring = await make({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    await rows(
      "update promotions.coupon_batch set expires_at = now() - interval '1 second' where id = $1",
      expiring.batchId,
    );
    expect(await reasonOf(expiring.code)).toBe('code_expired');
    const revoked = await make({});
    await run(revokeBatch, { batchId: revoked.batchId, reason: '' });
    expect(await reasonOf(revoked.code)).toBe('code_expired');
  });

  it('a till that used a code which was used online is believed; a person is told', async () => {
    const promotionId = await publish({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
    const batch = await run(addBatch, { promotionId, name: 'Till', prefix: 'T', count: 1, expiresAt: null });
    await run(makeCoupons, { batchId: batch.id });
    const [coupon] = await rows('select id, code from promotions.coupon where batch_id = $1', batch.id);
    await buy(await basketOf([[variant(2), 1]], coupon.code));
    const { number } = await readAs(world.platform.pool, world.merchantId, readRules);
    const sale = saleOf(world, [variant(0)]);
    await run(recordSales, {
      ...sale,
      lines: sale.lines.map((line) => ({ ...line, discountAmount: 1000 })),
      pricing: {
        ruleSetNumber: number,
        hash: 'x',
        codes: [coupon.code],
        applied: [{ promotionId, code: coupon.code, couponId: coupon.id, times: 1, pieces: 1, amount: 1000 }],
      },
      tenders: [{ kind: 'card', amount: 9000 }],
      totalAmount: 9000,
    });
    expect(await rows('select kind from platform.exception where subject_id = $1', sale.orderId)).toEqual([
      { kind: 'coupon.used_twice' },
    ]);
  });

  it('a basket that pays again is not kept out by its own claim; a claim that ran out is free', async () => {
    const promotionId = await publish({ limits: limits({ uses: 1 }) });
    const first = await basketOf([[variant(2), 1]]);
    const second = await basketOf([[variant(2), 1]]);
    await shop.pay(world.shopper, newId(), first, { kind: 'test' });
    expect(await see(first)).toMatchObject({ totalAmount: 9000 });
    expect(await see(second)).toMatchObject({
      totalAmount: 10_000,
      refused: [{ promotionId, reason: 'limit_reached' }],
    });
    expect(await shop.pay(world.shopper, newId(), first, { kind: 'test' })).toMatchObject({ totalAmount: 9000 });

    await world.database.adminPool.query("update promotions.usage_hold set expires_at = now() - interval '1 second'");
    expect(await see(second)).toMatchObject({ totalAmount: 9000 });
    expect((await buy(second)).totalAmount).toBe(9000);
    await expect(shop.place(world.shopper, newId(), first, {})).rejects.toMatchObject({
      refusal: { code: 'price.changed', params: { totalAmount: 10_000 } },
    });
  });
});
