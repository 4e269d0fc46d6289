/** Limits of promotions and unique codes where many come at once. */
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { readRules } from '../pricing/index.ts';
import { addBatch, expireClaims, makeCoupons, revokeBatch } from '../promotions/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { recordSales } from './record-sales.ts';

let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 4, pieces: 100_000, ratePpm: 50_000 });
  promoted = promotedShop(world);
});
afterEach(() => promoted.endAll());
afterAll(() => world.close());

describe('of many at once', () => {
  const together = async (many: number, code?: string) => {
    const baskets = await Promise.all(
      Array.from({ length: many }, () => promoted.basketOf([[promoted.variant(2), 1]], code)),
    );
    const placed = await Promise.all(baskets.map(promoted.buy));
    return placed.map((one) => one.totalAmount).sort((a, b) => a - b);
  };
  const limits = (more: object) => ({ ...noLimits, ...more });

  it('exactly 100 of 500 get a code with 100 uses', async () => {
    const promotionId = await promoted.publish({
      phase: 'coupon',
      trigger: { kind: 'code', sharedCodes: ['HUNDRED'] },
      limits: limits({ uses: 100 }),
    });
    const paid = await together(500, 'hundred');
    expect([
      paid.filter((amount) => amount === 9000).length,
      paid.filter((amount) => amount === 10_000).length,
    ]).toEqual([100, 400]);
    expect(await promoted.totals(promotionId)).toEqual([{ uses: 100, pieces: 100, amount: 100_000 }]);
    expect(
      await promoted.rows('select count(*) from promotions.usage_hold where promotion_id = $1', promotionId),
    ).toEqual([{ count: 0 }]);
  }, 120_000);

  it.each([
    ['7 uses of an automatic promotion', { uses: 7 }],
    ['7 uses a day', { usesPerDay: 7 }],
    ['the first 7 pieces', { pieces: 7 }],
    ['a budget of 75.00, whole uses only', { budgetAmount: 7500 }],
  ])('exactly 7 of 20 get %s', async (_what, limit) => {
    const promotionId = await promoted.publish({ limits: limits(limit) });
    expect((await together(20)).filter((amount) => amount === 9000)).toHaveLength(7);
    expect(await promoted.totals(promotionId)).toMatchObject([{ uses: 7 }]);
  });

  it('a unique code is used once, also by two at the same instant; a cancelled order gives it back', async () => {
    const promotionId = await promoted.publish({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
    const batch = await promoted.run(addBatch, {
      promotionId,
      name: 'Letters',
      prefix: 'HH',
      count: 3,
      expiresAt: null,
    });
    expect(await promoted.run(makeCoupons, { batchId: batch.id })).toEqual({ left: 0 });
    const [coupon] = await promoted.rows(
      'select id, code from promotions.coupon where batch_id = $1 order by code',
      batch.id,
    );
    const code = String(coupon.code).toLowerCase();

    const baskets = await Promise.all(
      Array.from({ length: 8 }, () => promoted.basketOf([[promoted.variant(2), 1]], code)),
    );
    const placed = await Promise.all(baskets.map(promoted.buy));

    expect(placed.map((one) => one.totalAmount).filter((amount) => amount === 9000)).toHaveLength(1);
    const used = placed.find((one) => one.totalAmount === 9000)?.orderId ?? '';
    expect(await promoted.rows('select state, order_id from promotions.coupon where id = $1', coupon.id)).toEqual([
      { state: 'redeemed', order_id: used },
    ]);
    expect(await promoted.see(await promoted.basketOf([[promoted.variant(2), 1]], code))).toMatchObject({
      refused: [{ reason: 'code_used' }],
    });
    await promoted.run(cancelOrder, { orderId: used, reason: '' });
    expect((await promoted.buy(await promoted.basketOf([[promoted.variant(2), 1]], code))).totalAmount).toBe(9000);
  });

  it('a code of a member is nobody else’s, one that expired or was revoked counts no more', async () => {
    const promotionId = await promoted.publish({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
    const make = async (more: object) => {
      const body = { promotionId, name: 'B', prefix: '', count: 1, expiresAt: null, ...more };
      const batch = await promoted.run(addBatch, body);
      await promoted.run(makeCoupons, { batchId: batch.id });
      const [row] = await promoted.rows('select code from promotions.coupon where batch_id = $1', batch.id);
      return { code: row.code as string, batchId: batch.id };
    };
    const memberId = newId();
    await promoted.rows(
      'insert into members.member (merchant_id, id, name) values ($1, $2, $3)',
      world.merchantId,
      memberId,
      'Mei',
    );
    const reasonOf = async (code: string) =>
      (await promoted.see(await promoted.basketOf([[promoted.variant(2), 1]], code))).refused[0]?.reason;
    expect(await reasonOf((await make({ memberIds: [memberId] })).code)).toBe('code_not_yours');
    const expiring = await make({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    await promoted.rows(
      "update promotions.coupon_batch set expires_at = now() - interval '1 second' where id = $1",
      expiring.batchId,
    );
    expect(await reasonOf(expiring.code)).toBe('code_expired');
    const revoked = await make({});
    await promoted.run(revokeBatch, { batchId: revoked.batchId, reason: '' });
    expect(await reasonOf(revoked.code)).toBe('code_expired');
  });

  it('a till that used a code which was used online is believed; a person is told', async () => {
    const promotionId = await promoted.publish({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
    const batch = await promoted.run(addBatch, { promotionId, name: 'Till', prefix: 'T', count: 1, expiresAt: null });
    await promoted.run(makeCoupons, { batchId: batch.id });
    const [coupon] = await promoted.rows('select id, code from promotions.coupon where batch_id = $1', batch.id);
    const online = await promoted.buy(await promoted.basketOf([[promoted.variant(2), 1]], coupon.code));
    const { number } = await promoted.read(readRules);
    const sale = saleOf(world, [promoted.variant(0)]);
    await promoted.run(recordSales, {
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
    expect(await promoted.rows('select kind from platform.exception where subject_id = $1', sale.orderId)).toEqual([
      { kind: 'coupon.used_twice' },
    ]);

    // The till's use stands: who cancels the order does not get the code back.
    await promoted.run(cancelOrder, { orderId: online.orderId, reason: '' });
    expect(await promoted.rows('select state, order_id from promotions.coupon where id = $1', coupon.id)).toEqual([
      { state: 'redeemed', order_id: sale.orderId },
    ]);
  });

  it('a till that took a member’s code from somebody else is believed; a person is told', async () => {
    const promotionId = await promoted.publish({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
    const [mei, lok] = [newId(), newId()];
    for (const [id, name] of [
      [mei, 'Mei'],
      [lok, 'Lok'],
    ])
      await promoted.rows(
        'insert into members.member (merchant_id, id, name) values ($1, $2, $3)',
        world.merchantId,
        id,
        name,
      );
    const { number } = await promoted.read(readRules);
    const toldOf = async (memberId: string) => {
      const body = { promotionId, name: 'Own', prefix: 'O', count: 1, expiresAt: null, memberIds: [mei] };
      const batch = await promoted.run(addBatch, body);
      const [coupon] = await promoted.rows('select id, code from promotions.coupon where batch_id = $1', batch.id);
      const sale = saleOf(world, [promoted.variant(0)]);
      const use = { promotionId, code: coupon.code, couponId: coupon.id, times: 1, pieces: 1, amount: 1000 };
      await promoted.run(recordSales, {
        ...sale,
        memberId,
        lines: sale.lines.map((line) => ({ ...line, discountAmount: 1000 })),
        pricing: { ruleSetNumber: number, hash: 'x', codes: [coupon.code], applied: [use] },
        tenders: [{ kind: 'card', amount: 9000 }],
        totalAmount: 9000,
      });
      return promoted.rows('select kind from platform.exception where subject_id = $1', sale.orderId);
    };
    expect(await toldOf(mei)).toEqual([]);
    expect(await toldOf(lok)).toEqual([{ kind: 'sale.price_mismatch' }]);
  });

  it('a basket that pays again is not kept out by its own claim; a claim that ran out is free', async () => {
    const promotionId = await promoted.publish({ limits: limits({ uses: 1 }) });
    const first = await promoted.basketOf([[promoted.variant(2), 1]]);
    const second = await promoted.basketOf([[promoted.variant(2), 1]]);
    await promoted.shop.pay(world.shopper, newId(), first, { kind: 'test' });
    expect(await promoted.see(first)).toMatchObject({ totalAmount: 9000 });
    expect(await promoted.see(second)).toMatchObject({
      totalAmount: 10_000,
      refused: [{ promotionId, reason: 'limit_reached' }],
    });
    expect(await promoted.shop.pay(world.shopper, newId(), first, { kind: 'test' })).toMatchObject({
      totalAmount: 9000,
    });

    await world.database.adminPool.query("update promotions.usage_hold set expires_at = now() - interval '1 second'");
    expect(await promoted.see(second)).toMatchObject({ totalAmount: 9000 });
    expect((await promoted.buy(second)).totalAmount).toBe(9000);
    await expect(promoted.shop.place(world.shopper, newId(), first, {})).rejects.toMatchObject({
      refusal: { code: 'price.changed', params: { totalAmount: 10_000 } },
    });
  });

  it('claims that ran out are swept away with the codes that they held', async () => {
    const promotionId = await promoted.publish({
      phase: 'coupon',
      trigger: { kind: 'code', sharedCodes: [] },
      limits: { ...noLimits, uses: 5 },
    });
    const batch = await promoted.run(addBatch, { promotionId, name: 'Swept', prefix: '', count: 1, expiresAt: null });
    await promoted.run(makeCoupons, { batchId: batch.id });
    const [coupon] = await promoted.rows('select code from promotions.coupon where batch_id = $1', batch.id);
    const id = await promoted.basketOf([[promoted.variant(2), 1]], coupon.code);
    await promoted.shop.pay(world.shopper, newId(), id, { kind: 'test' });
    const state = () => promoted.rows('select state, held_by from promotions.coupon where batch_id = $1', batch.id);
    expect(await promoted.run(expireClaims, {})).toEqual({ released: 0, freed: 0 });
    expect(await state()).toEqual([{ state: 'held', held_by: id }]);

    await promoted.rows("update promotions.usage_hold set expires_at = now() - interval '1 second'");
    await promoted.rows("update promotions.coupon set held_until = now() - interval '1 second' where state = 'held'");

    expect(await promoted.run(expireClaims, {})).toEqual({ released: 1, freed: 1 });
    expect(await state()).toEqual([{ state: 'issued', held_by: null }]);
  });
});
