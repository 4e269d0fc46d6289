/** What a reward takes off units: percentages rounded by the line or the unit, amounts and prices for each unit. */

import { allocate } from '../money/allocate.ts';
import { multiplyQuantity, multiplyRounded } from '../money/round.ts';
import { inPriceMode, type Pricing } from '../pricing/pricing.ts';
import type { Stack } from '../pricing/stacks.ts';
import type { Reward } from './action.ts';
import type { Candidate, Portion } from './candidate.ts';
import { amountOf, byStack, type Slice } from './slices.ts';

const whole = 10_000;

/** The reward on every unit of the slices; an amount or a price of goods by measure is for one measure. */
export function rewardUnits(
  pricing: Pricing,
  candidate: Candidate,
  reward: Reward,
  slices: readonly Slice[],
): Portion[] {
  if (reward.kind === 'percent') return percentOff(pricing, candidate, reward.basisPoints, slices);
  return slices.map((slice) => {
    const amount = scaled(slice.stack, inPriceMode(pricing, reward.amount, [slice.stack]));
    const off = reward.kind === 'amount' ? Math.min(amount, slice.current) : Math.max(0, slice.current - amount);
    return { slices: [slice], repeat: slice.count, discount: off };
  });
}

/** A percentage of what is left or of the list price, never more than what is left. */
export function percentOff(
  { compiled }: Pricing,
  { promotion }: Candidate,
  basisPoints: number,
  slices: readonly Slice[],
): Portion[] {
  const isOriginal = promotion.rule.base === 'original';
  const priceOf = (slice: Slice) => (isOriginal ? slice.stack.unitAmount : slice.current);
  if (compiled.ruleSet.settings.percentRounding === 'unit') {
    return slices.map((slice) => {
      const off = multiplyRounded(priceOf(slice), basisPoints, whole);
      return { slices: [slice], repeat: slice.count, discount: Math.min(off, slice.current) };
    });
  }
  const portions: Portion[] = [];
  for (const group of byStack(slices)) {
    const left = amountOf(group);
    let from = left;
    if (isOriginal) {
      from = 0;
      for (const slice of group) from += priceOf(slice) * slice.count;
    }
    const off = Math.min(multiplyRounded(from, basisPoints, whole), left);
    portions.push({ slices: group, repeat: 1, discount: off });
  }
  return portions;
}

/** An amount off all the slices together, spread over the lines by what they come to now. */
export function amountOffAll(amount: number, slices: readonly Slice[]): Portion[] {
  const groups = byStack(slices);
  const weights = groups.map(amountOf);
  const sum = weights.reduce((left, weight) => left + weight, 0);
  const shares = allocate(Math.min(Math.max(0, amount), sum), weights);
  return groups.map((group, index) => ({ slices: group, repeat: 1, discount: shares[index] ?? 0 }));
}

/** The reward on all the slices as one thing: an amount off the sum, or a price for all of it. */
export function rewardTogether(
  pricing: Pricing,
  candidate: Candidate,
  reward: Reward,
  slices: readonly Slice[],
): Portion[] {
  if (reward.kind === 'percent') return percentOff(pricing, candidate, reward.basisPoints, slices);
  const amount = inPriceMode(pricing, reward.amount, stacksOf(slices));
  return amountOffAll(reward.kind === 'amount' ? amount : amountOf(slices) - amount, slices);
}

export function stacksOf(slices: readonly Slice[]): Stack[] {
  return [...new Set(slices.map((slice) => slice.stack))];
}

/** An amount for one unit; of goods by measure for what the line measures. */
export function scaled(stack: Stack, amount: number): number {
  return stack.isSplittable ? amount : multiplyQuantity(amount, stack.goods.quantity);
}
