import { expect, test } from 'vitest';
import { periodOf, presetOf, presetPeriod } from './period.ts';

test('a preset is so many days with today as the last', () => {
  expect(presetPeriod('week', '2026-03-03')).toEqual({ from: '2026-02-25', to: '2026-03-03' });
  expect(presetPeriod('today', '2026-03-03')).toEqual({ from: '2026-03-03', to: '2026-03-03' });
  expect(presetPeriod('year', '2026-03-03')).toEqual({ from: '2026-01-01', to: '2026-03-03' });
});

test('an address without days, or with days the wrong way round, is the last 30 days', () => {
  expect(periodOf(undefined, undefined, '2026-03-03')).toEqual({ from: '2026-02-02', to: '2026-03-03' });
  expect(periodOf('2026-03-03', '2026-03-01', '2026-03-03').from).toBe('2026-02-02');
  expect(periodOf('2025-12-01', '2025-12-31', '2026-03-03')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
});

test('days that are a preset are named by it', () => {
  expect(presetOf({ from: '2026-02-25', to: '2026-03-03' }, '2026-03-03')).toBe('week');
  expect(presetOf({ from: '2026-02-24', to: '2026-03-03' }, '2026-03-03')).toBeUndefined();
});
