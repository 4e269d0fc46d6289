/** Tax that is rounded once per rate over a whole document and shared out to its parts. */

import { allocateExactly } from '../money/allocate.ts';
import { exactTaxes, type RoundingTies, roundFraction, type TaxedAmount, type TaxRate } from './tax.ts';

export type DocumentPart = {
  readonly amount: number;
  readonly rates: readonly TaxRate[];
  readonly pricesIncludeTax: boolean;
};

/**
 * For each part its net, gross and taxes in minor units. The taxes of one rate sum to the exact tax of all parts, rounded
 * once; the parts share it by largest remainder. Amounts are never negative.
 */
export function taxDocument(parts: readonly DocumentPart[], ties: RoundingTies): TaxedAmount[] {
  const exact = parts.map((part) => exactTaxes(part.amount, part.rates, part.pricesIncludeTax));
  const shared = parts.map((part) => part.rates.map(() => 0));
  for (const key of new Set(parts.flatMap((part) => part.rates.map(keyOf)))) {
    const places = parts.flatMap((part, index) =>
      part.rates.flatMap((rate, place) => (keyOf(rate) === key ? [{ index, place }] : [])),
    );
    const fractions = places.map(({ index, place }) => ({
      above: exact[index]?.shares[place] ?? 0n,
      below: exact[index]?.whole ?? 1n,
    }));
    const below = fractions.reduce((product, fraction) => leastMultiple(product, fraction.below), 1n);
    const weights = fractions.map((fraction) => fraction.above * (below / fraction.below));
    const total = roundFraction(
      weights.reduce((sum, weight) => sum + weight, 0n),
      below,
      ties,
    );
    allocateExactly(total, weights).forEach((amount, position) => {
      const { index, place } = places[position] ?? { index: 0, place: 0 };
      const own = shared[index];
      if (own) own[place] = amount;
    });
  }
  return parts.map((part, index) => withTaxes(part, shared[index] ?? []));
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
