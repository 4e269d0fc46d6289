import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refundShares, type SoldLine } from './refund.ts';

function sold(quantity: number, netAmount: number, taxAmount: number): SoldLine {
  return { quantity, netAmount, taxAmount, grossAmount: netAmount + taxAmount };
}

test('one of three pieces for 10.00 comes back for 3.33, then 3.34, then 3.33', () => {
  const line = sold(3000, 1000, 0);
  const grosses = [0, 1000, 2000].map((before) => refundShares(line, before, 1000).grossAmount);

  expect(grosses).toEqual([333, 334, 333]);
});

test('three pieces at 100.00 with 5 % tax inside are worth exactly 100.00 each', () => {
  const line = sold(3000, 28571, 1429);

  expect([0, 1000, 2000].map((before) => refundShares(line, before, 1000))).toEqual([
    { netAmount: 9524, taxAmount: 476, grossAmount: 10000 },
    { netAmount: 9523, taxAmount: 477, grossAmount: 10000 },
    { netAmount: 9524, taxAmount: 476, grossAmount: 10000 },
  ]);
});

test('three pieces at 10.00 without tax keep exactly 10.00 net each', () => {
  const line = sold(3000, 3000, 266);

  expect([0, 1000, 2000].map((before) => refundShares(line, before, 1000))).toEqual([
    { netAmount: 1000, taxAmount: 89, grossAmount: 1089 },
    { netAmount: 1000, taxAmount: 88, grossAmount: 1088 },
    { netAmount: 1000, taxAmount: 89, grossAmount: 1089 },
  ]);
});

test('the whole line comes back as it was sold', () => {
  expect(refundShares(sold(7000, 12345, 987), 0, 7000)).toEqual({
    netAmount: 12345,
    taxAmount: 987,
    grossAmount: 13332,
  });
  expect(refundShares(sold(7000, 12345, 987), 7000, 0)).toEqual({ netAmount: 0, taxAmount: 0, grossAmount: 0 });
});

test('a gift comes back for nothing', () => {
  expect(refundShares(sold(2000, 0, 0), 0, 1000)).toEqual({ netAmount: 0, taxAmount: 0, grossAmount: 0 });
});

test('half of what was weighed comes back for half of the price', () => {
  expect(refundShares(sold(250, 4998, 0), 0, 125).grossAmount).toBe(2499);
});

test('more than was sold cannot come back', () => {
  expect(() => refundShares(sold(2000, 1000, 0), 1000, 1001)).toThrow('no more comes back than was sold');
  expect(() => refundShares(sold(2000, 1000, 0), -1, 1)).toThrow('a returned quantity is never negative');
  expect(() => refundShares({ ...sold(2000, 1000, 50), grossAmount: 1000 }, 0, 1)).toThrow('make its gross');
});

const someLine = fc
  .tuple(fc.integer({ min: 1, max: 20_000 }), fc.nat(10_000_000), fc.nat(2_000_000))
  .map(([quantity, netAmount, taxAmount]) => sold(quantity, netAmount, taxAmount));

test('returns in any split sum to the line, and no share is negative', () => {
  fc.assert(
    fc.property(someLine, fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 12 }), (line, wishes) => {
      const sum = { netAmount: 0, taxAmount: 0, grossAmount: 0 };
      let returned = 0;
      for (const wish of [...wishes, line.quantity]) {
        const returning = Math.min(wish, line.quantity - returned);
        const share = refundShares(line, returned, returning);
        returned += returning;
        sum.netAmount += share.netAmount;
        sum.taxAmount += share.taxAmount;
        sum.grossAmount += share.grossAmount;

        expect(share.netAmount + share.taxAmount).toBe(share.grossAmount);
        expect(Math.min(share.netAmount, share.taxAmount, share.grossAmount)).toBeGreaterThanOrEqual(0);
      }

      expect({ quantity: returned, ...sum }).toEqual(line);
    }),
  );
});

test('a unit is never worth more than one cent away from its part of the line', () => {
  fc.assert(
    fc.property(someLine, fc.nat(20_000), (line, wish) => {
      const before = wish % line.quantity;
      const { grossAmount } = refundShares(line, before, 1);

      expect(Math.abs(grossAmount - line.grossAmount / line.quantity)).toBeLessThanOrEqual(1);
    }),
  );
});
