import { expect, test } from 'vitest';
import { variantOf } from '../testing/variants.ts';
import { addToBasket, emptyBasket, setQuantity } from './basket.ts';
import { completeSale, priceBasket, ratesAt } from './price-basket.ts';
import type { Manifest, TillFacts } from './till-facts.ts';

const rate = (id: string, ratePpm: number, validFrom: string | null = null, validUntil: string | null = null) => ({
  id,
  name: id,
  ratePpm,
  isCompound: false,
  validFrom,
  validUntil,
});
const taxes: Manifest['taxCategories'] = [
  {
    id: 'standard',
    isDefault: true,
    rates: [rate('old', 80_000, null, '2026-10-01T00:00:00Z'), rate('new', 100_000, '2026-10-01T00:00:00Z')],
  },
  { id: 'books', isDefault: false, rates: [] },
];
const now = Date.parse('2026-11-23T04:00:00Z');
const basket = setQuantity(addToBasket(emptyBasket, variantOf('tea', { amount: 10_003 })), 1, 2000);
const till = { merchant: { currency: 'HKD' }, series: 'CB1-1' } as Pick<TillFacts, 'merchant' | 'series'>;
const person = { id: 'mandy', name: 'Mandy', role: 'cashier' } as const;
const pay = (tenders: { kind: 'cash' | 'card'; amount: number }[]) =>
  completeSale({
    basket,
    priced: priceBasket(basket, true, [], now),
    tenders,
    till,
    person,
    ids: { command: 'c', order: 'o' },
    nowMs: now,
  });

test('the rate in force at the moment is taken, of the default category where a variant names none', () => {
  expect(ratesAt(taxes, null, now).map(({ id }) => id)).toEqual(['new']);
  expect(ratesAt(taxes, null, Date.parse('2026-09-30T23:59:59Z')).map(({ id }) => id)).toEqual(['old']);
  expect(ratesAt(taxes, 'books', now)).toEqual([]);
});

test('tax is inside or on top as the merchant prices', () => {
  expect(priceBasket(basket, true, taxes, now)).toMatchObject({
    totalAmount: 20_006,
    taxAmount: 1819,
    netAmount: 18_187,
  });
  expect(priceBasket(basket, false, taxes, now)).toMatchObject({
    totalAmount: 22_007,
    taxAmount: 2001,
    netAmount: 20_006,
  });
});

test('cash is rounded to ten cents, and the shopper is told the rounded total', () => {
  const { sale } = pay([{ kind: 'cash', amount: 50_000 }]);

  expect(sale?.body).toMatchObject({ totalAmount: 20_010, tenders: [{ kind: 'cash', amount: 50_000 }] });
  expect(sale?.figures).toMatchObject({ roundingAmount: 4, totalAmount: 20_010, changeAmount: 29_990 });
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

test('the sale names the seller, the moment and the variants, and knows its receipt', () => {
  const { sale } = pay([{ kind: 'cash', amount: 20_010 }]);

  expect(sale).toMatchObject({
    id: 'c',
    series: 'CB1-1',
    staffName: 'Mandy',
    body: {
      orderId: 'o',
      staffId: 'mandy',
      soldAt: '2026-11-23T04:00:00.000Z',
      lines: [{ variantId: 'tea', quantity: 2000, unitAmount: 10_003 }],
    },
    lines: [{ sku: 'TEA', quantity: 2000, unitAmount: 10_003, lineAmount: 20_006 }],
  });
});
