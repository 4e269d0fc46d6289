import { expect, test } from 'vitest';
import { businessDate } from './business-date.ts';

test('the same instant belongs to different days in Hong Kong, London and Los Angeles', () => {
  const instant = '2026-03-31T16:30:00.000Z';

  expect(businessDate(instant, 'Asia/Hong_Kong', 0)).toBe('2026-04-01');
  expect(businessDate(instant, 'Europe/London', 0)).toBe('2026-03-31');
  expect(businessDate(instant, 'America/Los_Angeles', 0)).toBe('2026-03-31');
});

test('a bar that closes at four still trades on the day before at 03:59', () => {
  expect(businessDate('2026-01-01T03:59:59+08:00', 'Asia/Hong_Kong', 4)).toBe('2025-12-31');
  expect(businessDate('2026-01-01T04:00:00+08:00', 'Asia/Hong_Kong', 4)).toBe('2026-01-01');
  expect(businessDate('2024-03-01T00:00:00+08:00', 'Asia/Hong_Kong', 4)).toBe('2024-02-29');
});

test('midnight is the first hour of its day', () => {
  expect(businessDate('2026-01-01T00:00:00+08:00', 'Asia/Hong_Kong', 0)).toBe('2026-01-01');
  expect(businessDate('2026-01-01T00:00:00+08:00', 'Asia/Hong_Kong', 1)).toBe('2025-12-31');
});

test('the cut-off is an hour on the wall, also in the night when the clocks change', () => {
  expect(businessDate('2026-03-29T00:59:00Z', 'Europe/London', 2)).toBe('2026-03-28');
  expect(businessDate('2026-03-29T01:00:00Z', 'Europe/London', 2)).toBe('2026-03-29');
  expect(businessDate('2026-10-25T00:30:00Z', 'Europe/London', 2)).toBe('2026-10-24');
  expect(businessDate('2026-10-25T01:30:00Z', 'Europe/London', 2)).toBe('2026-10-24');
  expect(businessDate('2026-10-25T02:00:00Z', 'Europe/London', 2)).toBe('2026-10-25');
});

test('a zone of half and quarter hours has its own days', () => {
  expect(businessDate('2026-05-01T18:29:59Z', 'Asia/Kolkata', 0)).toBe('2026-05-01');
  expect(businessDate('2026-05-01T18:30:00Z', 'Asia/Kolkata', 0)).toBe('2026-05-02');
  expect(businessDate('2026-05-01T18:15:00Z', 'Asia/Kathmandu', 0)).toBe('2026-05-02');
});

test('a time without an offset depends on where the computer stands, so it is refused', () => {
  expect(() => businessDate('2026-01-01T00:00:00', 'Asia/Hong_Kong', 0)).toThrow('an instant needs');
  expect(() => businessDate('2026-01-01', 'Asia/Hong_Kong', 0)).toThrow('an instant needs');
  expect(() => businessDate('2026-13-01T00:00:00Z', 'Asia/Hong_Kong', 0)).toThrow('no such instant');
  expect(() => businessDate('2026-01-01T00:00:00Z', 'Asia/Hong_Kong', 24)).toThrow('a cut-off is an hour from 0 to 23');
  expect(() => businessDate('2026-01-01T00:00:00Z', 'Moon/Tycho', 0)).toThrow(RangeError);
});
