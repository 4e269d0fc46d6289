import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TaxRate, taxOf } from './tax.ts';

const vat20: TaxRate = { id: 'vat', name: 'VAT', ratePpm: 200_000 };
const consumption10: TaxRate = { id: 'jct', name: 'Consumption tax', ratePpm: 100_000 };
const newYork: TaxRate = { id: 'ny', name: 'New York', ratePpm: 88_750 };
const gst: TaxRate = { id: 'gst', name: 'GST', ratePpm: 50_000 };
const qst: TaxRate = { id: 'qst', name: 'QST', ratePpm: 99_750 };
const onTop: TaxRate = { id: 'pst', name: 'PST', ratePpm: 100_000, isCompound: true };

function taxAmounts(amount: number, rates: TaxRate[], pricesIncludeTax: boolean) {
  return taxOf(amount, rates, pricesIncludeTax).taxes.map((tax) => tax.amount);
}

test('12.00 with 20 % VAT inside is 10.00 and 2.00', () => {
  expect(taxOf(1200, [vat20], true)).toEqual({
    net: 1000,
    gross: 1200,
    taxes: [{ rateId: 'vat', name: 'VAT', ratePpm: 200_000, amount: 200 }],
  });
});

test('10.00 with 20 % VAT on top is 12.00', () => {
  expect(taxOf(1000, [vat20], false)).toEqual({
    net: 1000,
    gross: 1200,
    taxes: [{ rateId: 'vat', name: 'VAT', ratePpm: 200_000, amount: 200 }],
  });
});

test('8.875 % of 10.00 is 0.89, half a cent is rounded up', () => {
  expect(taxAmounts(1000, [newYork], false)).toEqual([89]);
  expect(taxAmounts(50, [{ ...vat20, ratePpm: 10_000 }], false)).toEqual([1]);
  expect(taxAmounts(49, [{ ...vat20, ratePpm: 10_000 }], false)).toEqual([0]);
});

test('half a unit of tax inside a price goes to the tax', () => {
  expect(taxOf(3, [vat20], true)).toMatchObject({ net: 2, gross: 3 });
  expect(taxOf(11, [{ ...vat20, ratePpm: 1_000_000 }], true)).toMatchObject({ net: 5, gross: 11 });
});

test('where there is no tax, net and gross are the same', () => {
  expect(taxOf(999, [], true)).toEqual({ net: 999, gross: 999, taxes: [] });
  expect(taxOf(999, [], false)).toEqual({ net: 999, gross: 999, taxes: [] });
  expect(taxOf(999, [{ id: 'zero', name: 'Zero', ratePpm: 0 }], true)).toMatchObject({ net: 999, gross: 999 });
});

test('two rates side by side are each taken on the net', () => {
  expect(taxOf(10000, [gst, qst], false)).toMatchObject({ net: 10000, gross: 11498 });
  expect(taxAmounts(10000, [gst, qst], false)).toEqual([500, 998]);
  expect(taxOf(11498, [gst, qst], true)).toMatchObject({ net: 10000, gross: 11498 });
  expect(taxAmounts(11498, [gst, qst], true)).toEqual([500, 998]);
});

test('a compound rate is taken on the net and on the tax before it', () => {
  expect(taxAmounts(10000, [gst, onTop], false)).toEqual([500, 1050]);
  expect(taxOf(11550, [gst, onTop], true)).toMatchObject({ net: 10000, gross: 11550 });
  expect(taxAmounts(11550, [gst, onTop], true)).toEqual([500, 1050]);
});

test('a compound rate that stands first has no tax before it', () => {
  expect(taxAmounts(10000, [onTop, gst], false)).toEqual([1000, 500]);
});

test('the tax in one cent of two rates is shared out, never invented', () => {
  expect(taxOf(5, [gst, qst], true)).toMatchObject({ net: 4, gross: 5 });
  expect(taxAmounts(5, [gst, qst], true)).toEqual([0, 1]);
});

test('yen are taxed in whole yen and dinars in fils', () => {
  expect(taxOf(1980, [consumption10], true)).toMatchObject({ net: 1800, gross: 1980 });
  expect(taxOf(1985, [consumption10], false)).toMatchObject({ net: 1985, gross: 2184 });
  expect(taxOf(12_345, [{ ...gst, ratePpm: 100_000 }], false)).toMatchObject({ gross: 13_580 });
});

test('a refund is taxed as the mirror of the sale', () => {
  expect(taxOf(-1000, [newYork], false)).toMatchObject({ net: -1000, gross: -1089 });
  expect(taxAmounts(-11498, [gst, qst], true)).toEqual([-500, -998]);
});

test('a negative rate is a bug', () => {
  expect(() => taxOf(100, [{ ...vat20, ratePpm: -1 }], true)).toThrow('a tax rate is never negative');
});

const someRates = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    name: fc.constant('tax'),
    ratePpm: fc.nat(300_000),
    isCompound: fc.boolean(),
  }),
  { maxLength: 4 },
);
const someAmount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

test('net and taxes always make the gross, and the price on the label is kept', () => {
  fc.assert(
    fc.property(someAmount, someRates, fc.boolean(), (amount, rates, pricesIncludeTax) => {
      const { net, gross, taxes } = taxOf(amount, rates, pricesIncludeTax);

      expect(net + taxes.reduce((sum, tax) => sum + tax.amount, 0)).toBe(gross);
      expect(pricesIncludeTax ? gross : net).toBe(amount + 0);
      for (const tax of taxes) expect(tax.amount * amount).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a negative amount is taxed as the mirror of the positive, whatever the rates', () => {
  fc.assert(
    fc.property(someAmount, someRates, fc.boolean(), (amount, rates, pricesIncludeTax) => {
      const plus = taxOf(amount, rates, pricesIncludeTax);
      const minus = taxOf(0 - amount, rates, pricesIncludeTax);

      expect(minus.net).toBe(0 - plus.net);
      expect(minus.gross).toBe(0 - plus.gross);
      expect(minus.taxes.map((tax) => tax.amount)).toEqual(plus.taxes.map((tax) => 0 - tax.amount));
    }),
  );
});

test('one rate taken out of a gross that it made gives back the net', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), fc.nat(300_000), (net, ratePpm) => {
      const rates = [{ ...vat20, ratePpm }];
      const { gross } = taxOf(net, rates, false);

      expect(taxOf(gross, rates, true)).toEqual(taxOf(net, rates, false));
    }),
  );
});
