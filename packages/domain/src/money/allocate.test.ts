import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from './allocate.ts';

test('10.00 off over 33.33, 33.33 and 33.34 is 3.33, 3.33 and 3.34', () => {
  expect(allocate(1000, [3333, 3333, 3334])).toEqual([333, 333, 334]);
});

test('10 % off an order of 100.00, 60.00 and 40.00 is 10.00, 6.00 and 4.00', () => {
  expect(allocate(2000, [10000, 6000, 4000])).toEqual([1000, 600, 400]);
});

test('of equal claims to the odd cent the first line gets it', () => {
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocate(101, [1, 1, 1])).toEqual([34, 34, 33]);
  expect(allocate(1, [5, 5])).toEqual([1, 0]);
});

test('a line worth nothing carries nothing', () => {
  expect(allocate(100, [0, 1, 0, 2])).toEqual([0, 33, 0, 67]);
  expect(allocate(1, [0, 1])).toEqual([0, 1]);
});

test('a negative amount is spread as the mirror of the positive', () => {
  expect(allocate(-1000, [3333, 3333, 3334])).toEqual([-333, -333, -334]);
  expect(allocate(-1, [1, 1])).toEqual([-1, 0]);
});

test('nothing is spread over nothing, but an amount without anybody to carry it is a bug', () => {
  expect(allocate(0, [])).toEqual([]);
  expect(allocate(0, [0, 0])).toEqual([0, 0]);
  expect(() => allocate(1, [0, 0])).toThrow('an amount needs at least one weight above zero');
  expect(() => allocate(1, [])).toThrow('an amount needs at least one weight above zero');
  expect(() => allocate(1, [2, -1])).toThrow('a weight is never negative');
  expect(() => allocate(0.5, [1])).toThrow('a total must be a safe integer, got 0.5');
});

test('amounts whose product leaves the range of a double are spread to the unit', () => {
  expect(allocate(9_007_199_254_740_991, [9_007_199_254_740_991, 9_007_199_254_740_991, 1])).toEqual([
    4_503_599_627_370_495, 4_503_599_627_370_495, 1,
  ]);
});

test('the parts always sum to the whole, each within one unit of its exact share', () => {
  const weight = fc.oneof(fc.nat(20), fc.nat(1_000_000), fc.nat(Number.MAX_SAFE_INTEGER));
  const total = fc.oneof(fc.integer({ min: -100, max: 100 }), fc.maxSafeInteger());

  fc.assert(
    fc.property(total, fc.array(weight, { minLength: 1, maxLength: 12 }), (amount, weights) => {
      fc.pre(weights.some((one) => one > 0));
      const parts = allocate(amount, weights);
      const sum = weights.reduce((left, one) => left + BigInt(one), 0n);

      expect(parts.reduce((left, part) => left + BigInt(part), 0n)).toBe(BigInt(amount));
      for (const [index, part] of parts.entries()) {
        const away = BigInt(part) * sum - BigInt(amount) * BigInt(weights[index] ?? 0);
        expect(away < sum && away > -sum).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('a heavier line never carries less than a lighter one', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 2 }), (total, weights) => {
      const parts = allocate(total, weights);
      const pairs = parts.map((part, index) => ({ part, weight: weights[index] ?? 0 }));
      pairs.sort((a, b) => a.weight - b.weight || a.part - b.part);

      const carried = pairs.map((pair) => pair.part);
      expect(carried).toEqual(carried.toSorted((a, b) => a - b));
    }),
  );
});
