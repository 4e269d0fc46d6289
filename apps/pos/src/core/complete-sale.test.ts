import { expect, test } from 'vitest';
import { factsOf, promotionOf, rulesOf } from '../testing/rules.ts';
import { variantOf } from '../testing/variants.ts';
import { addToBasket, changeLine, emptyBasket, nameMember, setQuantity } from './basket.ts';
import { completeSale } from './complete-sale.ts';
import { priceBasket } from './price-basket.ts';
import type { TillFacts } from './till-facts.ts';

const now = Date.parse('2026-11-23T04:00:00Z');
const tea = variantOf('tea', { amount: 10_003 });
const till = { merchant: { currency: 'HKD' }, series: 'CB1-1' } as Pick<TillFacts, 'merchant' | 'series'>;
const person = { id: 'mandy', name: 'Mandy', role: 'cashier' } as const;
const plain = setQuantity(addToBasket(emptyBasket, tea), 1, 2000);
const pay = (tenders: { kind: 'cash' | 'card'; amount: number }[], basket = plain, rules = rulesOf()) =>
  completeSale({
    basket,
    priced: priceBasket(basket, factsOf(rules, [tea]), { nowMs: now - 1000, tenders: [] }),
    rules,
    pricedAtMs: now - 1000,
    tenders,
    till,
    person,
    ids: { command: 'c', order: 'o' },
    nowMs: now,
  });

test('cash is rounded to ten cents, and the shopper is told the rounded total', () => {
  const { sale } = pay([{ kind: 'cash', amount: 50_000 }]);

  expect(sale?.body).toMatchObject({ totalAmount: 20_010, tenders: [{ kind: 'cash', amount: 50_000 }] });
  expect(sale?.figures).toMatchObject({ roundingAmount: 4, totalAmount: 20_010, changeAmount: 29_990 });
});

test('a sale of a member says whose it is, and its receipt the name', () => {
  const member = { id: 'mei', name: 'Mei Chan', uses: [] as object[] } as Parameters<typeof nameMember>[1];
  const { sale } = pay([{ kind: 'card', amount: 20_006 }], nameMember(plain, member));

  expect([sale?.body.memberId, sale?.memberName]).toEqual(['mei', 'Mei Chan']);
  expect(pay([{ kind: 'card', amount: 20_006 }]).sale?.body).not.toHaveProperty('memberId');
});

test('a card pays to the cent', () => {
  const { sale } = pay([{ kind: 'card', amount: 20_006 }]);

  expect(sale?.figures).toMatchObject({ roundingAmount: 0, totalAmount: 20_006, changeAmount: 0 });
});

test('too little completes nothing and says what is missing', () => {
  expect(pay([{ kind: 'cash', amount: 10_000 }])).toEqual({
    settled: { ok: false, code: 'tender.short', missing: 10_010 },
  });
});

test('the sale names the seller, the moment, the goods, and the rules that priced it', () => {
  const { sale } = pay([{ kind: 'cash', amount: 20_010 }]);

  expect(sale).toMatchObject({
    id: 'c',
    series: 'CB1-1',
    staffName: 'Mandy',
    body: {
      orderId: 'o',
      staffId: 'mandy',
      soldAt: '2026-11-23T04:00:00.000Z',
      lines: [{ variantId: 'tea', quantity: 2000, unitAmount: 10_003, discountAmount: 0, allocations: [] }],
      pricing: { ruleSetNumber: 1, pricedAt: '2026-11-23T03:59:59.000Z', codes: [], applied: [] },
    },
    lines: [{ sku: 'TEA', quantity: 2000, unitAmount: 10_003, lineAmount: 20_006 }],
  });
});

test('discounts stand where a receipt shows them: the line’s beside it, the basket’s below', () => {
  const rules = rulesOf({ promotions: [promotionOf('sale'), promotionOf('all', { phase: 'order' })] });
  const reward = { kind: 'percent', basisPoints: 1000 } as const;
  const basket = {
    ...changeLine(plain, 1, { manual: { reward, reason: 'Scratched' } }),
    manual: { reward, reason: 'Goodwill' },
  };
  const { sale } = pay([{ kind: 'card', amount: 13_126 }], basket, rules);

  expect(sale?.lines[0]?.discounts?.map(({ promotionId, reason, amount }) => [promotionId, reason, amount])).toEqual([
    ['sale', '', 2001],
    [null, 'Scratched', 1620],
  ]);
  expect(sale?.figures.discounts?.map(({ promotionId, reason }) => [promotionId, reason])).toEqual([
    ['all', ''],
    [null, 'Goodwill'],
  ]);
  const allocated = sale?.body.lines[0]?.allocations?.reduce((sum, { amount }) => sum + amount, 0);
  expect(allocated).toBe(sale?.body.lines[0]?.discountAmount);
  expect(sale?.figures.discountAmount).toBe(allocated);
});
