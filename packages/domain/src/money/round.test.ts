import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divideRounded, multiplyQuantity, multiplyRounded, wholeTimes } from './round.ts';

test('a quotient is rounded half away from zero', () => {
  expect([4, 5, 6, 14, 15].map((amount) => divideRounded(amount, 10))).toEqual([0, 1, 1, 1, 2]);
  expect([-4, -5, -6, -14, -15].map((amount) => divideRounded(amount, 10))).toEqual([0, -1, -1, -1, -2]);
  expect(divideRounded(1, 3)).toBe(0);
  expect(divideRounded(2, 3)).toBe(1);
});

test('a quotient of numbers beyond a double is exact', () => {
  expect(divideRounded(90_071_992_547_409_905n, 10)).toBe(Number.MAX_SAFE_INTEGER);
  expect(divideRounded(-90_071_992_547_409_905n, 10)).toBe(Number.MIN_SAFE_INTEGER);
  expect(() => divideRounded(90_071_992_547_409_915n, 10)).toThrow('a quotient must be a safe integer');
});

test('nothing is divided by zero or by a negative number', () => {
  expect(() => divideRounded(1, 0)).toThrow('a denominator is positive');
  expect(() => divideRounded(1n, -1)).toThrow('a denominator is positive');
  expect(() => divideRounded(1.5, 2)).toThrow('a numerator must be a safe integer, got 1.5');
});

test('250 g of cheese at 199.90 a kilo cost 49.98, and 125 g cost 24.99', () => {
  expect(multiplyQuantity(19990, 250)).toBe(4998);
  expect(multiplyQuantity(19990, 125)).toBe(2499);
});

test('three pieces cost three times one, also when they come back', () => {
  expect(multiplyQuantity(3333, 3000)).toBe(9999);
  expect(multiplyQuantity(3333, -3000)).toBe(-9999);
  expect(multiplyQuantity(1, -500)).toBe(-1);
  expect(multiplyQuantity(0, -3000)).toBe(0);
});

test('a large order in a currency of small units stays exact', () => {
  expect(multiplyQuantity(123_456_789, 99_999_999)).toBe(12_345_678_776_543);
  expect(() => multiplyQuantity(Number.MAX_SAFE_INTEGER, 2000)).toThrow('must be a safe integer');
});

test('the short way with doubles and the exact way give the same figure, and minus gives the mirror', () => {
  const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 1, max: 1_000_000_000 }), (left, right, denominator) => {
      const exact = BigInt(left) * BigInt(right);
      const size = exact < 0n ? -exact : exact;
      const below = BigInt(denominator);
      const expected = Number(size / below + ((size % below) * 2n >= below ? 1n : 0n));
      fc.pre(Number.isSafeInteger(expected));

      expect(Math.abs(multiplyRounded(left, right, denominator))).toBe(expected);
      expect(multiplyRounded(-left, right, denominator)).toBe(0 - multiplyRounded(left, right, denominator));
    }),
  );
});

test('how often one safe integer holds another is exact up to the largest, also just below a multiple', () => {
  const unit = fc.oneof(
    fc.integer({ min: 1, max: 1000 }),
    fc.maxSafeNat().map((some) => Math.max(1, some)),
  );
  fc.assert(
    fc.property(fc.maxSafeNat(), unit, (some, one) => {
      const multiple = some - (some % one);
      for (const amount of [some, multiple, Math.max(0, multiple - 1), Number.MAX_SAFE_INTEGER]) {
        expect(wholeTimes(amount, one)).toBe(Number(BigInt(amount) / BigInt(one)));
      }
    }),
    { numRuns: 10_000 },
  );
});
