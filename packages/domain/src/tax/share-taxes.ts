/** Shares the taxes of several rates out to the parts that they were taken on together. */

import { assert } from '../assert.ts';

/** One rate's whole tax in minor units, never negative, and what each part weighs in it; 0 where it is not taken there. */
export type SharedTax = { readonly total: number; readonly weights: readonly bigint[] };

/**
 * For each tax the amount of every part, by largest remainder, ties to the first part. `rooms` says how much tax a part can
 * hold: its amount, where the tax is inside it. A part that is full lets the next one carry the minor unit that is left over,
 * since its net would be below zero; a net needs no tax inside, so its room is Infinity.
 */
export function shareTaxes(taxes: readonly SharedTax[], rooms: readonly number[]): number[][] {
  const floors = taxes.map(floorsOf);
  const free = rooms.map((room, part) => room - floors.reduce((sum, amounts) => sum + (amounts[part] ?? 0), 0));
  return taxes.map((tax, place) => handOutRest(tax, floors[place] ?? [], free));
}

function floorsOf({ total, weights }: SharedTax): number[] {
  const sum = sumOf(weights);
  if (total === 0) return weights.map(() => 0);
  assert(total > 0 && sum > 0n, 'a tax above zero needs a part that it is taken on');
  return weights.map((weight) => Number((BigInt(total) * weight) / sum));
}

/** What the floors leave over: a minor unit for each of the largest remainders, first of all where there is room for it. */
function handOutRest({ total, weights }: SharedTax, floors: readonly number[], free: number[]): number[] {
  const amounts = [...floors];
  let left = floors.reduce((rest, floor) => rest - floor, total);
  if (left === 0) return amounts;
  const sum = sumOf(weights);
  const order = weights
    .map((weight, part) => ({ part, weight, remainder: (BigInt(total) * weight) % sum }))
    .filter(({ weight }) => weight > 0n)
    .sort((a, b) => (a.remainder === b.remainder ? a.part - b.part : a.remainder > b.remainder ? -1 : 1));
  const roomy = order.filter(({ part }) => (free[part] ?? 0) > 0);
  const full = order.filter(({ part }) => (free[part] ?? 0) <= 0);
  for (const { part } of [...roomy, ...full]) {
    if (left === 0) break;
    amounts[part] = (amounts[part] ?? 0) + 1;
    free[part] = (free[part] ?? 0) - 1;
    left -= 1;
  }
  return amounts;
}

function sumOf(weights: readonly bigint[]): bigint {
  return weights.reduce((sum, weight) => sum + weight, 0n);
}
