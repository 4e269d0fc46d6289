import { expect, test } from 'vitest';
import { backoffMs } from './send-failure.ts';

test('waits double from half a second to half a minute, with jitter down to a half', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 8, 40].map((failures) => backoffMs(failures, 1));

  expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  expect(backoffMs(3, 0)).toBe(1000);
});
