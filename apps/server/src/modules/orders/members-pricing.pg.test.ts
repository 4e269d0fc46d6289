/** Prices of members: in baskets, at tills, in previews; what a member gets once is given once, also where two ask at once. */
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buildPlatform, type RunningPlatform } from '../../platform/build-platform.ts';
import { newId } from '../../platform/ids.ts';
import { newLog } from '../../platform/log.ts';
import { editShop } from '../../testing/edit-shop.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { addMember, changeMember, type NewMember, requireMember } from '../members/index.ts';
import { readRules } from '../pricing/index.ts';
import { addBatch } from '../promotions/index.ts';
import { basketUseCases } from './basket-use-cases.ts';
import { cancelOrder } from './cancel-order.ts';
import { previewPromotion } from './preview-promotion.ts';
import { recordSales } from './record-sales.ts';

let world: TestWorld;
let second: RunningPlatform;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 4, pieces: 1000, ratePpm: 50_000 });
  // Another server process: nothing in memory keeps the two apart.
  second = await buildPlatform({ target: world.database.target, log: newLog('silent') });
  promoted = promotedShop(world);
});
afterEach(async () => {
  await promoted.endAll();
  const checks = await verifyBooks(world.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});
afterAll(async () => {
  await second.stop();
  await world.close();
});

const member = async (more: Partial<NewMember> = {}) =>
  (await promoted.run(addMember, { name: 'Mei Chan', ...more })).id;
/** A basket of one piece for 100.00, of the member. */
const basketOf = async (memberId: string) => {
  const id = await promoted.basketOf([[promoted.variant(0), 1]]);
  await promoted.shop.nameMember(world.shopper, newId(), id, memberId);
  return id;
};
const firstOrder = { condition: { kind: 'nth_order', n: 1, isRepeated: false } } as const;
const oncePerMember = { limits: { ...noLimits, usesPerMember: 1 } } as const;

it('a basket is priced with the facts of its member, and the order carries the member', async () => {
  await promoted.publish({ condition: { kind: 'tier', tiers: ['Gold'] } });
  const [gold, silver] = [await member({ tier: 'Gold' }), await member({ tier: 'Silver' })];
  const id = await promoted.basketOf([[promoted.variant(0), 1]]);
  const totals = [];
  for (const memberId of [null, silver, gold]) {
    const { totalAmount, refused } = await promoted.shop.nameMember(world.shopper, newId(), id, memberId);
    totals.push([totalAmount, refused[0]?.reason]);
  }
  expect(totals).toEqual([
    [10_000, 'sign_in'],
    [10_000, 'members_only'],
    [9000, undefined],
  ]);
  await expect(promoted.shop.nameMember(world.shopper, newId(), id, newId())).rejects.toMatchObject({
    refusal: { code: 'member.not_found' },
  });
  const { orderId } = await promoted.buy(id);
  expect(await promoted.rows('select member_id, total_amount from orders."order" where id = $1', orderId)).toEqual([
    { member_id: gold, total_amount: 9000 },
  ]);
});

it('another member asks for payment again; the same one does not', async () => {
  const [mei, lok] = [await member(), await member()];
  const id = await basketOf(mei);
  await promoted.shop.pay(world.shopper, newId(), id, { kind: 'test' });
  expect((await promoted.shop.nameMember(world.shopper, newId(), id, mei)).payment).not.toBeNull();
  expect((await promoted.shop.nameMember(world.shopper, newId(), id, lok)).payment).toBeNull();
});

it.each([
  ['a limit per member', oncePerMember],
  ['the first order', firstOrder],
])('of two baskets of one member at once, placed by two servers, one gets %s', async (_what, more) => {
  await promoted.publish(more);
  const memberId = await member();
  const buyers = [
    { shop: promoted.shop, id: await basketOf(memberId) },
    { shop: basketUseCases(second), id: await basketOf(memberId) },
  ];
  // Both begin to pay, then both are placed; the one that came second is told of the new price.
  const paid = await Promise.all(buyers.map(({ shop, id }) => shop.pay(world.shopper, newId(), id, { kind: 'test' })));
  const results = await Promise.allSettled(buyers.map(({ shop, id }) => shop.place(world.shopper, newId(), id, {})));
  const placed = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value.totalAmount] : []));
  const refused = results.flatMap((one, at) =>
    one.status === 'rejected' ? [{ at, refusal: one.reason.refusal }] : [],
  );
  for (const { at, refusal } of refused) {
    expect(refusal).toMatchObject({ code: 'price.changed', params: { totalAmount: 10_000 } });
    placed.push((await promoted.buy(buyers[at]?.id as string)).totalAmount);
  }
  expect(placed.sort((a, b) => a - b)).toEqual([9000, 10_000]);
  // A limit is claimed when payment begins; an order counts when it is placed.
  const totals = paid.map((one) => one?.totalAmount ?? 0).sort((a, b) => a - b);
  expect([totals, refused.length]).toEqual(more === firstOrder ? [[9000, 9000], 1] : [[9000, 10_000], 0]);
});

