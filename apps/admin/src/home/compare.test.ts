import { expect, test } from 'vitest';
import { averageOf, compare } from './compare.ts';

test('a figure is told in whole percent of the usual one', () => {
  expect(compare(11_240, 10_000)).toEqual({ direction: 'up', ppm: 120_000 });
  expect(compare(5_000, 10_000)).toEqual({ direction: 'down', ppm: 500_000 });
  expect(compare(10_010, 10_000)).toEqual({ direction: 'same', ppm: 0 });
});

test('without a usual day nothing is claimed', () => {
  expect(compare(5_000, undefined)).toBeUndefined();
  expect(compare(5_000, 0)).toBeUndefined();
});

test('the average order of no orders is nothing', () => {
  expect(averageOf(1000, 3)).toBe(333);
  expect(averageOf(0, 0)).toBe(0);
});
