import { expect, test } from 'vitest';
import { parseShare, shareText } from './share-text.ts';

test('a percentage is kept to the hundredth, from none to all', () => {
  expect(['0', '10', '12.5', '33.33', '100', ' 7 % '].map(parseShare)).toEqual([0, 1000, 1250, 3333, 10_000, 700]);
  for (let share = 0; share <= 10_000; share += 1) expect(parseShare(shareText(share))).toBe(share);
});

test('what is no percentage, or more than all, is refused', () => {
  expect(['', '-1', '100.01', '101', '1.234', '1e1', '10,5', 'ten'].map(parseShare)).toEqual(Array(8).fill(undefined));
});
