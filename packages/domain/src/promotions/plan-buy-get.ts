/** Buy x, get y; and the n-th item of every n. */

import type { Pricing } from '../pricing/pricing.ts';
import { inPriceMode } from '../pricing/pricing.ts';
import type { Action } from './action.ts';
import { type Candidate, type Planned, planOf } from './candidate.ts';
import { goodsMeant } from './check-condition.ts';
import { refusal } from './refusal.ts';
import { rewardUnits, stacksOf } from './rewards.ts';
import { amountOf, inBasketOrder, type Slice, slicesFor, sortUnits, takeUnits, whyNoGoods } from './slices.ts';

type BuyGet = Action & { kind: 'buy_get' };

/** Every n-th piece is n − 1 pieces that qualify and one that is rewarded. */
export function planNthItem(pricing: Pricing, candidate: Candidate, action: Action & { kind: 'nth_item' }): Planned {
  const { n, reward, choose, grouping, items } = action;
  return planBuyGet(pricing, candidate, {
    kind: 'buy_get',
    buy: { items, count: n - 1, minAmount: null },
    get: { items, count: 1 },
    reward,
    choose,
    grouping,
    isRepeated: true,
  });
}

/** A slice of units and what it may serve as. */
type Cell = Slice & { readonly canBuy: boolean; readonly canGet: boolean };
type Pools = { readonly cells: readonly Cell[]; readonly buy: number; readonly get: number; readonly all: number };

export function planBuyGet(pricing: Pricing, candidate: Candidate, action: BuyGet): Planned {
  const pools = poolsOf(pricing, candidate, action);
  if (pools.all === 0) return whyNoGoods(pricing, candidate, action.buy.items);
  const most = Math.min(
    candidate.usesLeft,
    Math.floor(candidate.piecesLeft / action.get.count),
    action.isRepeated ? Number.POSITIVE_INFINITY : 1,
  );
  if (action.buy.count === null) return planBySpend(pricing, candidate, action, pools, most);
  const x = action.buy.count;
  const y = action.get.count;
  const found = Math.min(
    Math.floor(pools.buy / Math.max(1, x)),
    Math.floor(pools.get / y),
    Math.floor(pools.all / (x + y)),
  );
  if (found === 0) return whyNoUnits(pricing, candidate, action, pools, x);
  const sets = Math.min(found, most);
  const isOnePool = pools.buy === pools.all && pools.get === pools.all;
  const { rewards, qualifiers } =
    isOnePool && action.grouping === 'per_set'
      ? pickPerSet(pools.cells, sets, x, y, action.choose)
      : pickPooled(pools, sets * x, sets * y, firstOf(action));
  return planOf(rewardUnits(pricing, candidate, action.reward, rewards), sets, qualifiers);
}

function poolsOf(pricing: Pricing, candidate: Candidate, { buy, get }: BuyGet): Pools {
  const buyers = slicesFor(pricing, candidate, buy.items);
  const isOne = goodsMeant(pricing, buy.items) === goodsMeant(pricing, get.items);
  const cells = mergedCells(buyers, isOne ? buyers : slicesFor(pricing, candidate, get.items));
  const pools = { cells, buy: 0, get: 0, all: 0 };
  for (const { count, canBuy, canGet } of cells) {
    pools.all += count;
    if (canBuy) pools.buy += count;
    if (canGet) pools.get += count;
  }
  return pools;
}

/** In basket order; slices of one run are the same in both. */
function mergedCells(buyers: readonly Slice[], getters: readonly Slice[]): Cell[] {
  const cells: Cell[] = [];
  let next = 0;
  for (const { stack, from, count, current } of buyers) {
    let getter = getters[next];
    while (getter && inBasketOrder(getter, { stack, from }) < 0) {
      cells.push({ ...getter, canBuy: false, canGet: true });
      next += 1;
      getter = getters[next];
    }
    const canGet = getter !== undefined && getter.stack === stack && getter.from === from;
    cells.push({ stack, from, count, current, canBuy: true, canGet });
    if (canGet) next += 1;
  }
  for (const getter of getters.slice(next)) cells.push({ ...getter, canBuy: false, canGet: true });
  return cells;
}

/** In sets of their own, goods to get are filled dearest first like the sets. */
function firstOf({ choose, grouping }: BuyGet): 'cheapest' | 'dearest' {
  return grouping === 'per_set' ? 'dearest' : choose;
}

/** Sets of x + y, dearest first; a set's reward are its y cheapest or its y dearest units. */
function pickPerSet(
  cells: readonly Cell[],
  sets: number,
  x: number,
  y: number,
  choose: 'cheapest' | 'dearest',
): { rewards: Slice[]; qualifiers: Slice[] } {
  const size = x + y;
  const rewardedUntil = (position: number) => {
    const full = Math.floor(position / size);
    const rest = position % size;
    return full * y + (choose === 'cheapest' ? Math.max(0, rest - x) : Math.min(rest, y));
  };
  const rewards: Slice[] = [];
  const qualifiers: Slice[] = [];
  let position = 0;
  for (const slice of takeUnits(sortUnits(cells, 'dearest'), sets * size)) {
    const rewarded = rewardedUntil(position + slice.count) - rewardedUntil(position);
    if (rewarded > 0) rewards.push({ ...slice, count: rewarded });
    if (rewarded < slice.count) {
      qualifiers.push({ ...slice, from: slice.from + rewarded, count: slice.count - rewarded });
    }
    position += slice.count;
  }
  return { rewards, qualifiers };
}

