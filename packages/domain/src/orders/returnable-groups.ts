/** What a person can choose from when goods come back: the units that are left, told apart by what was paid for them. */

import { cashStep, roundCash } from '../money/currency.ts';
import { type QuantityRun, unitGroups } from '../pricing/refund-of-units.ts';
import {
  frozenLineOf,
  goneOf,
  type RefundPart,
  type ReturnableOrder,
  type ReturnWish,
  refundableTenders,
  settleReturn,
} from './settle-return.ts';

export type ReturnableGroup = {
  readonly key: string;
  readonly lineNo: number;
  /** Thousandths that have not come back. */
  readonly left: number;
  readonly free: readonly QuantityRun[];
  readonly promotionIds: readonly (string | null)[];
  /** Thousandths of one piece; 1 where the line was weighed. */
  readonly step: 1000 | 1;
};

/** The groups of all lines that have something left, in the order of the lines. */
export function returnableGroups(
  order: Pick<ReturnableOrder, 'lines' | 'returns' | 'pricesIncludeTax'>,
): ReturnableGroup[] {
  return order.lines.flatMap((line) => {
    const gone = goneOf(order, line.lineNo);
    return unitGroups(frozenLineOf(line, order.pricesIncludeTax))
      .map(({ promotionIds, ...run }, index): ReturnableGroup => {
        const free = without(run, gone);
        return {
          key: `${line.lineNo}-${index}`,
          lineNo: line.lineNo,
          left: free.reduce((sum, one) => sum + one.quantity, 0),
          free,
          promotionIds,
          step: line.quantity % 1000 === 0 ? 1000 : 1,
        };
      })
      .filter(({ left }) => left > 0);
  });
}

/** The lines of a return of `chosen` thousandths of each group, at most what is left of it. */
export function wishedLines(
  groups: readonly ReturnableGroup[],
  chosen: Readonly<Record<string, number>>,
): ReturnWish['lines'] {
  const lines = new Map<number, { lineNo: number; quantity: number; units: QuantityRun[] }>();
  for (const { key, lineNo, free, left: most } of groups) {
    let left = Math.min(most, chosen[key] ?? 0);
    if (left <= 0) continue;
    const line = lines.get(lineNo) ?? { lineNo, quantity: 0, units: [] };
    line.quantity += left;
    for (const run of free) {
      const quantity = Math.min(left, run.quantity);
      if (quantity > 0) line.units.push({ from: run.from, quantity });
      left -= quantity;
    }
    lines.set(lineNo, line);
  }
  return [...lines.values()];
}

/** The tenders that could take the whole refund alone, each with what it would then be; none where there is no choice. */
export function waysBack(order: ReturnableOrder, wish: Omit<ReturnWish, 'tenders'>): RefundPart[] {
  const tenders = refundableTenders(order.tenders);
  if (tenders.length < 2) return [];
  const step = cashStep(order.currency);
  return tenders.flatMap((tender) => {
    const asked = settleReturn(order, { ...wish, tenders: [{ entryNo: tender.entryNo, amount: 0 }] });
    if (asked.ok || asked.code !== 'refund.not_the_sum') return [];
    const amount = tender.kind === 'cash' ? roundCash(asked.due, step) : asked.due;
    const settled = settleReturn(order, { ...wish, tenders: [{ entryNo: tender.entryNo, amount }] });
    return settled.ok ? [{ ...tender, amount }] : [];
  });
}

function without(run: QuantityRun, gone: readonly QuantityRun[]): QuantityRun[] {
  const free: QuantityRun[] = [];
  const end = run.from + run.quantity;
  let at = run.from;
  for (const { from, quantity } of [...gone, { from: end, quantity: 0 }].sort((a, b) => a.from - b.from)) {
    const until = Math.min(from, end);
    if (until > at) free.push({ from: at, quantity: until - at });
    at = Math.max(at, from + quantity);
  }
  return free;
}
