/** The pipeline: promotions phase by phase, with what a cashier takes off by hand in its place. */

import { applyPromotion } from '../promotions/apply-promotion.ts';
import type { Candidate } from '../promotions/candidate.ts';
import type { Outcome } from '../promotions/outcome.ts';
import { phases } from '../promotions/promotion.ts';
import type { Pricing } from './pricing.ts';
import { takeBasketDiscount, takeLineDiscounts } from './take-manual-discount.ts';

/**
 * `run` changes the basket; `isHeld` says that a condition about amounts was just found to hold. Steps without a candidate
 * are always taken.
 */
export type Step = {
  readonly candidate: Candidate | null;
  readonly run: (pricing: Pricing, isHeld?: boolean) => Outcome | null;
};

/** Candidates come in the order of application. */
export function stepsOf(pricing: Pricing, candidates: readonly Candidate[]): Step[] {
  const steps: Step[] = [];
  let next = 0;
  for (const phase of phases) {
    for (; candidates[next]?.promotion.rule.phase === phase; next += 1) {
      const candidate = candidates[next] as Candidate;
      steps.push({ candidate, run: (on, isHeld) => applyPromotion(on, candidate, isHeld) });
    }
    if (phase === 'line' && pricing.stacks.some((stack) => stack.goods.manualDiscount)) {
      steps.push({ candidate: null, run: manual(takeLineDiscounts) });
    }
    if (phase === 'coupon' && pricing.context.manualDiscount) {
      steps.push({ candidate: null, run: manual(takeBasketDiscount) });
    }
  }
  return steps;
}

function manual(take: (pricing: Pricing) => void): Step['run'] {
  return (pricing) => {
    take(pricing);
    return null;
  };
}
