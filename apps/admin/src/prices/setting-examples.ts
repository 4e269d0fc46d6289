// What each choice of the pricing settings comes to in an example: worked out in minor units, so that it is true in any currency.

import { multiplyRounded } from '@tandem/domain/money/round.ts';
import type { PricingSettings } from '@tandem/domain/pricing/rule-set.ts';

const whole = 1_000_000;
const tax = 50_000;
const taxThere = 200_000;

/** The amounts, in minor units, that the questions of the examples name. */
export const asked = {
  taxUnit: 105,
  tie: 150,
  percentUnit: 995,
  gross: 10_500,
  minimum: 100_000,
  first: 2000,
  second: 3000,
  left: 1000,
  next: 2500,
  codes: 3,
} as const;

/** The tax on nine pieces in three lines. */
export function taxOf(rounding: PricingSettings['taxRounding']): number {
  const of = (amount: number) => multiplyRounded(amount, tax, whole);
  if (rounding === 'unit') return 9 * of(asked.taxUnit);
  return rounding === 'line' ? 3 * of(3 * asked.taxUnit) : of(9 * asked.taxUnit);
}

/** Tax of exactly half a minor unit more than a whole one. */
export function tieOf(ties: PricingSettings['taxTies']): number {
  const up = multiplyRounded(asked.tie, tax, whole);
  return ties === 'away_from_zero' ? up : Math.floor((asked.tie * tax) / whole);
}

/** A tenth off three pieces. */
export function percentOf(rounding: PricingSettings['percentRounding']): number {
  const of = (amount: number) => multiplyRounded(amount, 100_000, whole);
  return rounding === 'unit' ? 3 * of(asked.percentUnit) : of(3 * asked.percentUnit);
}

/** What the shopper elsewhere pays. */
export function paidElsewhere(zone: PricingSettings['otherTaxZone']): number {
  if (zone === 'keep_gross') return asked.gross;
  return multiplyRounded(multiplyRounded(asked.gross, whole, whole + tax), whole + taxThere, whole);
}

/** How much the basket lacks of the minimum spend; 0 where it is reached. */
export function lackingOf(thresholds: PricingSettings['thresholds']): number {
  return thresholds === 'price_mode' ? 0 : asked.minimum - multiplyRounded(asked.minimum, whole, whole + tax);
}

export function givenOf(choice: PricingSettings['exclusiveChoice']): number {
  return choice === 'priority' ? asked.first : Math.max(asked.first, asked.second);
}

export function lastUseOf(budget: PricingSettings['budget']): number {
  return budget === 'partial' ? Math.min(asked.left, asked.next) : 0;
}

/** How many of the entered codes count. */
export function codesCounted(most: number | null): number {
  return Math.min(asked.codes, most ?? asked.codes);
}
