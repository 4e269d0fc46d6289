import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changePrice, toEnding } from './change-price.ts';

test('a price is set, raised by a share, or lowered by an amount, half a cent away from zero', () => {
  expect(changePrice(10_000, { kind: 'set', value: 9_900 })).toBe(9_900);
  expect(changePrice(10_050, { kind: 'percent', value: 100_000 })).toBe(11_055);
  expect(changePrice(1_005, { kind: 'percent', value: -500_000 })).toBe(503);
  expect(changePrice(10_000, { kind: 'amount', value: -1_000 })).toBe(9_000);
});

test('a price never falls below zero, and never leaves what an amount may be', () => {
  expect(changePrice(500, { kind: 'amount', value: -501 })).toBe('below_zero');
  expect(changePrice(500, { kind: 'percent', value: -1_100_000 })).toBe('below_zero');
  expect(changePrice(500, { kind: 'percent', value: -1_000_000 })).toBe(0);
  expect(changePrice(1_000_000_000_000, { kind: 'percent', value: 100_000 })).toBe('too_large');
});

test('a price ends as the merchant likes it: the nearest one, the higher of two', () => {
  expect(toEnding(12_345, { step: 100, rest: 90 })).toBe(12_390);
  expect(toEnding(12_339, { step: 100, rest: 90 })).toBe(12_290);
  expect(toEnding(12_340, { step: 100, rest: 90 })).toBe(12_390);
  expect(toEnding(12_345, { step: 1_000, rest: 800 })).toBe(12_800);
  expect(toEnding(30, { step: 100, rest: 90 })).toBe(90);
});

test('an ending moves a price by half a step at most, unless it lies below the ending itself', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.integer({ min: 1, max: 100_000 }),
      fc.nat(),
      (amount, step, any) => {
        const rest = any % step;
        const after = toEnding(amount, { step, rest });
        expect(after % step).toBe(rest);
        expect(toEnding(after, { step, rest })).toBe(after);
        if (amount >= rest) expect(Math.abs(after - amount) * 2).toBeLessThanOrEqual(step);
      },
    ),
  );
});
