import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundlesFrom, goodsOf, splitBundle } from './bundle.ts';

const tea = { variantId: 'tea', quantity: 2000 };
const cup = { variantId: 'cup', quantity: 1000 };

test('of a bundle there are as many as its shortest component allows', () => {
  const there: Record<string, number> = { tea: 7000, cup: 9000 };

  expect(bundlesFrom([tea, cup], (id) => there[id] ?? 0)).toBe(3000);
  expect(bundlesFrom([tea, cup], (id) => (id === 'cup' ? 2000 : 99_000))).toBe(2000);
  expect(bundlesFrom([tea, cup], (id) => (id === 'cup' ? -1000 : 99_000))).toBe(0);
  expect(bundlesFrom([{ variantId: 'loose', quantity: 250 }], () => 999)).toBe(3000);
});

test('two bundles take twice what is in one; any other variant is its own goods', () => {
  expect(goodsOf('set', [tea, cup], 2000)).toEqual([
    { variantId: 'tea', quantity: 4000 },
    { variantId: 'cup', quantity: 2000 },
  ]);
  expect(goodsOf('cup', [], 3000)).toEqual([{ variantId: 'cup', quantity: 3000 }]);
});

test('the price of a bundle is split by what its components cost alone, to the last cent', () => {
  const parts = [
    { quantity: 2000, unitAmount: 5000 },
    { quantity: 1000, unitAmount: 3333 },
    { quantity: 1000, unitAmount: 3333 },
  ];

  expect(splitBundle(10_000, parts)).toEqual([6000, 2000, 2000]);
  expect(
    splitBundle(100, [
      { quantity: 1000, unitAmount: 1 },
      { quantity: 1000, unitAmount: 1 },
      { quantity: 1000, unitAmount: 1 },
    ]),
  ).toEqual([34, 33, 33]);
});

test('components without a price of their own share by their quantities', () => {
  expect(
    splitBundle(900, [
      { quantity: 2000, unitAmount: 0 },
      { quantity: 1000, unitAmount: 0 },
    ]),
  ).toEqual([600, 300]);
});

test('whatever is split, nothing is lost and nobody gets less than nothing', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000_000),
      fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 50_000 }), unitAmount: fc.nat(500_000) }), {
        minLength: 1,
        maxLength: 20,
      }),
      (amount, parts) => {
        const shares = splitBundle(amount, parts);

        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
        expect(shares.every((share) => share >= 0)).toBe(true);
      },
    ),
  );
});
