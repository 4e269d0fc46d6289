/** The pipeline: promotions phase by phase. */

import { applyPromotion } from '../promotions/apply-promotion.ts';
import type { Candidate } from '../promotions/candidate.ts';
import type { Outcome } from '../promotions/outcome.ts';
import type { Pricing } from './pricing.ts';

/** `run` changes the basket; `isHeld` says that a condition about amounts was just found to hold. */
export type Step = {
  readonly candidate: Candidate;
  readonly run: (pricing: Pricing, isHeld?: boolean) => Outcome;
};

/** Candidates come in the order of application, and so do their steps. */
export function stepsOf(candidates: readonly Candidate[]): Step[] {
  return candidates.map((candidate) => ({
    candidate,
    run: (on, isHeld) => applyPromotion(on, candidate, isHeld),
  }));
}
