/** Any n pieces for a price, and sets of one of each part. */

import { inPriceMode, type Pricing } from '../pricing/pricing.ts';
import type { Action } from './action.ts';
import { type Candidate, type Planned, type Portion, planOf } from './candidate.ts';
import { refusal } from './refusal.ts';
import { percentOff, stacksOf } from './rewards.ts';
import {
  amountOf,
  countUnits,
  dropUnits,
  inBasketOrder,
  type Slice,
  slicesFor,
  sortUnits,
  takeUnits,
  whyNoGoods,
} from './slices.ts';

/** Groups of n, filled dearest first or in basket order; a group that the price would make dearer is left alone. */
export function planNForPrice(
  pricing: Pricing,
  candidate: Candidate,
  action: Action & { kind: 'n_for_price' },
): Planned {
  const { n, amount, fill, items } = action;
  const slices = slicesFor(pricing, candidate, items);
  if (slices.length === 0) return whyNoGoods(pricing, candidate, items);
  let pool = fill === 'dearest_first' ? sortUnits(slices, 'dearest') : slices;
  let groups = Math.floor(countUnits(pool) / n);
  if (groups === 0) return refusal('needs_pieces', { missingCount: n - countUnits(pool) });
  let left = Math.min(candidate.usesLeft, Math.floor(candidate.piecesLeft / n));
  const portions: Portion[] = [];
  let times = 0;
  while (groups > 0 && left > 0) {
    const most = Math.min(groups, left);
    const { portion, count } = nextGroups(pricing, pool, n, amount, most);
    pool = dropUnits(pool, count * n);
    groups -= count;
    if (portion) {
      portions.push(portion);
      times += count;
      left -= count;
    } else if (fill === 'dearest_first') break;
  }
  return planOf(portions, times);
}

/** As many equal groups as the first units of the pool make; no portion where the price is no better. */
function nextGroups(pricing: Pricing, pool: readonly Slice[], n: number, amount: number, most: number) {
  const [head] = pool;
  const count = head && head.count >= n ? Math.min(most, Math.floor(head.count / n)) : 1;
  const slices = takeUnits(pool, count * n).sort(inBasketOrder);
  const discount = amountOf(slices) / count - inPriceMode(pricing, amount, stacksOf(slices));
  return { portion: discount > 0 ? { slices, repeat: count, discount } : null, count };
}

/** As many sets as the goods make, each with the dearest units that are left for its parts. */
export function planSet(pricing: Pricing, candidate: Candidate, action: Action & { kind: 'set' }): Planned {
  const pools = action.parts.map((part) => ({
    count: part.count,
    slices: sortUnits(slicesFor(pricing, candidate, part.items), 'dearest'),
  }));
  const pieces = action.parts.reduce((sum, part) => sum + part.count, 0);
  const most = Math.min(
    candidate.usesLeft,
    Math.floor(candidate.piecesLeft / pieces),
    ...pools.map((pool) => Math.floor(countUnits(pool.slices) / pool.count)),
  );
  const picks = mostSets(pools, most);
  if (!picks) return whyNoSet(pricing, candidate, action);
  const portions: Portion[] = [];
  let times = 0;
  let rest = picks.byPart;
  while (times < picks.sets) {
    const count = equalSets(rest, pools, picks.sets - times);
    const slices = rest.flatMap((part, index) => takeUnits(part, count * (pools[index]?.count ?? 0)));
    portions.push(...rewardSet(pricing, candidate, action, slices, count));
    rest = rest.map((part, index) => dropUnits(part, count * (pools[index]?.count ?? 0)));
    times += count;
  }
  return planOf(portions, times);
}

type Pool = { readonly count: number; readonly slices: readonly Slice[] };
type Picks = { readonly sets: number; readonly byPart: Slice[][] };

/** The largest number of sets for which all parts find units of their own. */
function mostSets(pools: readonly Pool[], most: number): Picks | null {
  const all = most > 0 ? pickUnits(pools, most) : null;
  if (all) return { sets: most, byPart: all };
  let best: Picks | null = null;
  let tooMany = most;
  for (let enough = 0; tooMany - enough > 1; ) {
    const sets = Math.floor((enough + tooMany) / 2);
    const byPart = pickUnits(pools, sets);
    if (byPart) {
      best = { sets, byPart };
      enough = sets;
    } else tooMany = sets;
  }
  return best;
}

/** The part with the fewest units to choose from chooses first. */
function pickUnits(pools: readonly Pool[], sets: number): Slice[][] | null {
  const order = pools.map((_, index) => index);
  const scarcity = pools.map((pool) => countUnits(pool.slices) / pool.count);
  order.sort((a, b) => (scarcity[a] ?? 0) - (scarcity[b] ?? 0) || a - b);
  const taken: Slice[] = [];
  const byPart: Slice[][] = pools.map(() => []);
  for (const index of order) {
    const pool = pools[index];
    if (!pool) continue;
    const free = withoutUnits(pool.slices, taken);
    if (countUnits(free) < sets * pool.count) return null;
    const own = takeUnits(free, sets * pool.count);
    byPart[index] = own;
    taken.push(...own);
  }
  return byPart;
}

/** Slices of one run always begin together and are taken from their beginning. */
function withoutUnits(slices: readonly Slice[], taken: readonly Slice[]): Slice[] {
  return slices.flatMap((slice) => {
    let gone = 0;
    for (const other of taken) {
      if (other.stack === slice.stack && other.from >= slice.from && other.from < slice.from + slice.count) {
        gone += other.count;
      }
    }
    return dropUnits([slice], gone);
  });
}

/** How many of the next sets are made of equal units. */
function equalSets(parts: readonly (readonly Slice[])[], pools: readonly Pool[], most: number): number {
  let equal = most;
  parts.forEach((part, index) => {
    const count = pools[index]?.count ?? 1;
    equal = Math.min(equal, Math.max(1, Math.floor((part[0]?.count ?? 0) / count)));
  });
  return Math.max(1, equal);
}

function rewardSet(
  pricing: Pricing,
  candidate: Candidate,
  { reward }: Action & { kind: 'set' },
  slices: Slice[],
  count: number,
): Portion[] {
  if (reward.kind === 'percent') return percentOff(pricing, candidate, reward.basisPoints, slices);
  const sum = amountOf(slices) / count;
  const amount = inPriceMode(pricing, reward.amount, stacksOf(slices));
  const discount = Math.min(sum, reward.kind === 'amount' ? amount : sum - amount);
  return discount > 0 ? [{ slices: slices.sort(inBasketOrder), repeat: count, discount }] : [];
}

/** The first part that lacks units. */
function whyNoSet(pricing: Pricing, candidate: Candidate, { parts }: Action & { kind: 'set' }): Planned {
  for (const part of parts) {
    const units = countUnits(slicesFor(pricing, candidate, part.items));
    if (units >= part.count) continue;
    const because = whyNoGoods(pricing, candidate, part.items);
    return because.reason === 'needs_goods' ? refusal('needs_goods', { missingCount: part.count - units }) : because;
  }
  return refusal('needs_goods', { missingCount: 1 });
}
