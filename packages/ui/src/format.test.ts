import { expect, test } from 'vitest';
import {
  formatCount,
  formatDate,
  formatDateTime,
  formatMoney,
  formatMoneyShort,
  formatQuantity,
  formatRate,
  formatRelative,
  formatTime,
  moneyParts,
} from './format.ts';

test('money has its currency and as many decimals as the currency', () => {
  expect(formatMoney(32800, 'HKD', 'en')).toBe('HK$328.00');
  expect(formatMoney(32800, 'HKD', 'zh-Hant')).toBe('HK$328.00');
  expect(formatMoney(-1234567, 'HKD', 'en')).toBe('-HK$12,345.67');
  expect(formatMoney(1500, 'JPY', 'en')).toBe('JP¥1,500');
  expect(formatMoney(5, 'KWD', 'en').replace('\u00a0', ' ')).toBe('KWD 0.005');
});

test('the largest amount that an integer holds keeps its last cent', () => {
  expect(formatMoney(Number.MAX_SAFE_INTEGER, 'HKD', 'en')).toBe('HK$90,071,992,547,409.91');
});

test('an amount that is no whole number of cents is refused', () => {
  expect(() => formatMoney(0.1, 'HKD', 'en')).toThrow(RangeError);
  expect(() => formatQuantity(Number.NaN, 'en')).toThrow(RangeError);
});

test('money in parts keeps the currency apart from the figures', () => {
  expect(moneyParts(-32800, 'HKD', 'en')).toEqual([
    { kind: 'amount', text: '-' },
    { kind: 'currency', text: 'HK$' },
    { kind: 'amount', text: '328.00' },
  ]);
});

test('a large amount in a tile is short', () => {
  expect(formatMoneyShort(1234567, 'HKD', 'en')).toBe('HK$12.3K');
});

test('quantities, counts and rates lose no digit and show none in vain', () => {
  expect([1000, 1250, -3000, 1].map((quantity) => formatQuantity(quantity, 'en'))).toEqual([
    '1',
    '1.25',
    '-3',
    '0.001',
  ]);
  expect(formatCount(50000, 'en')).toBe('50,000');
  expect(formatRate(88750, 'en')).toBe('8.875%');
});

test('an instant is written in the zone of the store', () => {
  const late = '2026-11-23T17:48:00Z';

  expect(formatDateTime(late, 'en', 'Asia/Hong_Kong')).toBe('24 Nov 2026, 01:48');
  expect(formatDateTime(late, 'zh-Hant', 'Asia/Hong_Kong')).toBe('2026年11月24日 01:48');
  expect(formatTime(late, 'en', 'Europe/London')).toBe('17:48');
  expect(formatDate(late, 'en', 'Asia/Hong_Kong')).toBe('24 Nov 2026');
  expect(() => formatDate('yesterday', 'en')).toThrow(RangeError);
});

test('a business date is the same in every zone', () => {
  expect(formatDate('2026-11-23', 'en', 'Pacific/Honolulu')).toBe('23 Nov 2026');
});

test('how long ago is told in the largest unit that fits', () => {
  const now = '2026-11-23T12:00:00Z';

  expect(formatRelative('2026-11-23T11:54:10Z', now, 'en')).toBe('5 minutes ago');
  expect(formatRelative('2026-11-23T11:54:10Z', now, 'zh-Hant')).toBe('5 分鐘前');
  expect(formatRelative('2026-11-22T11:00:00Z', now, 'en')).toBe('yesterday');
  expect(formatRelative('2026-11-23T15:00:00Z', now, 'en')).toBe('in 3 hours');
  expect(formatRelative(now, now, 'en')).toBe('now');
});
