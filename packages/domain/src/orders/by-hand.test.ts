import { expect, test } from 'vitest';
import { discountLimitOf, mayOverridePrice, shareTakenByHand } from './by-hand.ts';

const limits = { cashier: 1000, manager: 5000 };

test('each role has its limit, an owner none, and whoever else sells is held to the cashier’s', () => {
  expect(['owner', 'manager', 'cashier', 'warehouse'].map((role) => discountLimitOf(role, limits))).toEqual([
    10_000, 5000, 1000, 1000,
  ]);
  expect(['owner', 'manager', 'cashier'].map(mayOverridePrice)).toEqual([true, true, false]);
});

test('a share by hand is measured on the price before it, whatever promotions gave', () => {
  const promotion = { promotionId: 'p', amount: 5000, baseAmount: 10_000 };
  const byHand = { promotionId: null, amount: 501, baseAmount: 5000 };
  expect(shareTakenByHand([])).toBe(0);
  expect(shareTakenByHand([promotion])).toBe(0);
  expect(shareTakenByHand([promotion, byHand])).toBe(1000);
});

test('two discounts by hand count together, each with one unit of rounding', () => {
  const line = { promotionId: null, amount: 1000, baseAmount: 10_000 };
  const basket = { promotionId: null, amount: 900, baseAmount: 9000 };
  expect(shareTakenByHand([line, basket])).toBe(1898);
});

test('ten percent of an odd price, rounded up, is still ten percent', () => {
  expect(shareTakenByHand([{ promotionId: null, amount: 334, baseAmount: 3335 }])).toBeLessThanOrEqual(1000);
});

test('goods given away are the whole price', () => {
  expect(shareTakenByHand([{ promotionId: null, amount: 0, baseAmount: 0 }])).toBe(0);
  expect(shareTakenByHand([{ promotionId: null, amount: 1_000_000, baseAmount: 1_000_000 }])).toBe(10_000);
});
