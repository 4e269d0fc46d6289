import { expect, test } from 'vitest';
import { cashStep, currencyDigits, isCurrency, roundCash } from './currency.ts';

test('a yen has no cents, a Kuwaiti dinar has a thousand fils, a Hong Kong dollar a hundred cents', () => {
  expect(['JPY', 'KRW', 'VND', 'CLP', 'ISK'].map(currencyDigits)).toEqual([0, 0, 0, 0, 0]);
  expect(['KWD', 'BHD', 'IQD', 'JOD', 'LYD', 'OMR', 'TND'].map(currencyDigits)).toEqual([3, 3, 3, 3, 3, 3, 3]);
  expect(['HKD', 'TWD', 'GBP', 'EUR', 'USD', 'CNY'].map(currencyDigits)).toEqual([2, 2, 2, 2, 2, 2]);
});

test('a code that nobody knows counts as having two decimals, but is no currency', () => {
  expect(currencyDigits('ABC')).toBe(2);
  expect(['ABC', 'hkd', '', 'XAU', 'XTS', 'DEM', 'toString'].map(isCurrency)).toEqual(Array(7).fill(false));
  expect(['HKD', 'TWD', 'JPY', 'KWD', 'XAF', 'XPF', 'ZWG'].map(isCurrency)).toEqual(Array(7).fill(true));
});

test('the smallest coin differs by country', () => {
  const codes = ['HKD', 'TWD', 'CHF', 'SEK', 'NOK', 'DKK', 'CAD', 'AUD', 'NZD', 'EUR', 'JPY', 'constructor'];

  expect(codes.map(cashStep)).toEqual([10, 100, 5, 100, 100, 50, 5, 5, 10, 1, 1, 1]);
});

test('cash is rounded to the nearest coin, ties away from zero', () => {
  expect([9994, 9995, 9996, 10004, 10005].map((amount) => roundCash(amount, 10))).toEqual([
    9990, 10000, 10000, 10000, 10010,
  ]);
  expect([1002, 1003, 1007, 1008].map((amount) => roundCash(amount, 5))).toEqual([1000, 1005, 1005, 1010]);
  expect(roundCash(1234, 1)).toBe(1234);
});

test('cash paid out is rounded as the mirror of cash taken in', () => {
  expect([-9994, -9995, -10004, -4, 0].map((amount) => roundCash(amount, 10))).toEqual([-9990, -10000, -10000, 0, 0]);
});
