/** What a cashier takes off by hand. */

import { multiplyRounded } from '../money/round.ts';
import { takeOff } from '../promotions/apply-promotion.ts';
import type { Portion } from '../promotions/candidate.ts';
import { amountOffAll } from '../promotions/rewards.ts';
import { amountOf, byStack, type Slice } from '../promotions/slices.ts';
import type { ManualDiscount } from './basket.ts';
import type { Pricing } from './pricing.ts';
import type { Stack } from './stacks.ts';

/** Sources of discounts below zero are no promotions. */
export const manualSource = -1;

/** On the lines, after the promotions of the line phase. */
export function takeLineDiscounts(pricing: Pricing): void {
  for (const stack of pricing.stacks) {
    const { manualDiscount } = stack.goods;
    if (manualDiscount) takeOff(portionsOf(manualDiscount, slicesOf(stack)), manualSource);
  }
}

/** On the whole basket, after every promotion on goods; gift cards stay what they are. */
export function takeBasketDiscount(pricing: Pricing): void {
  const { manualDiscount } = pricing.context;
  if (!manualDiscount) return;
  const slices = pricing.stacks.filter((stack) => !stack.goods.isExcluded).flatMap(slicesOf);
  takeOff(portionsOf(manualDiscount, slices), manualSource - 1);
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
