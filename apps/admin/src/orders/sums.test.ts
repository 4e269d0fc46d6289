import { expect, test } from 'vitest';
import { sumsOf } from './sums.ts';

const line = { netAmount: 10_000, taxAmount: 2_000, taxes: [{ name: 'VAT', amount: 2_000 }], costAmount: 4_000 };
const order = {
  pricesIncludeTax: true,
  netAmount: 20_000,
  taxAmount: 4_000,
  shippingNetAmount: 500,
  shippingTaxAmount: 100,
  totalAmount: 24_600,
  roundingAmount: 0,
  paidAmount: 24_600,
  discountAmount: 0,
  shippingDiscountAmount: 0,
  lines: [line, line],
};

test('where prices include tax, goods and delivery are shown with it, and the tax of both is named once', () => {
  expect(sumsOf(order)).toEqual({
    goods: 24_000,
    shipping: 600,
    taxes: [{ name: 'VAT', amount: 4_100 }],
    total: 24_600,
    due: 0,
    profit: 12_000,
  });
});

test('goods and delivery stand before what was taken off them, so that the rows come to the total', () => {
  const free = { ...order, shippingNetAmount: 0, shippingTaxAmount: 0, totalAmount: 24_000 };
  const sums = sumsOf({ ...free, discountAmount: 6_000, shippingDiscountAmount: 3_500 });
  expect([sums.goods, sums.shipping, sums.total]).toEqual([30_000, 3_500, 24_000]);
  expect(sums.goods - 6_000 + sums.shipping - 3_500).toBe(sums.total);
});

test('where tax is added, goods are shown without it', () => {
  const sums = sumsOf({ ...order, pricesIncludeTax: false, paidAmount: 0 });
  expect([sums.goods, sums.shipping, sums.due]).toEqual([20_000, 500, 24_600]);
});

test('rounding belongs to what is due, and no profit is claimed while a cost is not known', () => {
  const sums = sumsOf({ ...order, roundingAmount: -3, lines: [line, { ...line, costAmount: null }] });
  expect([sums.total, sums.due, sums.profit]).toEqual([24_597, -3, undefined]);
});
