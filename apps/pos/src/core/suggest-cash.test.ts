import { expect, test } from 'vitest';
import { suggestCash } from './suggest-cash.ts';

test('what people hand over in Hong Kong for 328.00', () => {
  expect(suggestCash(32_800, 'HKD', 2)).toEqual([33_000, 34_000, 35_000, 40_000, 50_000]);
});

test('an amount that is a note itself is not offered twice', () => {
  expect(suggestCash(50_000, 'HKD', 2)).toEqual([100_000]);
});

test('a currency without decimals counts in its notes', () => {
  expect(suggestCash(3280, 'JPY', 0)).toEqual([4000, 5000, 10_000]);
});