it('a cancelled order is none: the next is the first again, and the use is given back', async () => {
  await promoted.publish({ ...firstOrder, ...oncePerMember });
  const memberId = await member();
  const first = await promoted.buy(await basketOf(memberId));
  expect((await promoted.see(await basketOf(memberId))).totalAmount).toBe(10_000);
  await promoted.run(cancelOrder, { orderId: first.orderId, reason: '' });
  expect((await promoted.buy(await basketOf(memberId))).totalAmount).toBe(9000);
});

/** What a till sends that took ten percent off for the member. */
const saleFor = async (promotionId: string, memberId: string) => {
  const { number } = await promoted.read(readRules);
  const sale = saleOf(world, [promoted.variant(0)], { tendered: 9000 });
  return {
    ...sale,
    memberId,
    lines: sale.lines.map((line) => ({ ...line, discountAmount: 1000 })),
    totalAmount: 9000,
    pricing: {
      ruleSetNumber: number,
      hash: 'x',
      codes: [],
      applied: [{ promotionId, code: null, couponId: null, times: 1, pieces: 1, amount: 1000 }],
    },
  };
};
const exceptionsOf = (orderIds: string[]) =>
  promoted.rows('select kind from platform.exception where subject_id = any ($1) order by kind', orderIds);

it.each([
  ['a limit per member', oncePerMember, ['promotion.over_limit', 'sale.price_mismatch']],
  ['the first order', firstOrder, ['sale.price_mismatch']],
])(
  'of two tills that give one member %s at once, both sales stand and one is told to a person',
  async (_what, more, kinds) => {
    const told = kinds.map((kind) => ({ kind }));
    const promotionId = await promoted.publish(more);
    const memberId = await member();
    const sales = [await saleFor(promotionId, memberId), await saleFor(promotionId, memberId)];
    const results = await Promise.all(
      [world.platform, second].map(({ bus }, at) =>
        bus.run(recordSales, {
          merchantId: world.merchantId,
          id: newId(),
          actor: { kind: 'register' as const, registerId: world.registerId },
          body: sales[at] as (typeof sales)[number],
        }),
      ),
    );
    expect(results.map((one) => one.totalAmount)).toEqual([9000, 9000]);
    expect(await exceptionsOf(sales.map((one) => one.orderId))).toEqual(told);
    expect(await promoted.totals(promotionId)).toMatchObject([{ uses: 2 }]);
    // The same two in one batch.
    const other = await member();
    const together = [await saleFor(promotionId, other), await saleFor(promotionId, other)];
    await Promise.all(together.map((body) => promoted.run(recordSales, body)));
    expect(await exceptionsOf(together.map((one) => one.orderId))).toEqual(told);
  },
);

it('a till sale of a member agrees with the rules, of nobody or of a stranger it does not', async () => {
  const promotionId = await promoted.publish({ condition: { kind: 'referred' } });
  const memberId = await member({ referredBy: await member() });
  const right = await saleFor(promotionId, memberId);
  await promoted.run(recordSales, right);
  expect(await exceptionsOf([right.orderId])).toEqual([]);
  const stranger = await saleFor(promotionId, newId());
  await promoted.run(recordSales, stranger);
  expect(await exceptionsOf([stranger.orderId])).toEqual([
    { kind: 'sale.price_mismatch' },
    { kind: 'sale.unknown_member' },
  ]);
  expect(await promoted.rows('select member_id from orders."order" where id = $1', stranger.orderId)).toEqual([
    { member_id: null },
  ]);
});

