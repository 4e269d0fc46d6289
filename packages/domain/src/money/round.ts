/** Exact integer arithmetic; BigInt is used only where a product leaves the safe range of a double. */

import { assert, assertWhole } from '../assert.ts';

/** numerator / denominator as an integer, half away from zero. The denominator is positive. */
export function divideRounded(numerator: bigint | number, denominator: bigint | number): number {
  if (typeof numerator === 'number' && typeof denominator === 'number') return divideNumbers(numerator, denominator);
  const below = BigInt(denominator);
  assert(below > 0n, 'a denominator is positive');
  const above = BigInt(numerator);
  const size = above < 0n ? -above : above;
  const rounded = Number((2n * size + below) / (2n * below));
  assertWhole(rounded, 'a quotient');
  return above < 0n ? 0 - rounded : rounded;
}

/** amount × numerator / denominator, half away from zero, exact whatever the size of the product. */
export function multiplyRounded(amount: number, numerator: number, denominator: number): number {
  const product = amount * numerator;
  if (Number.isSafeInteger(product)) return divideNumbers(product, denominator);
  return divideRounded(BigInt(amount) * BigInt(numerator), denominator);
}

/** A price per unit times a quantity in thousandths, in minor units, half away from zero. */
export function multiplyQuantity(unitAmount: number, quantity: number): number {
  assertWhole(unitAmount, 'a unit amount');
  assertWhole(quantity, 'a quantity');
  return multiplyRounded(unitAmount, quantity, 1000);
}

function divideNumbers(numerator: number, denominator: number): number {
  assertWhole(numerator, 'a numerator');
  assertWhole(denominator, 'a denominator');
  assert(denominator > 0, 'a denominator is positive');
  const size = Math.abs(numerator);
  const whole = wholeTimes(size, denominator);
  const rest = size - whole * denominator;
  const rounded = rest >= denominator - rest ? whole + 1 : whole;
  // Taken from zero, not negated, so that a small negative numerator gives 0 and never -0.
  return numerator < 0 ? 0 - rounded : rounded;
}

/**
 * How often a safe integer ≥ 0 holds another above zero. Exact: a quotient of safe integers that is not whole differs from
 * the next whole number by more than the rounding of doubles. A division takes a third of the time of `%` on doubles.
 */
export function wholeTimes(amount: number, unit: number): number {
  return Math.floor(amount / unit);
}
