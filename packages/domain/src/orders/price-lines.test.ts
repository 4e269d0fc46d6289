import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TaxRate } from '../tax/tax.ts';
import { priceLines } from './price-lines.ts';

const vat20: TaxRate = { id: 'vat20', name: 'VAT 20 %', ratePpm: 200_000 };
const vat5: TaxRate = { id: 'vat5', name: 'VAT 5 %', ratePpm: 50_000 };

test('a basket in Hong Kong has no tax: the total is what the labels say', () => {
  const priced = priceLines({
    pricesIncludeTax: true,
    lines: [
      { unitAmount: 12_900, quantity: 2000, rates: [] },
      { unitAmount: 19_990, quantity: 250, rates: [] },
    ],
  });

  expect(priced).toEqual({
    lines: [
      { listAmount: 25_800, discountAmount: 0, netAmount: 25_800, taxAmount: 0, grossAmount: 25_800, taxes: [] },
      { listAmount: 4998, discountAmount: 0, netAmount: 4998, taxAmount: 0, grossAmount: 4998, taxes: [] },
    ],
    netAmount: 30_798,
    taxAmount: 0,
    totalAmount: 30_798,
    taxes: [],
  });
});

test('in a shop whose prices include tax, the tax is taken out of what is left after the discount', () => {
  const { lines, ...totals } = priceLines({
    pricesIncludeTax: true,
    lines: [
      { unitAmount: 1200, quantity: 3000, discountAmount: 600, rates: [vat20] },
      { unitAmount: 105, quantity: 1000, rates: [vat5] },
    ],
    shipping: { amount: 500, rates: [vat20] },
  });

  expect(lines.map((line) => [line.listAmount, line.discountAmount, line.netAmount, line.taxAmount])).toEqual([
    [3600, 600, 2500, 500],
    [105, 0, 100, 5],
  ]);
  expect(totals).toEqual({
    shipping: {
      netAmount: 417,
      taxAmount: 83,
      grossAmount: 500,
      taxes: [{ rateId: 'vat20', name: 'VAT 20 %', ratePpm: 200_000, amount: 83 }],
    },
    netAmount: 3017,
    taxAmount: 588,
    totalAmount: 3605,
    taxes: [
      { rateId: 'vat20', name: 'VAT 20 %', ratePpm: 200_000, amount: 583, netAmount: 2917 },
      { rateId: 'vat5', name: 'VAT 5 %', ratePpm: 50_000, amount: 5, netAmount: 100 },
    ],
  });
});

test('in a shop whose prices are without tax, the tax comes on top of what is left after the discount', () => {
  const { lines, ...totals } = priceLines({
    pricesIncludeTax: false,
    lines: [{ unitAmount: 1000, quantity: 3000, discountAmount: 300, rates: [{ ...vat20, ratePpm: 88_750 }] }],
    shipping: { amount: 500, rates: [] },
  });

  expect(lines).toMatchObject([{ listAmount: 3000, discountAmount: 300, netAmount: 2700, taxAmount: 240 }]);
  expect(totals).toMatchObject({ netAmount: 3200, taxAmount: 240, totalAmount: 3440 });
});

test('tax is rounded on each line, so three lines of a cent each may carry more tax than one of three', () => {
  const line = { unitAmount: 3, quantity: 1000, rates: [vat20] };
  const apart = priceLines({ pricesIncludeTax: false, lines: [line, line, line] });
  const together = priceLines({ pricesIncludeTax: false, lines: [{ ...line, quantity: 3000 }] });

  expect(apart.taxAmount).toBe(3);
  expect(together.taxAmount).toBe(2);
});

test('a discount above the price is clipped at its line and moves to no other', () => {
  const { lines, totalAmount } = priceLines({
    pricesIncludeTax: true,
    lines: [
      { unitAmount: 500, quantity: 1000, discountAmount: 800, rates: [vat20] },
      { unitAmount: 1000, quantity: 1000, rates: [vat20] },
      { unitAmount: 0, quantity: 1000, discountAmount: 100, rates: [vat20] },
    ],
  });

  expect(lines.map((line) => [line.discountAmount, line.grossAmount])).toEqual([
    [500, 0],
    [0, 1000],
    [0, 0],
  ]);
  expect(totalAmount).toBe(1000);
});

test('a returned line is the mirror of the sold one', () => {
  const sold = { unitAmount: 1999, quantity: 3000, discountAmount: 450, rates: [vat20] };
  const returned = { ...sold, quantity: -3000, discountAmount: -450 };
  const { lines, totalAmount } = priceLines({ pricesIncludeTax: true, lines: [sold, returned] });

  expect(lines[0]).toMatchObject({ listAmount: 5997, discountAmount: 450, netAmount: 4622, taxAmount: 925 });
  expect(lines[1]).toMatchObject({ listAmount: -5997, discountAmount: -450, netAmount: -4622, taxAmount: -925 });
  expect(totalAmount).toBe(0);
});

test('a discount that would raise the price is a bug', () => {
  const line = { unitAmount: 500, quantity: 1000, discountAmount: -100, rates: [] };

  expect(() => priceLines({ pricesIncludeTax: true, lines: [line] })).toThrow('a discount has the sign of its line');
});

test('a rate that changed its percentage stands twice in the totals', () => {
  const line = { unitAmount: 1000, quantity: 1000 };
  const { taxes } = priceLines({
    pricesIncludeTax: false,
    lines: [
      { ...line, rates: [vat20] },
      { ...line, rates: [{ ...vat20, ratePpm: 210_000 }] },
    ],
  });

  expect(taxes.map((tax) => [tax.ratePpm, tax.amount, tax.netAmount])).toEqual([
    [200_000, 200, 1000],
    [210_000, 210, 1000],
  ]);
});

test('totals are the sums of the lines, and the taxes by rate are the tax', () => {
  const someLine = fc.record({
    unitAmount: fc.nat(1_000_000),
    quantity: fc.integer({ min: 1, max: 100_000 }),
    discountAmount: fc.nat(1_000_000),
    rates: fc.subarray([vat20, vat5, { id: 'city', name: 'City', ratePpm: 12_345, isCompound: true }]),
  });

  fc.assert(
    fc.property(fc.array(someLine, { maxLength: 8 }), fc.boolean(), (lines, pricesIncludeTax) => {
      const priced = priceLines({ pricesIncludeTax, lines, shipping: { amount: 3900, rates: [vat20] } });
      const parts = [...priced.lines, ...(priced.shipping ? [priced.shipping] : [])];
      const sum = (amounts: number[]) => amounts.reduce((left, amount) => left + amount, 0);

      expect(parts).toHaveLength(lines.length + 1);
      expect(priced.netAmount).toBe(sum(parts.map((part) => part.netAmount)));
      expect(priced.totalAmount).toBe(sum(parts.map((part) => part.grossAmount)));
      expect(priced.totalAmount).toBe(priced.netAmount + priced.taxAmount);
      expect(priced.taxAmount).toBe(sum(priced.taxes.map((tax) => tax.amount)));
      for (const line of priced.lines) {
        const paid = pricesIncludeTax ? line.grossAmount : line.netAmount;
        expect(paid).toBe(line.listAmount - line.discountAmount);
        expect(paid).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});
