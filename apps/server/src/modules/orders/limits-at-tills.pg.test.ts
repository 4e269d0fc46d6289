/** Tills that gave a promotion more often than it may be given: they are believed, and a person is told. */
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { readRules } from '../pricing/index.ts';
import { recordSales, type SaleBody } from './record-sales.ts';

let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 2, ratePpm: 50_000 });
  promoted = promotedShop(world);
});
afterEach(() => promoted.endAll());
afterAll(() => world.close());

const limitedTo = (more: object): Partial<PromotionBody> => ({
  name: { en: 'Flash' },
  phase: 'coupon',
  trigger: { kind: 'code', sharedCodes: ['FLASH'] },
  limits: { ...noLimits, ...more },
});

/** One piece with the code, as a till sells it that knows of no other use. */
async function saleWith(promotionId: string, more: Partial<SaleBody> = {}): Promise<SaleBody> {
  const { number } = await promoted.read(readRules);
  const sale = saleOf(world, [promoted.variant(0)]);
  const units = [{ from: 0, count: 1, perUnit: 1000 }];
  const allocations = [{ promotionId, code: 'FLASH', amount: 1000, baseAmount: 10_000, units }];
  return {
    ...sale,
    lines: sale.lines.map((line) => ({ ...line, discountAmount: 1000, allocations })),
    pricing: {
      ruleSetNumber: number,
      hash: 'x',
      codes: ['FLASH'],
      applied: [{ promotionId, code: 'FLASH', couponId: null, times: 1, pieces: 1, amount: 1000 }],
    },
    tenders: [{ kind: 'card', amount: 9000 }],
    totalAmount: 9000,
    ...more,
  };
}
const send = (body: SaleBody, id = newId()) =>
  world.platform.bus.run(recordSales, {
    merchantId: world.merchantId,
    id,
    actor: { kind: 'register', registerId: world.registerId },
    body,
  });
const told = (...orderIds: string[]) =>
  promoted.rows(
    'select kind, subject_id, detail from platform.exception where subject_id = any ($1::uuid[]) order by kind',
    orderIds,
  );
const books = async () =>
  (await verifyBooks(world.platform.pool, world.merchantId)).filter((check) => check.differences > 0);

it('of two tills that gave the last use at once one is told of, once, however often it is sent', async () => {
  const promotionId = await promoted.publish(limitedTo({ uses: 1 }));
  const sales = [await saleWith(promotionId), await saleWith(promotionId)];
  const ids = [newId(), newId()];
  const first = await Promise.all(sales.map((sale, index) => send(sale, ids[index])));
  expect(await Promise.all(sales.map((sale, index) => send(sale, ids[index])))).toEqual(first);

  const raised = await told(...sales.map(({ orderId }) => orderId));
  const detail = { promotionId, name: { en: 'Flash' }, code: 'FLASH', limit: 'uses', most: 1, reached: 2 };
  expect(raised).toMatchObject([{ kind: 'promotion.over_limit', detail }]);
  expect(await promoted.totals(promotionId)).toEqual([{ uses: 2, pieces: 2, amount: 2000 }]);
  expect(await books()).toEqual([]);
});

it('tells of a sale that came after online orders took all, and not of the hold of one that is being paid', async () => {
  const promotionId = await promoted.publish(limitedTo({ uses: 1 }));
  const basket = await promoted.basketOf([[promoted.variant(1), 1]], 'flash');
  await promoted.shop.pay(world.shopper, newId(), basket, { kind: 'test' });
  const early = await saleWith(promotionId);
  await send(early);
  expect(await told(early.orderId)).toEqual([]);

  const again = await promoted.publish({
    ...limitedTo({ uses: 1 }),
    trigger: { kind: 'code', sharedCodes: ['FLASH2'] },
  });
  await promoted.buy(await promoted.basketOf([[promoted.variant(1), 1]], 'flash2'));
  const late = await saleWith(again);
  await send(late);
  expect(await told(late.orderId)).toMatchObject([{ kind: 'promotion.over_limit', detail: { reached: 2 } }]);
});

it.each([
  ['uses a day', { usesPerDay: 1 }, { limit: 'usesPerDay', most: 1, reached: 2 }],
  ['pieces', { pieces: 1 }, { limit: 'pieces', most: 1, reached: 2 }],
  ['the budget', { budgetAmount: 1500 }, { limit: 'budgetAmount', most: 1500, reached: 2000 }],
])('tells of %s beyond the limit, also where the promotion has ended since', async (_what, limit, detail) => {
  const promotionId = await promoted.publish(limitedTo(limit));
  const sales = [await saleWith(promotionId), await saleWith(promotionId)];
  await promoted.endAll();
  for (const sale of sales) await send(sale);
  expect(await told(...sales.map(({ orderId }) => orderId))).toMatchObject([
    { kind: 'promotion.over_limit', subject_id: sales[1]?.orderId, detail },
  ]);
});

it('tells of a member who got it twice, with the price that the rules give beside it', async () => {
  const promotionId = await promoted.publish(limitedTo({ usesPerMember: 1 }));
  const memberId = newId();
  await promoted.rows(
    'insert into members.member (merchant_id, id, name) values ($1, $2, $3)',
    world.merchantId,
    memberId,
    'Mei',
  );
  const sales = [await saleWith(promotionId, { memberId }), await saleWith(promotionId, { memberId })];
  for (const sale of sales) await send(sale);
  expect(await told(...sales.map(({ orderId }) => orderId))).toMatchObject([
    { kind: 'promotion.over_limit', detail: { limit: 'usesPerMember', most: 1, reached: 2 } },
    { kind: 'sale.price_mismatch' },
  ]);
});

it('says nothing where the limit was raised in time', async () => {
  const promotionId = await promoted.publish(limitedTo({ uses: 2 }));
  const sales = [await saleWith(promotionId), await saleWith(promotionId)];
  for (const sale of sales) await send(sale);
  expect(await told(...sales.map(({ orderId }) => orderId))).toEqual([]);
});
