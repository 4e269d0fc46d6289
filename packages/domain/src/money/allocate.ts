/** Spreads an amount over weights so that the parts are whole minor units and sum to the amount. */

import { assert, assertWhole } from '../assert.ts';

/**
 * Parts of `total` in proportion to the weights, by largest remainder, ties by order; they sum to `total` exactly.
 * A zero weight gets 0. A negative total gives the mirror of the positive one. Weights are integers ≥ 0; with nothing
 * but zero weights there is nobody to carry an amount, so any total but 0 is a bug of the caller.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  assertWhole(total, 'a total');
  let sum = 0;
  for (const weight of weights) {
    assertWhole(weight, 'a weight');
    assert(weight >= 0, 'a weight is never negative');
    sum += weight;
  }
  if (total === 0) return weights.map(() => 0);
  assert(sum > 0, 'an amount needs at least one weight above zero');
  if (Number.isSafeInteger(sum) && Number.isSafeInteger(total * sum)) return allocateNumbers(total, weights, sum);
  return allocateExactly(total, weights.map(BigInt));
}

/** The same for weights of any size, as tax that rests on tax needs them. */
export function allocateExactly(total: number, weights: readonly bigint[]): number[] {
  const size = BigInt(Math.abs(total));
  const sum = weights.reduce((left, weight) => left + weight, 0n);
  if (size === 0n) return weights.map(() => 0);
  assert(sum > 0n, 'an amount needs at least one weight above zero');
  const floors = weights.map((weight) => Number((size * weight) / sum));
  const order = weights
    .map((weight, index) => ({ index, remainder: (size * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  return finish(total, floors, order);
}

function allocateNumbers(total: number, weights: readonly number[], sum: number): number[] {
  const size = Math.abs(total);
  const order = weights.map((weight, index) => ({ index, remainder: (size * weight) % sum }));
  const floors = weights.map((weight, index) => (size * weight - (order[index]?.remainder ?? 0)) / sum);
  order.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  return finish(total, floors, order);
}

/** Hands the units that the floors left over to the largest remainders; there are always fewer than remainders > 0. */
function finish(total: number, floors: number[], order: readonly { index: number }[]): number[] {
  let left = Math.abs(total) - floors.reduce((sum, part) => sum + part, 0);
  for (const { index } of order) {
    if (left === 0) break;
    floors[index] = (floors[index] ?? 0) + 1;
    left -= 1;
  }
  return total < 0 ? floors.map((part) => 0 - part) : floors;
}
