/** Spreads an amount over runs of equal units by largest remainder, without ever making a list of the units. */

/** `weight` of each of `count` units; `most` is what one of them can carry. */
export type Weighted = { readonly count: number; readonly weight: number; readonly most: number };
/** The first `extra` units carry `perUnit` + 1, the others `perUnit`. */
export type UnitShare = { readonly perUnit: number; readonly extra: number };

/**
 * Whole minor units for each run; they sum to `total` exactly and no unit carries more than it can, as long as the
 * total is no more than all can carry. Ties go to the first run, and in a run to its first units.
 */
export function spreadOverUnits(total: number, runs: readonly Weighted[]): UnitShare[] {
  const [only] = runs;
  if (only && runs.length === 1) {
    const extra = total % only.count;
    return [{ perUnit: (total - extra) / only.count, extra }];
  }
  const shares = spread(total, runs, (run) => run.weight);
  const isTooMuch = shares.some(
    ({ perUnit, extra }, index) => perUnit + (extra > 0 ? 1 : 0) > (runs[index]?.most ?? 0),
  );
  return isTooMuch ? spread(total, runs, (run) => run.most) : shares;
}

function spread(total: number, runs: readonly Weighted[], weightOf: (run: Weighted) => number): UnitShare[] {
  let sum = 0;
  let largest = 0;
  for (const run of runs) {
    const weight = weightOf(run);
    sum += weight * run.count;
    if (weight > largest) largest = weight;
  }
  if (total === 0 || sum === 0) return runs.map(() => ({ perUnit: 0, extra: 0 }));
  const isExact = Number.isSafeInteger(total * largest) && Number.isSafeInteger(sum);
  const rests: number[] = [];
  const shares: { perUnit: number; extra: number }[] = [];
  let left = total;
  for (const run of runs) {
    const weight = weightOf(run);
    const rest = isExact ? (total * weight) % sum : restOfBig(total, weight, sum);
    const perUnit = isExact ? (total * weight - rest) / sum : floorOfBig(total, weight, sum);
    rests.push(rest);
    shares.push({ perUnit, extra: 0 });
    left -= perUnit * run.count;
  }
  if (left === 0) return shares;
  const order = rests.map((_, index) => index);
  order.sort((a, b) => (rests[b] ?? 0) - (rests[a] ?? 0) || a - b);
  for (const index of order) {
    const share = shares[index];
    if (left === 0 || !share) break;
    share.extra = Math.min(left, runs[index]?.count ?? 0);
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
