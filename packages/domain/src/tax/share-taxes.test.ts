import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate } from '../money/allocate.ts';
import { shareTaxes } from './share-taxes.ts';
import { taxDocument } from './tax-document.ts';

const gst = { id: 'gst', name: 'GST', ratePpm: 50_000 };
const qst = { id: 'qst', name: 'QST', ratePpm: 99_750 };

test('a cent that holds the tax of one rate already leaves that of the other to the next cent', () => {
  const cents = Array.from({ length: 15 }, () => ({ amount: 1, rates: [gst, qst], pricesIncludeTax: true }));
  const shared = taxDocument(cents, 'away_from_zero');

  expect(shared.slice(0, 3).map(({ net, taxes }) => [net, ...taxes.map((tax) => tax.amount)])).toEqual([
    [0, 1, 0],
    [0, 0, 1],
    [1, 0, 0],
  ]);
});

test('where nobody has room the first carries what is left', () => {
  expect(shareTaxes([{ total: 1, weights: [1n, 1n] }], [0, 0])).toEqual([[1, 0]]);
});

test('who does not pay a tax carries none of it, however much room there is', () => {
  expect(shareTaxes([{ total: 3, weights: [0n, 1n, 1n] }], [9, 1, 1])).toEqual([[0, 2, 1]]);
});

const someWeights = fc.array(fc.nat(5000), { minLength: 1, maxLength: 8 }).filter((all) => all.some((one) => one > 0));

test('with room for all it is the largest remainder of each tax for itself', () => {
  fc.assert(
    fc.property(someWeights, fc.array(fc.nat(9000), { maxLength: 3 }), (weights, totals) => {
      const taxes = totals.map((total) => ({ total, weights: weights.map(BigInt) }));
      const rooms = weights.map(() => Number.POSITIVE_INFINITY);
      expect(shareTaxes(taxes, rooms)).toEqual(totals.map((total) => allocate(total, weights)));
    }),
    { numRuns: 5000 },
  );
});
