/** Spreads an amount over weights so that the parts are whole minor units and sum to the amount. */

import { assert, assertWhole } from '../assert.ts';
import { wholeTimes } from './round.ts';

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
  const left = Math.abs(total) - floors.reduce((given, part) => given + part, 0);
  return finish(
    total,
    floors,
    left,
    order.map(({ index }) => index),
  );
}

function allocateNumbers(total: number, weights: readonly number[], sum: number): number[] {
  const size = Math.abs(total);
  const rests: number[] = new Array(weights.length);
  const parts: number[] = new Array(weights.length);
  let left = size;
  for (let place = 0; place < weights.length; place += 1) {
    const weight = weights[place] ?? 0;
    const part = wholeTimes(size * weight, sum);
    rests[place] = size * weight - part * sum;
    parts[place] = part;
    left -= part;
  }
  if (left === 0) return signed(total, parts);
  return finish(total, parts, left, byLargest(rests));
}

/** So few are put in order faster one by one than by a sort that asks a function about each pair. */
const fewNumbers = 24;

/** The places of the numbers from the largest to the smallest, equal ones as they stand. */
export function byLargest(numbers: readonly number[]): number[] {
  const order: number[] = new Array(numbers.length);
  if (numbers.length > fewNumbers) {
    for (let place = 0; place < numbers.length; place += 1) order[place] = place;
    return order.sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0) || a - b);
  }
  for (let place = 0; place < numbers.length; place += 1) {
    const number = numbers[place] ?? 0;
    let at = place;
    for (; at > 0 && (numbers[order[at - 1] ?? 0] ?? 0) < number; at -= 1) order[at] = order[at - 1] ?? 0;
    order[at] = place;
  }
  return order;
}

/** Hands the units that the floors left over to the largest remainders; there are always fewer than remainders > 0. */
function finish(total: number, floors: number[], left: number, order: readonly number[]): number[] {
  for (let next = 0; next < left; next += 1) {
    const place = order[next] ?? 0;
    floors[place] = (floors[place] ?? 0) + 1;
  }
  return signed(total, floors);
}

function signed(total: number, parts: number[]): number[] {
  return total < 0 ? parts.map((part) => 0 - part) : parts;
}
