/** Tax of one line: rounded once per line and rate, half away from zero, negative amounts as mirror of the positive. */

import { assert, assertWhole } from '../assert.ts';
import { allocateExactly } from '../money/allocate.ts';
import { divideRounded, multiplyRounded } from '../money/round.ts';

const million = 1_000_000;

/** A rate in parts per million (8.875 % = 88750). A compound rate is also taken on the taxes before it. */
export type TaxRate = {
  readonly id: string;
  readonly name: string;
  readonly ratePpm: number;
  readonly isCompound?: boolean | undefined;
};

/** Where exactly half a minor unit goes. */
export type RoundingTies = 'away_from_zero' | 'toward_zero';

export type AppliedTax = { rateId: string; name: string; ratePpm: number; amount: number };

export type TaxedAmount = { net: number; gross: number; taxes: AppliedTax[] };

/**
 * The net, the gross and the tax of each rate for an amount in minor units; net + Σ taxes = gross, always. Where prices
 * include tax the amount is the gross and stays as it is; otherwise it is the net. Rates apply in the order given.
 */
export function taxOf(
  amount: number,
  rates: readonly TaxRate[],
  pricesIncludeTax: boolean,
  ties: RoundingTies = 'away_from_zero',
): TaxedAmount {
  assertWhole(amount, 'an amount');
  for (const rate of rates) {
    assertWhole(rate.ratePpm, 'a tax rate');
    assert(rate.ratePpm >= 0, 'a tax rate is never negative');
  }
  const amounts = pricesIncludeTax ? includedTaxes(amount, rates, ties) : addedTaxes(amount, rates, ties);
  const total = amounts.reduce((sum, tax) => sum + tax, 0);
  const taxes = rates.map((rate, index) => applied(rate, amounts[index] ?? 0));
  return pricesIncludeTax
    ? { net: amount - total, gross: amount, taxes }
    : { net: amount, gross: amount + total, taxes };
}

function applied(rate: TaxRate, amount: number): AppliedTax {
  return { rateId: rate.id, name: rate.name, ratePpm: rate.ratePpm, amount };
}

/** Each tax is rounded before the next compound rate is taken on it, so that the receipt can be checked by hand. */
function addedTaxes(net: number, rates: readonly TaxRate[], ties: RoundingTies): number[] {
  let before = 0;
  return rates.map((rate) => {
    const tax = multiplyTied(rate.isCompound ? net + before : net, rate.ratePpm, million, ties);
    before += tax;
    return tax;
  });
}

/** The whole tax inside the gross is rounded once, then split over the rates by largest remainder. */
function includedTaxes(gross: number, rates: readonly TaxRate[], ties: RoundingTies): number[] {
  const [first] = rates;
  if (!first) return [];
  if (rates.length === 1) return [multiplyTied(gross, first.ratePpm, million + first.ratePpm, ties)];
  const { shares, whole } = exactShares(rates);
  const sum = shares.reduce((left, share) => left + share, 0n);
  return allocateExactly(roundFraction(BigInt(gross) * sum, whole + sum, ties), shares);
}

/** Each rate's tax before rounding, as fractions `share / whole` of a minor unit. */
export function exactTaxes(
  amount: number,
  rates: readonly TaxRate[],
  pricesIncludeTax: boolean,
): { shares: bigint[]; whole: bigint } {
  const { shares, whole } = exactShares(rates);
  const sum = shares.reduce((left, share) => left + share, 0n);
  return { shares: shares.map((share) => share * BigInt(amount)), whole: pricesIncludeTax ? whole + sum : whole };
}

function multiplyTied(amount: number, numerator: number, denominator: number, ties: RoundingTies): number {
  if (ties === 'away_from_zero') return multiplyRounded(amount, numerator, denominator);
  return roundFraction(BigInt(amount) * BigInt(numerator), BigInt(denominator), ties);
}

/** The nearest integer to above / below; exactly half goes away from zero or toward it. */
export function roundFraction(above: bigint, below: bigint, ties: RoundingTies): number {
  const isHalf = (2n * above) % below === 0n && ((2n * above) / below) % 2n !== 0n;
  return isHalf && ties === 'toward_zero' ? Number(above / below) : divideRounded(above, below);
}

/** Each rate's tax on a net of `whole`, exact: with n rates every product of rates is a multiple of 1 / million^n. */
function exactShares(rates: readonly TaxRate[]): { shares: bigint[]; whole: bigint } {
  const whole = BigInt(million) ** BigInt(rates.length);
  let before = 0n;
  const shares = rates.map((rate) => {
    const share = ((rate.isCompound ? whole + before : whole) * BigInt(rate.ratePpm)) / BigInt(million);
    before += share;
    return share;
  });
  return { shares, whole };
}
