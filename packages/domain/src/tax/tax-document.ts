/** Tax that is rounded once per rate over a whole document and shared out to its parts. */

import { type SharedTax, shareTaxes } from './share-taxes.ts';
import { exactTaxes, type RoundingTies, roundFraction, type TaxedAmount, type TaxRate } from './tax.ts';

export type DocumentPart = {
  readonly amount: number;
  readonly rates: readonly TaxRate[];
  readonly pricesIncludeTax: boolean;
};

/**
 * For each part its net, gross and taxes in minor units. The taxes of one rate sum to the exact tax of all parts, rounded
 * once; the parts share it by largest remainder, as far as they have room for it. Amounts are never negative.
 */
export function taxDocument(parts: readonly DocumentPart[], ties: RoundingTies): TaxedAmount[] {
  const exact = parts.map((part) => exactTaxes(part.amount, part.rates, part.pricesIncludeTax));
  const keysOf = parts.map((part) => part.rates.map(keyOf));
  const keys = [...new Set(keysOf.flat())];
  const whole = exact.reduce((product, one) => leastMultiple(product, one.whole), 1n);
  const taxes = keys.map((key): SharedTax => {
    const weights = exact.map((own, index) => {
      const shares = own.shares.filter((_, place) => keysOf[index]?.[place] === key);
      return shares.reduce((sum, share) => sum + share, 0n) * (whole / own.whole);
    });
    const sum = weights.reduce((left, weight) => left + weight, 0n);
    return { total: roundFraction(sum, whole, ties), weights };
  });
  const shared = shareTaxes(
    taxes,
    parts.map((part) => (part.pricesIncludeTax ? part.amount : Number.POSITIVE_INFINITY)),
  );
  return parts.map((part, index) => {
    const own = keysOf[index] ?? [];
    // A rate that a part names twice stands with all of its tax in the first place.
    const amounts = own.map((key, place) =>
      own.indexOf(key) === place ? (shared[keys.indexOf(key)]?.[index] ?? 0) : 0,
    );
    return withTaxes(part, amounts);
  });
}

function keyOf(rate: TaxRate): string {
  return `${rate.id} ${rate.ratePpm} ${rate.isCompound === true}`;
}

function withTaxes({ amount, rates, pricesIncludeTax }: DocumentPart, amounts: readonly number[]): TaxedAmount {
  const taxes = rates.map((rate, index) => ({
    rateId: rate.id,
    name: rate.name,
    ratePpm: rate.ratePpm,
    amount: amounts[index] ?? 0,
  }));
  const total = taxes.reduce((sum, tax) => sum + tax.amount, 0);
  return pricesIncludeTax
    ? { net: amount - total, gross: amount, taxes }
    : { net: amount, gross: amount + total, taxes };
}

function leastMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
