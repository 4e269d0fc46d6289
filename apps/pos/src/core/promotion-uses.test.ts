import { defaultPricingSettings } from '@tandem/domain/pricing/rule-set.ts';
import { type Limits, noLimits } from '@tandem/domain/promotions/promotion.ts';
import { expect, test } from 'vitest';
import { saleOf } from '../testing/fakes.ts';
import { factsOf, promotionOf, rulesOf } from '../testing/rules.ts';
import { variantOf } from '../testing/variants.ts';
import { addCode, addToBasket, emptyBasket, nameMember, setQuantity } from './basket.ts';
import { completeSale } from './complete-sale.ts';
import { priceBasket } from './price-basket.ts';
import { knownUses, leftOf } from './promotion-uses.ts';
import { numberSale, type StoredSale } from './sale.ts';

const day = '2026-11-23';
const tea = variantOf('tea', { amount: 10_000 });
const at = { nowMs: Date.parse('2026-11-23T04:00:00Z'), tenders: [] };
const limited = (limits: Partial<Limits>) => promotionOf('p', { limits: { ...noLimits, ...limits } });
const shared = (limits: Partial<Limits>) =>
  promotionOf('p', {
    phase: 'coupon',
    trigger: { kind: 'code', sharedCodes: ['SAVE10'] },
    limits: { ...noLimits, ...limits },
  });
const countsOf = (given: object) => ({
  day,
  items: [{ promotionId: 'p', uses: 0, usesToday: 0, pieces: 0, amount: 0, ...given }],
});

/** A sale of this device in which the promotion was given. */
function gave(times: number, state: StoredSale['state'] = 'waiting', couponId: string | null = null): StoredSale {
  const sale = numberSale(saleOf(`sale-${times}`), 1);
  const applied = [{ promotionId: 'p', code: 'SAVE10', couponId, times, pieces: times, amount: times * 1000 }];
  return { ...sale, state, body: { ...sale.body, pricing: { ruleSetNumber: 1, hash: 'h', codes: [], applied } } };
}

test('the server’s counts and the device’s own sales together use a limit up, and the basket pays the full price', () => {
  const rules = rulesOf({ promotions: [limited({ uses: 4 })] });
  const basket = addToBasket(emptyBasket, tea);
  const look = (uses: number, sales: StoredSale[]) => {
    const known = knownUses({ rules, counts: countsOf({ uses }), sales, day, isOnline: true });
    const priced = priceBasket(basket, { ...factsOf(rules, [tea]), uses: known }, at);
    return [leftOf(limited({ uses: 4 }), known.usage.p)?.count, priced.totals.totalAmount, priced.refused[0]?.reason];
  };

  expect(look(3, [])).toEqual([1, 9000, undefined]);
  expect(look(3, [gave(1)])).toEqual([0, 10_000, 'limit_reached']);
  expect(look(4, [])).toEqual([0, 10_000, 'limit_reached']);
});

test('uses of a day begin anew with the next business date, those in all do not', () => {
  const rules = rulesOf({ promotions: [limited({ usesPerDay: 2, pieces: 50 })] });
  const counts = countsOf({ uses: 9, usesToday: 2, pieces: 9, amount: 9000 });
  const on = (now: string) => knownUses({ rules, counts, sales: [], day: now, isOnline: true }).usage.p;

  expect(on(day)).toEqual({ uses: 9, usesToday: 2, usesByMember: 0, pieces: 9, amount: 9000 });
  expect(on('2026-11-24')).toEqual({ uses: 9, usesToday: 0, usesByMember: 0, pieces: 9, amount: 9000 });
});

test('what is left is the scarcest of uses and pieces, and nothing is told of a promotion without such a limit', () => {
  const usage = { uses: 7, usesToday: 1, usesByMember: 0, pieces: 18, amount: 0 };

  expect(leftOf(limited({ uses: 10, usesPerDay: 20, pieces: 30 }), usage)).toEqual({ kind: 'uses', count: 3 });
  expect(leftOf(limited({ uses: 10, pieces: 20 }), usage)).toEqual({ kind: 'pieces', count: 2 });
  expect(leftOf(limited({ usesPerDay: 1 }), usage)).toEqual({ kind: 'uses', count: 0 });
  expect(leftOf(limited({ budgetAmount: 5000 }), usage)).toBeNull();
});

