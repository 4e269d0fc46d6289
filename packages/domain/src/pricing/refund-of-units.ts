/** What returned units of a line give back: their frozen share, without pricing anything again. */

import { assert, assertWhole } from '../assert.ts';
import { divideRounded, multiplyRounded } from '../money/round.ts';
import type { RefundShare } from '../orders/refund.ts';
import type { LineAllocation } from './priced-basket.ts';

/** A line as it was frozen on the order; quantity in thousandths, list amount in the price mode. */
export type FrozenLine = {
  readonly quantity: number;
  readonly listAmount: number;
  readonly netAmount: number;
  readonly taxAmount: number;
  readonly grossAmount: number;
  readonly allocations: readonly Pick<LineAllocation, 'promotionId' | 'units'>[];
};

/** `quantity` thousandths of a line from `from` on: its first piece lies from 0 to 1000, the second from 1000 to 2000. */
export type QuantityRun = { readonly from: number; readonly quantity: number };

/**
 * The share of the returned units in minor units. Where a line has a place, its share follows from the frozen line alone,
 * so returns in any order and any portions sum to the line, and no share is negative. Units that were free give nothing
 * back. Refuses units that the line has not got or that are named twice, which is a bug of the caller.
 */
export function refundOfUnits(line: FrozenLine, returned: readonly QuantityRun[]): RefundShare {
  assert(areFree(line, [], returned), 'the line has these units, and each comes back once');
  const stretches = stretchesOf(line);
  let grossAmount = 0;
  let taxAmount = 0;
  for (const { from, quantity } of returned) {
    const before = shareUntil(line, stretches, from);
    const after = shareUntil(line, stretches, from + quantity);
    grossAmount += after.grossAmount - before.grossAmount;
    taxAmount += after.taxAmount - before.taxAmount;
  }
  return { netAmount: grossAmount - taxAmount, taxAmount, grossAmount };
}

/** Are these units of the line, each named once, and none of them among those that came back already? */
export function areFree(
  line: Pick<FrozenLine, 'quantity'>,
  alreadyReturned: readonly QuantityRun[],
  wanted: readonly QuantityRun[],
): boolean {
  const sorted = [...alreadyReturned, ...wanted].sort((a, b) => a.from - b.from || a.quantity - b.quantity);
  let at = 0;
  for (const { from, quantity } of sorted) {
    if (from < at || quantity < 0) return false;
    at = from + quantity;
  }
  return at <= line.quantity;
}

/** The next thousandths that have not come back, in the order of the line. More than are left is a bug of the caller. */
export function nextUnits(
  line: Pick<FrozenLine, 'quantity'>,
  alreadyReturned: readonly QuantityRun[],
  quantity: number,
): QuantityRun[] {
  assertWhole(quantity, 'a returned quantity');
  const gone = [...alreadyReturned].sort((a, b) => a.from - b.from);
  const next: QuantityRun[] = [];
  let left = quantity;
  let at = 0;
  for (const run of [...gone, { from: line.quantity, quantity: 0 }]) {
    const free = Math.min(left, run.from - at);
    if (free > 0) {
      next.push({ from: at, quantity: free });
      left -= free;
    }
    at = Math.max(at, run.from + run.quantity);
  }
  assert(left === 0, 'no more comes back than was sold');
  return next;
}

export type UnitGroup = QuantityRun & { readonly promotionIds: readonly (string | null)[] };

/** The units of a line by the promotions that made them cheaper: "two of the three for 99, and one at its price". */
export function unitGroups(line: FrozenLine): UnitGroup[] {
  const groups: UnitGroup[] = [];
  for (const { from, until, promotionIds } of stretchesOf(line)) {
    const last = groups.at(-1);
    const isSame = last !== undefined && last.promotionIds.join() === promotionIds.join();
    if (isSame) groups[groups.length - 1] = { ...last, quantity: until - last.from };
    else groups.push({ from, quantity: until - from, promotionIds });
  }
  return groups;
}

/** Units alike, in thousandths; `weight` is what one thousandth came to in the price mode, times the units of the line. */
type Stretch = {
  readonly from: number;
  readonly until: number;
  readonly weight: number;
  readonly promotionIds: readonly (string | null)[];
};

function stretchesOf(line: FrozenLine): Stretch[] {
  const isPieces = line.quantity % 1000 === 0;
  // A quantity that is not whole pieces is one unit to the engine.
  const size = isPieces ? 1000 : line.quantity;
  const units = line.quantity / size;
  const edges = new Set([0, units]);
  for (const { from, count } of line.allocations.flatMap((one) => one.units)) {
    edges.add(Math.min(from, units));
    edges.add(Math.min(from + count, units));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => {
    const touching = line.allocations.flatMap(({ promotionId, units: runs }) =>
      runs.filter((run) => from >= run.from && from < run.from + run.count).map((run) => ({ ...run, promotionId })),
    );
    const off = touching.reduce((sum, { perUnit }) => sum + perUnit, 0);
    return {
      from: from * size,
      until: (sorted[index + 1] ?? from) * size,
      // Times the units, since a list price may have more decimals than the currency.
      weight: Math.max(0, line.listAmount - off * units),
      promotionIds: touching.map(({ promotionId }) => promotionId),
    };
  });
}

/**
 * The tax follows from the rounded gross, not from the quantity: rounding both by themselves could make the tax of one
 * unit negative. Where a unit has a whole net or a whole gross price, that price comes out exactly.
 */
function shareUntil(line: FrozenLine, stretches: readonly Stretch[], place: number) {
  if (place >= line.quantity) return { grossAmount: line.grossAmount, taxAmount: line.taxAmount };
  if (place === 0 || line.grossAmount === 0) return { grossAmount: 0, taxAmount: 0 };
  let before = 0n;
  let all = 0n;
  for (const { from, until, weight } of stretches) {
    all += BigInt(weight) * BigInt(until - from);
    before += BigInt(weight) * BigInt(Math.max(0, Math.min(until, place) - from));
  }
  // A line that costs nothing on any unit can still carry tax of a document's rounding: it is spread evenly.
  const grossAmount =
    all === 0n
      ? multiplyRounded(line.grossAmount, place, line.quantity)
      : divideRounded(BigInt(line.grossAmount) * before, all);
  const sign = line.grossAmount < 0 ? -1 : 1;
  return { grossAmount, taxAmount: multiplyRounded(grossAmount, sign * line.taxAmount, sign * line.grossAmount) };
}
