import { expect, test } from 'vitest';
import { rowsBetween } from './use-selection.ts';

test('a range reaches both ways and holds both its ends', () => {
  expect(rowsBetween(['a', 'b', 'c', 'd'], 1, 3)).toEqual(['b', 'c', 'd']);
  expect(rowsBetween(['a', 'b', 'c', 'd'], 2, 0)).toEqual(['a', 'b', 'c']);
  expect(rowsBetween(['a', 'b'], 1, 1)).toEqual(['b']);
});