test('without the network a shared code with a limit is given five times, and again once its sales were counted', () => {
  const rules = rulesOf({ promotions: [shared({ uses: 100 })] });
  const counts = countsOf({ uses: 10 });
  const left = (sales: StoredSale[], isOnline = false) => {
    const known = knownUses({ rules, counts, sales, day, isOnline });
    return [100 - (known.usage.p?.uses ?? 0), known.quotaUsed.has('p')];
  };

  expect(left([])).toEqual([5, false]);
  expect(left([gave(1), gave(3)])).toEqual([1, false]);
  expect(left([gave(1), gave(4)])).toEqual([0, true]);
  expect(left([gave(5)], true)).toEqual([85, false]);
  // The server's answer, and a unique code of the same promotion, take nothing of the quota.
  expect(left([gave(5, 'sent'), gave(2, 'waiting', 'coupon')])).toEqual([5, false]);
});

test('the quota never gives more than is left of the limit, and the merchant may set another', () => {
  const set = (codesOffline: number) =>
    rulesOf({ promotions: [shared({ uses: 12 })], settings: { ...defaultPricingSettings, codesOffline } });
  const usesOf = (quota: number) =>
    knownUses({ rules: set(quota), counts: countsOf({ uses: 10 }), sales: [], day, isOnline: false }).usage.p?.uses;

  expect(usesOf(5)).toBe(10);
  expect(usesOf(1)).toBe(11);
  expect(usesOf(0)).toBe(12);
});

test.each<[string, Partial<Limits>, string]>([
  ['uses', { uses: 100 }, 'limit_reached'],
  ['uses a day', { usesPerDay: 100 }, 'limit_reached'],
  ['pieces', { pieces: 100 }, 'limit_reached'],
  ['money', { budgetAmount: 1_000_000 }, 'budget_spent'],
  ['uses of a member', { usesPerMember: 100 }, 'member_limit_reached'],
])('a used quota keeps back a shared code with a limit of %s', (_what, limits, reason) => {
  const rules = rulesOf({ promotions: [shared(limits)] });
  const member = {
    ...{ id: 'm', reference: 'M1', name: 'Mei', tier: null, tags: [], birthday: null, orderCount: 0 },
    ...{
      isReferred: false,
      isTaxExempt: false,
      phoneEnd: null,
      emailHint: null,
      uses: [{ promotionId: 'p', uses: 1 }],
    },
  };
  const basket = nameMember(addCode(addToBasket(emptyBasket, tea), { code: 'save10', known: null }), member);
  const uses = knownUses({ rules, counts: undefined, sales: [gave(5)], day, isOnline: false });

  expect(priceBasket(basket, { ...factsOf(rules, [tea]), uses }, at).refused).toMatchObject([{ reason }]);
});

test('a shared code without a limit and a promotion without a code are given offline as before', () => {
  const rules = rulesOf({ promotions: [shared({}), { ...limited({ uses: 100 }), id: 'q' }] });
  const known = knownUses({ rules, counts: countsOf({}), sales: [gave(9)], day, isOnline: false });

  expect(known).toEqual({ usage: {}, quotaUsed: new Set(), quota: 5, isCurrent: false });
});

test('the sale tells what was known of the promotions it is about, so that the server prices it alike', () => {
  const other = { ...limited({ uses: 3 }), id: 'other', channels: ['web'] };
  const rules = rulesOf({ promotions: [limited({ uses: 4 }), { ...limited({ uses: 9 }), id: 'unused' }, other] });
  const uses = knownUses({
    rules,
    counts: countsOf({ uses: 4, pieces: 6, amount: 600 }),
    sales: [],
    day,
    isOnline: true,
  });
  const basket = setQuantity(addToBasket(emptyBasket, tea), 1, 2000);
  const priced = priceBasket(basket, { ...factsOf(rules, [tea]), uses }, at);
  const { sale } = completeSale({
    ...{ basket, priced, rules, usage: uses.usage, pricedAtMs: at.nowMs, nowMs: at.nowMs },
    tenders: [{ kind: 'card', amount: priced.totals.totalAmount }],
    till: { merchant: { currency: 'HKD' }, series: 'CB1-1' } as never,
    person: { id: 'mandy', name: 'Mandy', role: 'cashier' },
    ids: { command: 'c', order: 'o' },
  });

  expect(sale?.body.pricing?.usage).toEqual([
    { promotionId: 'p', uses: 4, usesToday: 0, usesByMember: 0, pieces: 6, amount: 600 },
  ]);
});
