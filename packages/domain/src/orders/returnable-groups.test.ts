import { expect, test } from 'vitest';
import { returnableGroups, waysBack, wishedLines } from './returnable-groups.ts';
import { type ReturnableOrder, settleReturn } from './settle-return.ts';

/** Three for 99.00 and a fourth at 100.00; the second of the three came back. A kilogram and a quarter beside it. */
const order: ReturnableOrder = {
  currency: 'HKD',
  pricesIncludeTax: true,
  paidAmount: 24_900,
  refundedAmount: 3300,
  shippingNetAmount: 0,
  shippingTaxAmount: 0,
  lines: [
    {
      lineNo: 1,
      quantity: 4000,
      netAmount: 19_900,
      taxAmount: 0,
      discountAmount: 20_100,
      allocations: [{ promotionId: 'three', units: [{ from: 0, count: 3, perUnit: 6700 }] }],
    },
    { lineNo: 2, quantity: 1250, netAmount: 5000, taxAmount: 0, discountAmount: 0, allocations: [] },
  ],
  tenders: [
    { entryNo: 1, kind: 'card', event: 'captured', amount: 20_000, refundsEntryNo: null },
    { entryNo: 2, kind: 'cash', event: 'captured', amount: 4900, refundsEntryNo: null },
    { entryNo: 3, kind: 'card', event: 'refunded', amount: -3300, refundsEntryNo: 1 },
  ],
  returns: [
    {
      shippingNetAmount: 0,
      shippingTaxAmount: 0,
      roundingAmount: 0,
      lines: [{ lineNo: 1, quantity: 1000, units: [{ from: 1000, quantity: 1000 }] }],
    },
  ],
};

test('units are offered by what was paid for them, without those that came back', () => {
  expect(returnableGroups(order).map(({ key, left, promotionIds, step }) => [key, left, promotionIds, step])).toEqual([
    ['1-0', 2000, ['three'], 1000],
    ['1-1', 1000, [], 1000],
    ['2-0', 1250, [], 1],
  ]);
});

test('what is chosen of a line is one line with its units named', () => {
  const groups = returnableGroups(order);
  const lines = wishedLines(groups, { '1-0': 2000, '1-1': 1000, '2-0': 0 });
  expect(lines).toEqual([
    {
      lineNo: 1,
      quantity: 3000,
      units: [
        { from: 0, quantity: 1000 },
        { from: 2000, quantity: 1000 },
        { from: 3000, quantity: 1000 },
      ],
    },
  ]);
  expect(settleReturn(order, { lines, withShipping: false })).toMatchObject({ ok: true, totalAmount: 16_600 });
});

test('a tender that can take the whole refund may be chosen', () => {
  const groups = returnableGroups(order);
  const wish = (chosen: Record<string, number>) => ({ lines: wishedLines(groups, chosen), withShipping: false });
  expect(waysBack(order, wish({ '1-0': 1000 })).map(({ kind, amount }) => [kind, amount])).toEqual([
    ['card', 3300],
    ['cash', 3300],
  ]);
  expect(waysBack(order, wish({ '1-1': 1000 })).map(({ kind }) => kind)).toEqual(['card']);
});
