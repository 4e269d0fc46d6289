/** A step that is tried in many combinations does its work again only where the goods that it looks at have changed. */

import type { Outcome } from '../promotions/apply-promotion.ts';
import type { CompiledPromotion } from './compile-rule-set.ts';
import type { Pricing, ShippingState } from './pricing.ts';
import type { Step } from './run-steps.ts';
import type { Run, Stack } from './stacks.ts';

type Remembered = {
  readonly before: readonly (readonly Run[])[];
  readonly after: readonly (readonly Run[])[];
  readonly shippingBefore: ShippingState | null;
  readonly shippingAfter: ShippingState | null;
  readonly outcome: Outcome | null;
};

/** Runs are never changed, only replaced, so the same runs are the same state. */
export function rememberStep(pricing: Pricing, step: Step): Step {
  const { candidate } = step;
  if (!candidate) return step;
  const isShipping = candidate.promotion.rule.action.kind === 'shipping';
  let looked: readonly Stack[] | null = null;
  let last: Remembered | null = null;
  const run = (): Outcome | null => {
    looked ??= stacksLookedAt(pricing, candidate.promotion);
    if (last && (!isShipping || last.shippingBefore === pricing.shipping) && isSame(looked, last.before)) {
      for (let index = 0; index < looked.length; index += 1) {
        const stack = looked[index];
        if (stack) stack.runs = last.after[index] ?? stack.runs;
      }
      if (isShipping) pricing.shipping = last.shippingAfter;
      return last.outcome;
    }
    const before = looked.map((stack) => stack.runs);
    const shippingBefore = pricing.shipping;
    const outcome = step.run(pricing);
    const after = looked.map((stack) => stack.runs);
    last = { before, after, shippingBefore, shippingAfter: pricing.shipping, outcome };
    return outcome;
  };
  return { candidate, run };
}

function isSame(stacks: readonly Stack[], runs: readonly (readonly Run[])[]): boolean {
  for (let index = 0; index < stacks.length; index += 1) {
    if (stacks[index]?.runs !== runs[index]) return false;
  }
  return true;
}

/** What any filter of the promotion means, and what was added as its gift or add-on. */
function stacksLookedAt({ stacks, matches }: Pricing, { rule, filters }: CompiledPromotion): Stack[] {
  const meant = new Set(filters.flatMap((filter) => matches[filter] ?? []));
  return stacks.filter((stack) => meant.has(stack.index) || stack.reservedFor === rule.id);
}
