/** What returned units of a line give back: their frozen share, without pricing anything again. */

import { assert } from '../assert.ts';
import type { RefundShare } from '../orders/refund.ts';
import type { LineAllocation } from './priced-basket.ts';
import { spreadOverUnits } from './spread.ts';

/** A line as it was frozen on the order; quantity in thousandths. */
export type FrozenLine = {
  readonly quantity: number;
  readonly listAmount: number;
  readonly netAmount: number;
  readonly taxAmount: number;
  readonly grossAmount: number;
  readonly allocations: readonly LineAllocation[];
};

/** `count` units from unit `from`; the first unit of a line is 0. A quantity that is not whole pieces is unit 0. */
export type UnitRun = { readonly from: number; readonly count: number };

/**
 * The share of the returned units in minor units. Each unit has a share of its own that follows from the frozen line
 * alone, so returns in any order and any portions sum to the line. Units that were free give nothing back. Refuses units
 * that the line has not got or that are named twice, which is a bug of the caller.
 */
export function refundOfUnits(line: FrozenLine, returned: readonly UnitRun[]): RefundShare {
  const units = unitsOf(line);
  for (const [index, { from, count }] of returned.entries()) {
    assert(from >= 0 && count >= 0 && from + count <= units, 'the line has these units');
    const isTwice = returned
      .slice(0, index)
      .some((other) => from < other.from + other.count && other.from < from + count);
    assert(!isTwice, 'a unit comes back once');
  }
  const runs = unitRuns(line, units);
  const gross = sharesOf(line.grossAmount, runs);
  const tax = sharesOf(line.taxAmount, runs);
  const sum = (shares: readonly Share[]) =>
    returned.reduce((total, { from, count }) => total + sumUntil(shares, from + count) - sumUntil(shares, from), 0);
  const grossAmount = sum(gross);
  const taxAmount = sum(tax);
  return { netAmount: grossAmount - taxAmount, taxAmount, grossAmount };
}

/** The next `count` units that have not come back, in the order of the line. */
export function nextUnits(line: FrozenLine, alreadyReturned: readonly UnitRun[], count: number): UnitRun[] {
  const gone = [...alreadyReturned].sort((a, b) => a.from - b.from);
  const next: UnitRun[] = [];
  let left = count;
  let at = 0;
  for (const { from, count: length } of [...gone, { from: unitsOf(line), count: 0 }]) {
    const free = Math.min(left, from - at);
    if (free > 0) next.push({ from: at, count: free });
    left -= Math.max(0, free);
    at = Math.max(at, from + length);
  }
  assert(left === 0, 'no more comes back than was sold');
  return next;
}

function unitsOf({ quantity }: FrozenLine): number {
  return quantity % 1000 === 0 ? quantity / 1000 : 1;
}

type Weighted = { readonly from: number; readonly count: number; readonly weight: number };

/** Runs of units that came to the same amount. */
function unitRuns(line: FrozenLine, units: number): Weighted[] {
  const edges = new Set([0, units]);
  for (const { from, count } of line.allocations.flatMap((allocation) => allocation.units)) {
    edges.add(from);
    edges.add(from + count);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const each = line.listAmount / units;
  return sorted.slice(0, -1).map((from, index) => {
    let weight = each;
    for (const allocation of line.allocations) {
      for (const run of allocation.units) {
        if (from >= run.from && from < run.from + run.count) weight -= run.perUnit;
      }
    }
    return { from, count: (sorted[index + 1] ?? from) - from, weight };
  });
}

type Share = { readonly from: number; readonly count: number; readonly perUnit: number };

/** A line that costs nothing on any unit can still carry tax of a document's rounding: it is spread evenly. */
function sharesOf(amount: number, runs: readonly Weighted[]): Share[] {
  const isFree = runs.every((run) => run.weight === 0);
  const most = Number.POSITIVE_INFINITY;
  const spread = spreadOverUnits(
    amount,
    runs.map(({ count, weight }) => ({ count, weight: isFree ? 1 : weight, most })),
  );
  return runs.flatMap(({ from, count }, index) => {
    const { perUnit, extra } = spread[index] ?? { perUnit: 0, extra: 0 };
    return [
      { from, count: extra, perUnit: perUnit + 1 },
      { from: from + extra, count: count - extra, perUnit },
    ];
  });
}

function sumUntil(shares: readonly Share[], unit: number): number {
  let sum = 0;
  for (const { from, count, perUnit } of shares) sum += Math.max(0, Math.min(count, unit - from)) * perUnit;
  return sum;
}
