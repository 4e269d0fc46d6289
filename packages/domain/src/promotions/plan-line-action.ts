/** Percentages, amounts and fixed prices on goods, quantity breaks and spend ladders. */

import type { Pricing } from '../pricing/pricing.ts';
import { inPriceMode } from '../pricing/pricing.ts';
import type { Stack } from '../pricing/stacks.ts';
import type { Action, Reward, UnitChoice } from './action.ts';
import { type Candidate, type Planned, type Portion, planOf } from './candidate.ts';
import { goodsMeant, spendOn } from './check-condition.ts';
import { refusal } from './refusal.ts';
import { amountOffAll, percentOff, rewardTogether, rewardUnits } from './rewards.ts';
import { amountOf, byStack, countUnits, type Slice, slicesFor, sortUnits, takeUnits, whyNoGoods } from './slices.ts';

type ActionOf<Kind extends Action['kind']> = Action & { kind: Kind };

export function planPercentOff(pricing: Pricing, candidate: Candidate, action: ActionOf<'percent_off'>): Planned {
  const slices = chooseUnits(slicesFor(pricing, candidate, action.items), action.units, candidate.piecesLeft);
  if (slices.length === 0) return whyNoGoods(pricing, candidate, action.items);
  return planOf(percentOff(pricing, candidate, action.basisPoints, slices));
}

export function planAmountOff(pricing: Pricing, candidate: Candidate, action: ActionOf<'amount_off'>): Planned {
  const slices = chooseUnits(slicesFor(pricing, candidate, action.items), action.units, candidate.piecesLeft);
  if (slices.length === 0) return whyNoGoods(pricing, candidate, action.items);
  return planOf(rewardPer(pricing, candidate, { kind: 'amount', amount: action.amount }, action.per, slices));
}

export function planFixedPrice(pricing: Pricing, candidate: Candidate, action: ActionOf<'fixed_price'>): Planned {
  const slices = chooseUnits(slicesFor(pricing, candidate, action.items), { which: 'all' }, candidate.piecesLeft);
  if (slices.length === 0) return whyNoGoods(pricing, candidate, action.items);
  return planOf(rewardPer(pricing, candidate, { kind: 'price', amount: action.amount }, action.per, slices));
}

/** Some units, or the first pieces that a limit leaves: the cheapest unless the promotion says otherwise. */
function chooseUnits(slices: readonly Slice[], units: UnitChoice, piecesLeft: number): readonly Slice[] {
  const most = Math.min(piecesLeft, units.which === 'all' ? piecesLeft : units.count);
  if (most >= countUnits(slices)) return slices;
  return takeUnits(sortUnits(slices, units.which === 'dearest' ? 'dearest' : 'cheapest'), most);
}

function rewardPer(
  pricing: Pricing,
  candidate: Candidate,
  reward: Reward & { kind: 'amount' | 'price' },
  per: 'unit' | 'line' | 'order',
  slices: readonly Slice[],
): Portion[] {
  if (per === 'unit') return rewardUnits(pricing, candidate, reward, slices);
  if (per === 'order') return rewardTogether(pricing, candidate, reward, slices);
  return byStack(slices).flatMap((group) => {
    const amount = inPriceMode(pricing, reward.amount, group[0] ? [group[0].stack] : []);
    return amountOffAll(reward.kind === 'amount' ? amount : amountOf(group) - amount, group);
  });
}

export function planQuantityBreaks(
  pricing: Pricing,
  candidate: Candidate,
  action: ActionOf<'quantity_breaks'>,
): Planned {
  const all = slicesFor(pricing, candidate, action.items);
  if (all.length === 0) return whyNoGoods(pricing, candidate, action.items);
  const rewarded: Slice[] = [];
  const rewardOf = new Map<Stack, Reward>();
  let missing = Number.POSITIVE_INFINITY;
  for (const group of groupsOf(all, action.counted)) {
    const quantity = quantityOf(group);
    const reached = highest(action.breaks, (step) => step.min, quantity);
    for (const slice of reached ? group : []) {
      if (reached) rewardOf.set(slice.stack, reached.reward);
      rewarded.push(slice);
    }
    const lowest = Math.min(...action.breaks.map((step) => step.min));
    if (!reached) missing = Math.min(missing, Math.ceil((lowest - quantity) / 1000));
  }
  if (rewarded.length === 0) return refusal('needs_pieces', { missingCount: missing });
  return planOf(rewardGroups(pricing, candidate, rewarded, rewardOf));
}