/** Rewards first, from goods that cannot qualify where prices are equal; then the dearest that are left qualify. */
function pickPooled(
  { cells, buy }: Pools,
  toBuy: number,
  toGet: number,
  first: 'cheapest' | 'dearest',
): { rewards: Slice[]; qualifiers: Slice[] } {
  const sign = first === 'cheapest' ? 1 : -1;
  const getters = cells
    .filter((cell) => cell.canGet)
    .sort((a, b) => sign * (a.current - b.current) || Number(a.canBuy) - Number(b.canBuy) || inBasketOrder(a, b));
  let shared = buy - toBuy;
  let left = toGet;
  const rewards: Slice[] = [];
  const taken = new Map<Stack, Map<number, number>>();
  for (const cell of getters) {
    const count = Math.min(cell.count, left, cell.canBuy ? shared : left);
    if (count <= 0) continue;
    rewards.push({ stack: cell.stack, from: cell.from, count, current: cell.current });
    const own = taken.get(cell.stack) ?? new Map<number, number>();
    taken.set(cell.stack, own.set(cell.from, count));
    if (cell.canBuy) shared -= count;
    left -= count;
  }
  const buyers = cells
    .filter((cell) => cell.canBuy)
    .flatMap((cell) => {
      const gone = taken.get(cell.stack)?.get(cell.from) ?? 0;
      return gone === cell.count ? [] : [{ ...cell, from: cell.from + gone, count: cell.count - gone }];
    });
  return { rewards, qualifiers: takeUnits(sortUnits(buyers, 'dearest'), toBuy) };
}
type Stack = Slice['stack'];

/** Each full amount of goods to buy that are not rewarded themselves earns one reward. */
function planBySpend(pricing: Pricing, candidate: Candidate, action: BuyGet, pools: Pools, most: number): Planned {
  const y = action.get.count;
  const buyers = pools.cells.filter((cell) => cell.canBuy);
  const needed = Math.max(1, inPriceMode(pricing, action.buy.minAmount ?? 0, stacksOf(buyers)));
  const spent = amountOf(buyers);
  if (spent < needed) return refusal('needs_spend', { missingAmount: needed - spent });
  if (pools.get < y) return refusal('needs_goods', { missingCount: y - pools.get });
  const pick = (sets: number) => {
    const { rewards } = pickPooled(pools, 0, sets * y, firstOf(action));
    const rest = withoutRewards(buyers, rewards);
    return amountOf(rest) >= sets * needed ? { rewards, rest } : null;
  };
  let enough = 0;
  let tooMany = Math.min(most, Math.floor(spent / needed), Math.floor(pools.get / y)) + 1;
  let best = pick(0);
  while (tooMany - enough > 1) {
    const middle = Math.floor((enough + tooMany) / 2);
    const found = pick(middle);
    if (found) {
      best = found;
      enough = middle;
    } else tooMany = middle;
  }
  if (enough === 0 || !best) {
    return refusal('needs_spend', {
      missingAmount: needed - amountOf(withoutRewards(buyers, pickPooled(pools, 0, y, firstOf(action)).rewards)),
    });
  }
  const qualifiers = unitsWorth(sortUnits(best.rest, 'dearest'), enough * needed);
  return planOf(rewardUnits(pricing, candidate, action.reward, best.rewards), enough, qualifiers);
}

function withoutRewards(slices: readonly Slice[], rewards: readonly Slice[]): Slice[] {
  return slices.flatMap((slice) => {
    const gone = rewards.find((reward) => reward.stack === slice.stack && reward.from === slice.from)?.count ?? 0;
    return gone === slice.count ? [] : [{ ...slice, from: slice.from + gone, count: slice.count - gone }];
  });
}

/** The first units that come to the amount. */
function unitsWorth(slices: readonly Slice[], amount: number): Slice[] {
  const taken: Slice[] = [];
  let left = amount;
  for (const slice of slices) {
    if (left <= 0) break;
    const count = slice.current === 0 ? slice.count : Math.min(slice.count, Math.ceil(left / slice.current));
    taken.push({ ...slice, count });
    left -= count * slice.current;
  }
  return taken;
}

function whyNoUnits(pricing: Pricing, candidate: Candidate, action: BuyGet, pools: Pools, x: number): Planned {
  const y = action.get.count;
  if (pools.buy === 0) return whyNoGoods(pricing, candidate, action.buy.items);
  const isOnePool = pools.buy === pools.all && pools.get === pools.all;
  if (isOnePool) return refusal('needs_pieces', { missingCount: x + y - pools.all });
  if (pools.buy < x) return refusal('needs_pieces', { missingCount: x - pools.buy });
  return refusal('needs_goods', { missingCount: Math.max(1, y - pools.get) });
}
