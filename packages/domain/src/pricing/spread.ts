/** Spreads an amount over runs of equal units by largest remainder, without ever making a list of the units. */

import { byLargest } from '../money/allocate.ts';
import { wholeTimes } from '../money/round.ts';

/** `count` units that come to `current` each. */
export type Weighted = { readonly count: number; readonly current: number };
/** The first `extra` units carry `perUnit` + 1, the others `perUnit`. */
export type UnitShare = { readonly perUnit: number; readonly extra: number };

/**
 * Whole minor units for one of `repeat` equal parts of each run, by what its units come to; they sum to `total` exactly
 * and no unit carries more than `mostOf` its run, as long as the total is no more than all can carry. Ties go to the
 * first run, and in a run to its first units.
 */
export function spreadOverUnits<Run extends Weighted>(
  total: number,
  runs: readonly Run[],
  repeat: number,
  mostOf: (run: Run) => number,
): UnitShare[] {
  const [only] = runs;
  if (only && runs.length === 1) {
    const count = only.count / repeat;
    const perUnit = wholeTimes(total, count);
    return [{ perUnit, extra: total - perUnit * count }];
  }
  const shares = spread(total, runs, repeat);
  for (let index = 0; index < runs.length; index += 1) {
    const share = shares[index];
    const run = runs[index];
    if (!share || !run || share.perUnit + (share.extra > 0 ? 1 : 0) <= mostOf(run)) continue;
    const byRoom = runs.map((one) => ({ count: one.count, current: mostOf(one) }));
    return spread(total, byRoom, repeat);
  }
  return shares;
}

function spread(total: number, runs: readonly Weighted[], repeat: number): UnitShare[] {
  let sum = 0;
  let largest = 0;
  for (const { count, current } of runs) {
    sum += current * (count / repeat);
    if (current > largest) largest = current;
  }
  if (total === 0 || sum === 0) return runs.map(() => ({ perUnit: 0, extra: 0 }));
  const isExact = Number.isSafeInteger(total * largest) && Number.isSafeInteger(sum);
  const rests: number[] = new Array(runs.length);
  const shares: { perUnit: number; extra: number }[] = new Array(runs.length);
  let left = total;
  for (let index = 0; index < runs.length; index += 1) {
    const { count, current } = runs[index] as Weighted;
    const perUnit = isExact ? wholeTimes(total * current, sum) : floorOfBig(total, current, sum);
    rests[index] = isExact ? total * current - perUnit * sum : restOfBig(total, current, sum);
    shares[index] = { perUnit, extra: 0 };
    left -= perUnit * (count / repeat);
  }
  if (left === 0) return shares;
  for (const index of byLargest(rests)) {
    const share = shares[index];
    if (left === 0 || !share) break;
    share.extra = Math.min(left, (runs[index]?.count ?? 0) / repeat);
    left -= share.extra;
  }
  return shares;
}

function floorOfBig(total: number, weight: number, sum: number): number {
  return Number((BigInt(total) * BigInt(weight)) / BigInt(sum));
}

/** The remainder of a large product is below the sum, which is a safe integer by the caller's checks. */
function restOfBig(total: number, weight: number, sum: number): number {
  return Number((BigInt(total) * BigInt(weight)) % BigInt(sum));
}
