import { expect, test } from 'vitest';
import { quantityOf, sumsOfBundle } from './bundle-values.ts';

const part = (variantId: string, quantity: string) => ({ variantId, sku: variantId, name: variantId, quantity });
const facts = new Map([
  ['tea', { amount: 8800, costAmount: 4000 }],
  ['cup', { amount: 5000, costAmount: null }],
]);
const factsOf = (id: string) => facts.get(id);

test('what a bundle holds is summed alone and at cost, as far as it is known', () => {
  expect(sumsOfBundle([part('tea', '2')], factsOf)).toEqual({ aloneAmount: 17_600, costAmount: 8000 });
  expect(sumsOfBundle([part('tea', '0.25'), part('cup', '1')], factsOf)).toEqual({
    aloneAmount: 7200,
    costAmount: null,
  });
  expect(sumsOfBundle([part('gone', '1')], factsOf)).toEqual({ aloneAmount: null, costAmount: null });
});

test('a quantity is more than nothing and at most a hundred pieces', () => {
  expect(['1', '0.5', '100', '0', '-1', '100.001', 'x'].map((typed) => quantityOf(part('tea', typed)))).toEqual([
    1000,
    500,
    100_000,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
