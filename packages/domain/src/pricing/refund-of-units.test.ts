import { expect, test } from 'vitest';
import { lowestPriceOfLast30Days } from './lowest-price.ts';
import { nextUnits, refundOfUnits, unitGroups } from './refund-of-units.ts';

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

const piece = (index: number, quantity = 1000) => ({ from: index * 1000, quantity });

test('the free unit gives nothing back, the paid one what was paid', () => {
  expect(refundOfUnits(line, [piece(0)])).toEqual({ netAmount: 0, taxAmount: 0, grossAmount: 0 });
  expect(refundOfUnits(line, [piece(1)])).toEqual({ netAmount: 833, taxAmount: 167, grossAmount: 1000 });
});

test('half of what was weighed comes back for half of its price', () => {
  const weighed = { ...line, quantity: 250, listAmount: 4998, netAmount: 4760, taxAmount: 238, grossAmount: 4998 };
  expect(refundOfUnits({ ...weighed, allocations: [] }, [{ from: 125, quantity: 125 }]).grossAmount).toBe(2499);
});

test('three pieces keep their whole net price, or their whole gross price', () => {
  const three = { ...line, quantity: 3000, allocations: [] };
  const shares = (netAmount: number, taxAmount: number, listAmount: number) =>
    [0, 1, 2].map((index) => {
      const grossAmount = netAmount + taxAmount;
      return refundOfUnits({ ...three, listAmount, netAmount, taxAmount, grossAmount }, [piece(index)]);
    });
  expect(shares(3000, 266, 3000)).toEqual([
    { netAmount: 1000, taxAmount: 89, grossAmount: 1089 },
    { netAmount: 1000, taxAmount: 88, grossAmount: 1088 },
    { netAmount: 1000, taxAmount: 89, grossAmount: 1089 },
  ]);
  expect(shares(28_571, 1429, 30_000).map((share) => share.grossAmount)).toEqual([10_000, 10_000, 10_000]);
});

test('a unit that is not there or comes back twice is a bug', () => {
  expect(() => refundOfUnits(line, [piece(1, 2000)])).toThrow('the line has these units');
  expect(() => refundOfUnits(line, [piece(0), piece(0)])).toThrow('the line has these units');
  expect(() => nextUnits(line, [piece(0, 2000)], 1)).toThrow('no more comes back than was sold');
});

test('the next units are those that have not come back', () => {
  expect(nextUnits({ ...line, quantity: 5000 }, [piece(1, 2000)], 3000)).toEqual([piece(0), piece(3, 2000)]);
});

test('units are told apart by the promotions that made them cheaper', () => {
  expect(unitGroups(line)).toEqual([
    { ...piece(0), promotionIds: ['p'] },
    { ...piece(1), promotionIds: [] },
  ]);
  const evenly = [
    { from: 0, count: 1, perUnit: 334 },
    { from: 1, count: 2, perUnit: 333 },
  ];
  const three = { ...line, quantity: 3000, allocations: [{ promotionId: 'p', units: evenly }] };
  expect(unitGroups(three)).toEqual([{ ...piece(0, 3000), promotionIds: ['p'] }]);
});

test('runs of units that a till told beyond the line change nothing', () => {
  const wild = [{ promotionId: null, units: [{ from: 1, count: 900, perUnit: 5 }] }];
  const shares = [0, 1].map((index) => refundOfUnits({ ...line, allocations: wild }, [piece(index)]).grossAmount);
  expect(shares).toEqual([501, 499]);
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
