import { expect, test } from 'vitest';
import { lowestPriceOfLast30Days } from './lowest-price.ts';
import { nextUnits, refundOfUnits } from './refund-of-units.ts';

/** Two at 10.00, buy one get one: the first was free. Tax 20 % inside 10.00 is 1.67. */
const line = {
  quantity: 2000,
  listAmount: 2000,
  netAmount: 833,
  taxAmount: 167,
  grossAmount: 1000,
  allocations: [
    { promotionId: 'p', code: null, amount: 1000, baseAmount: 1000, units: [{ from: 0, count: 1, perUnit: 1000 }] },
  ],
};

test('the free unit gives nothing back, the paid one what was paid', () => {
  expect(refundOfUnits(line, [{ from: 0, count: 1 }])).toEqual({ netAmount: 0, taxAmount: 0, grossAmount: 0 });
  expect(refundOfUnits(line, [{ from: 1, count: 1 }])).toEqual({ netAmount: 833, taxAmount: 167, grossAmount: 1000 });
});

test('a unit that is not there or comes back twice is a bug', () => {
  expect(() => refundOfUnits(line, [{ from: 1, count: 2 }])).toThrow('the line has these units');
  const twice = [
    { from: 0, count: 1 },
    { from: 0, count: 1 },
  ];
  expect(() => refundOfUnits(line, twice)).toThrow('a unit comes back once');
  expect(() => nextUnits(line, [{ from: 0, count: 2 }], 1)).toThrow('no more comes back than was sold');
});

test('the next units are those that have not come back', () => {
  expect(nextUnits({ ...line, quantity: 5000 }, [{ from: 1, count: 2 }], 3)).toEqual([
    { from: 0, count: 1 },
    { from: 3, count: 2 },
  ]);
});

test('the lowest price of 30 days counts the price that the span began with, and not the offer itself', () => {
  const history = [
    { at: '2026-01-01T00:00:00Z', amount: 500 },
    { at: '2026-09-01T00:00:00Z', amount: 900 },
    { at: '2026-11-01T00:00:00Z', amount: 1200 },
    { at: '2026-11-25T00:00:00Z', amount: 700 },
  ];
  expect(lowestPriceOfLast30Days(history, '2026-11-25T00:00:00Z')).toBe(900);
  expect(lowestPriceOfLast30Days(history, '2026-12-05T00:00:00Z')).toBe(700);
  expect(lowestPriceOfLast30Days(history.slice(2), '2026-11-01T00:00:00Z')).toBe(null);
});