it('an exempt member pays no tax, online and at a till, also where the till said another price', async () => {
  const memberId = await member({ isTaxExempt: true });
  const { orderId, totalAmount } = await promoted.buy(await basketOf(memberId));
  // 100.00 with 5 % inside.
  expect(totalAmount).toBe(9524);
  const money = (id: string) =>
    promoted.rows('select net_amount, tax_amount, total_amount, paid_amount from orders."order" where id = $1', id);
  const untaxed = { net_amount: 9524, tax_amount: 0, total_amount: 9524, paid_amount: 9524 };
  expect(await money(orderId)).toEqual([untaxed]);
  const { number } = await promoted.read(readRules);
  for (const unitAmount of [10_000, 9999]) {
    const sale = saleOf(world, [promoted.variant(0)]);
    const total = unitAmount === 10_000 ? 9524 : 9523;
    await promoted.run(recordSales, {
      ...sale,
      memberId,
      lines: sale.lines.map((line) => ({ ...line, unitAmount })),
      tenders: [{ kind: 'card', amount: total }],
      totalAmount: total,
      pricing: { ruleSetNumber: number, hash: 'x', codes: [], applied: [] },
    });
    expect(await money(sale.orderId)).toEqual([
      { ...untaxed, net_amount: total, total_amount: total, paid_amount: total },
    ]);
    const told = unitAmount === 10_000 ? [] : [{ kind: 'sale.price_mismatch' }];
    expect(await exceptionsOf([sale.orderId])).toEqual(told);
  }
});

it('a preview prices with the real facts, the birthday by the day in the store', async () => {
  const definition = null;
  await promoted.publish({ condition: { kind: 'birthday', daysBefore: 0, daysAfter: 0 } });
  const memberId = await member({ birthday: '--05-17' });
  const see = async (at: string) => {
    const basket = {
      channelId: world.tillChannelId,
      locationId: world.storeId,
      memberId,
      at,
      codes: [],
      shippingMethod: null,
      lines: [{ variantId: promoted.variant(0), quantity: 1000 }],
    };
    const { now } = await promoted.read((tx) => previewPromotion(tx, { basket, definition, promotionId: null }, at));
    return now.totals.totalAmount;
  };
  expect(await see('2026-05-16T15:59:00.000Z')).toBe(10_000);
  expect(await see('2026-05-16T16:00:00.000Z')).toBe(9000);
  expect(await see('2026-05-17T16:00:00.000Z')).toBe(10_000);
});

it('a batch of codes for a tier gives each of its members one, and nobody another’s', async () => {
  const promotionId = await promoted.publish({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
  const body = { promotionId, name: 'Letters', prefix: 'PL', count: 1, expiresAt: null };
  await expect(promoted.run(addBatch, { ...body, members: { tier: 'Platinum' } })).rejects.toMatchObject({
    refusal: { code: 'coupon.members', field: 'members' },
  });
  const [mei, lok] = [await member({ tier: 'Platinum' }), await member({ tier: 'Platinum', tags: ['press'] })];
  const batch = await promoted.run(addBatch, { ...body, members: { tier: 'Platinum' } });
  expect([batch.count, batch.isReady]).toEqual([2, true]);
  const onlyPress = await promoted.run(addBatch, { ...body, members: { tier: 'Platinum', tag: 'press' } });
  expect(onlyPress.count).toBe(1);
  const codes = await promoted.rows(
    'select code, member_id from promotions.coupon where batch_id = $1 order by member_id',
    batch.id,
  );
  expect(codes.map((one) => one.member_id)).toEqual([mei, lok].sort());
  const own = codes.find((one) => one.member_id === mei)?.code;
  const price = async (memberId: string) => {
    const id = await basketOf(memberId);
    return (await promoted.shop.addCode(world.shopper, newId(), id, own)).totalAmount;
  };
  expect([await price(mei), await price(lok)]).toEqual([9000, 10_000]);
});

it('an order that is edited keeps the tier, the tax exemption and the first order of then, whatever the member is now', async () => {
  const { line, edit } = editShop(world, promoted);
  await promoted.publish({ condition: { kind: 'tier', tiers: ['Gold'] } });
  await promoted.publish({ name: { en: 'First' }, phase: 'order', ...firstOrder });
  const memberId = await member({ tier: 'Gold', isTaxExempt: true });
  const order = async () => (await promoted.buy(await basketOf(memberId))).orderId;
  // 100.00 less 10 % of the tier and 10 % of the first order, without the 5 % of tax inside.
  const first = await order();
  expect(await promoted.orderOf(first)).toMatchObject({ totalAmount: 7714, taxAmount: 0 });
  const { name, version } = await promoted.read((tx) => requireMember(tx, memberId));
  const plain = { reference: null, email: null, phone: null, tags: [], birthday: null, referredBy: null };
  await promoted.run(changeMember, { memberId, version, name, ...plain, tier: null, isTaxExempt: false });
  const second = await order();
  expect(await promoted.orderOf(second)).toMatchObject({ totalAmount: 10_000, taxAmount: 476 });

  expect(await edit(first, [line(0, 2, 1)])).toMatchObject({ totalAmount: 15_429, taxAmount: 0 });
  expect(await edit(second, [line(0, 2, 1)])).toMatchObject({ totalAmount: 20_000, taxAmount: 952 });
});