/** What is counted together; all lines of the same goods are one. */
function groupsOf(slices: readonly Slice[], counted: 'line' | 'product' | 'group'): Iterable<readonly Slice[]> {
  if (counted === 'line') return byStack(slices);
  if (counted === 'group') return [slices];
  const byProduct = new Map<string, Slice[]>();
  for (const slice of slices) {
    const { productId } = slice.stack.goods;
    const alike = byProduct.get(productId);
    if (alike) alike.push(slice);
    else byProduct.set(productId, [slice]);
  }
  return byProduct.values();
}

/** Slices with one reward are rewarded together; a limit of pieces counts over all of them. */
function rewardGroups(
  pricing: Pricing,
  candidate: Candidate,
  rewarded: readonly Slice[],
  rewardOf: ReadonlyMap<Stack, Reward>,
): Portion[] {
  const byReward = new Map<Reward, Slice[]>();
  for (const slice of chooseUnits(rewarded, { which: 'all' }, candidate.piecesLeft)) {
    const reward = rewardOf.get(slice.stack);
    const alike = reward && byReward.get(reward);
    if (alike) alike.push(slice);
    else if (reward) byReward.set(reward, [slice]);
  }
  return [...byReward].flatMap(([reward, slices]) => rewardUnits(pricing, candidate, reward, slices));
}

/** Thousandths; a slice of part of a stack counts whole pieces. */
function quantityOf(slices: readonly Slice[]): number {
  let sum = 0;
  for (const { stack, count } of slices) sum += stack.isSplittable ? count * 1000 : stack.quantity;
  return sum;
}

export function planSpendLadder(pricing: Pricing, candidate: Candidate, action: ActionOf<'spend_ladder'>): Planned {
  const slices = slicesFor(pricing, candidate, action.items);
  if (slices.length === 0) return whyNoGoods(pricing, candidate, action.items);
  const spent = spendOn(pricing, goodsMeant(pricing, action.items), 'current');
  const reached = highest(action.steps, (step) => step.minAmount, spent);
  if (!reached) return ladderRefusal(action, spent);
  const times = action.isRepeated
    ? Math.min(Math.floor(spent / Math.max(1, reached.minAmount)), candidate.usesLeft)
    : 1;
  const touched = chooseUnits(slices, { which: 'all' }, candidate.piecesLeft);
  return planOf(rewardTogether(pricing, candidate, repeated(reached.reward, times), touched));
}

function ladderRefusal(action: ActionOf<'spend_ladder'>, spent: number): Planned {
  const [first] = [...action.steps].sort((a, b) => a.minAmount - b.minAmount);
  if (!first) return refusal('conditions');
  const { reward } = first;
  const saving =
    reward.kind === 'amount'
      ? reward.amount
      : reward.kind === 'percent'
        ? Math.floor((first.minAmount * reward.basisPoints) / 10_000)
        : Math.max(0, first.minAmount - reward.amount);
  return refusal('needs_spend', { missingAmount: first.minAmount - spent, saving });
}

function repeated(reward: Reward, times: number): Reward {
  if (times === 1 || reward.kind === 'price') return reward;
  return reward.kind === 'amount'
    ? { kind: 'amount', amount: reward.amount * times }
    : { kind: 'percent', basisPoints: Math.min(10_000, reward.basisPoints * times) };
}

/** The step with the highest threshold that is reached. */
export function highest<Step>(steps: readonly Step[], thresholdOf: (step: Step) => number, value: number): Step | null {
  let best: Step | null = null;
  for (const step of steps) {
    if (thresholdOf(step) <= value && (!best || thresholdOf(step) > thresholdOf(best))) best = step;
  }
  return best;
}
