import { missingTexts } from '@tandem/ui/messages.ts';
import { expect, test } from 'vitest';
import { couponTexts } from '../messages/coupons.ts';
import { endOfDay, lastDay, parseCount } from './batch-values.ts';

test('every text stands in both languages', () => {
  expect(missingTexts(couponTexts)).toEqual([]);
});

test('a count may be typed with its thousands apart', () => {
  expect([parseCount('100'), parseCount(' 50,000 '), parseCount('1')]).toEqual([100, 50_000, 1]);
  expect([parseCount('0'), parseCount('50001'), parseCount('1.5'), parseCount('ten')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('codes work to the end of their last day, where the merchant is, also when the clocks change that day', () => {
  expect(endOfDay('2026-05-31', 'Asia/Hong_Kong')).toBe('2026-05-31T16:00:00.000Z');
  expect(endOfDay('2026-10-25', 'Europe/Berlin')).toBe('2026-10-25T23:00:00.000Z');
  expect(endOfDay('2026-03-28', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
  expect(endOfDay('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
  expect(lastDay('2026-05-31T16:00:00.000Z', 'Asia/Hong_Kong')).toBe('2026-05-31');
});
