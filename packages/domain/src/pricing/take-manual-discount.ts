/** What a cashier takes off by hand: last, on what the promotions have left, so that none of them swallows it. */

import { multiplyRounded } from '../money/round.ts';
import { takeOff } from '../promotions/apply-promotion.ts';
import type { Portion } from '../promotions/candidate.ts';
import { amountOffAll } from '../promotions/rewards.ts';
import { amountOf, byStack, type Slice } from '../promotions/slices.ts';
import type { ManualDiscount } from './basket.ts';
import type { TakenByHand } from './priced-basket.ts';
import type { Pricing } from './pricing.ts';
import type { Stack } from './stacks.ts';

/** Sources of discounts below zero are no promotions. */
export const manualSource = -1;

/**
 * Line by line, then on the whole basket, where gift cards stay what they are. Each takes what it asks for, or all that is
 * left, and changes no promotion.
 */
export function takeByHand({ stacks, context }: Pricing): TakenByHand[] {
  const taken: TakenByHand[] = [];
  for (const stack of stacks) {
    const { manualDiscount, id } = stack.goods;
    if (manualDiscount) taken.push(take(manualDiscount, slicesOf(stack), id, manualSource));
  }
  if (!context.manualDiscount) return taken;
  const slices = stacks.filter((stack) => !stack.goods.isExcluded).flatMap(slicesOf);
  return [...taken, take(context.manualDiscount, slices, null, manualSource - 1)];
}

function take(discount: ManualDiscount, slices: readonly Slice[], lineId: string | null, source: number): TakenByHand {
  const baseAmount = amountOf(slices);
  const amount = takeOff(portionsOf(discount, slices), source);
  const { reward } = discount;
  return { lineId, baseAmount, amount, isShort: amount === 0 || (reward.kind === 'amount' && reward.amount > amount) };
}

function slicesOf(stack: Stack): Slice[] {
  return stack.runs.map((run) => ({ stack, from: run.from, count: run.count, current: run.current }));
}

function portionsOf({ reward }: ManualDiscount, slices: readonly Slice[]): Portion[] {
  if (reward.kind === 'amount') return amountOffAll(reward.amount, slices).filter((portion) => portion.discount > 0);
  return byStack(slices)
    .map((group) => {
      const amount = amountOf(group);
      const off = Math.min(amount, multiplyRounded(amount, reward.basisPoints, 10_000));
      return { slices: group, repeat: 1, discount: off };
    })
    .filter((portion) => portion.discount > 0);
}
