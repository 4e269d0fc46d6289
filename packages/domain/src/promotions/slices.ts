/** The units that a promotion may touch, as slices of runs, and the choice among them. */

import type { Pricing } from '../pricing/pricing.ts';
import type { Stack } from '../pricing/stacks.ts';
import type { Candidate } from './candidate.ts';
import { goodsMeant } from './check-condition.ts';
import type { ItemFilter } from './item-filter.ts';
import { type Refusal, refusal } from './refusal.ts';

/** `count` equal units of a stack from unit `from`. */
export type Slice = {
  readonly stack: Stack;
  readonly from: number;
  readonly count: number;
  readonly current: number;
};

/** In basket order. The set phase leaves out what another set promotion has used. */
export function slicesFor(pricing: Pricing, { promotion }: Candidate, items: ItemFilter): Slice[] {
  const { phase, excludeDiscounted } = promotion.rule;
  const slices: Slice[] = [];
  for (const stack of goodsMeant(pricing, items)) {
    if (phase === 'line' && stack.goods.overrideUnitAmount !== null) continue;
    if (excludeDiscounted && stack.price.compareAtAmount !== null) continue;
    for (const run of stack.runs) {
      if (phase === 'set' && run.usedBy !== null) continue;
      if (excludeDiscounted && run.current < stack.unitAmount) continue;
      slices.push({ stack, from: run.from, count: run.count, current: run.current });
    }
  }
  return slices;
}

/** Why a promotion found no goods of a filter to touch. */
export function whyNoGoods(pricing: Pricing, { promotion }: Candidate, items: ItemFilter): Refusal {
  const stacks = goodsMeant(pricing, items);
  if (promotion.rule.phase === 'set') {
    for (const { runs } of stacks) {
      const used = runs.find((run) => run.usedBy !== null);
      if (!used) continue;
      const other = pricing.compiled.promotions[used.usedBy ?? 0];
      return refusal('not_together', other ? { otherId: other.rule.id } : {});
    }
  }
  const isDiscounted = promotion.rule.excludeDiscounted && stacks.length > 0;
  return refusal(isDiscounted ? 'already_discounted' : 'needs_goods');
}

export function countUnits(slices: readonly Slice[]): number {
  let sum = 0;
  for (const { count } of slices) sum += count;
  return sum;
}

export function amountOf(slices: readonly Slice[]): number {
  let sum = 0;
  for (const { count, current } of slices) sum += count * current;
  return sum;
}

/** A sorted copy; ties stay in basket order. */
export function sortUnits(slices: readonly Slice[], first: 'cheapest' | 'dearest'): Slice[] {
  const sign = first === 'cheapest' ? 1 : -1;
  return [...slices].sort((a, b) => sign * (a.current - b.current) || inBasketOrder(a, b));
}

type Place = Pick<Slice, 'stack' | 'from'>;

export function inBasketOrder(a: Place, b: Place): number {
  return a.stack.index - b.stack.index || a.from - b.from;
}

/** The first `count` units. */
export function takeUnits(slices: readonly Slice[], count: number): Slice[] {
  const taken: Slice[] = [];
  let left = count;
  for (const slice of slices) {
    if (left <= 0) break;
    taken.push(slice.count <= left ? slice : { ...slice, count: left });
    left -= slice.count;
  }
  return taken;
}

/** What `takeUnits` leaves. */
export function dropUnits(slices: readonly Slice[], count: number): Slice[] {
  const kept: Slice[] = [];
  let left = count;
  for (const slice of slices) {
    if (left <= 0) kept.push(slice);
    else if (slice.count > left) kept.push({ ...slice, from: slice.from + left, count: slice.count - left });
    left -= slice.count;
  }
  return kept;
}

/** Slices in basket order, together by stack. */
export function byStack(slices: readonly Slice[]): Slice[][] {
  const groups: Slice[][] = [];
  for (const slice of isSorted(slices) ? slices : [...slices].sort(inBasketOrder)) {
    const group = groups[groups.length - 1];
    if (group && group[0]?.stack === slice.stack) group.push(slice);
    else groups.push([slice]);
  }
  return groups;
}

function isSorted(slices: readonly Slice[]): boolean {
  for (let index = 1; index < slices.length; index += 1) {
    const before = slices[index - 1];
    const after = slices[index];
    if (before && after && inBasketOrder(before, after) > 0) return false;
  }
  return true;
}
