/** A step that is tried in many combinations does its work again only where the goods that it changes have changed. */

import { refuseLate } from '../promotions/apply-promotion.ts';
import type { Outcome } from '../promotions/outcome.ts';
import type { CompiledPromotion } from './compile-rule-set.ts';
import type { Pricing, ShippingState } from './pricing.ts';
import type { Step } from './run-steps.ts';
import type { Part, Run, Stack } from './stacks.ts';

type Remembered = {
  readonly before: readonly (readonly Run[])[];
  readonly after: readonly (readonly Run[])[];
  readonly shippingBefore: ShippingState | null;
  readonly shippingAfter: ShippingState | null;
  readonly outcome: Outcome;
};

/** Combinations beside each other share most of their states, and an older state seldom comes back. */
const rememberedMost = 8;

/**
 * Runs are never changed, only replaced, so the same runs are the same state. A condition about amounts may look at much
 * more goods than the action, and is cheap: it is checked each time.
 */
export function rememberStep(pricing: Pricing, step: Step): Step {
  const { candidate } = step;
  const isShipping = candidate.promotion.rule.action.kind === 'shipping';
  const memory: Remembered[] = [];
  let looked: readonly Stack[] | null = null;
  let next = 0;
  const run = (): Outcome => {
    const late = refuseLate(pricing, candidate);
    if (late) return late;
    looked ??= stacksLookedAt(pricing, candidate.promotion);
    for (let index = 0; index < memory.length; index += 1) {
      const known = memory[index];
      if (!known || (isShipping && known.shippingBefore !== pricing.shipping) || !isSame(looked, known.before))
        continue;
      putRuns(looked, known.after);
      if (isShipping) pricing.shipping = known.shippingAfter;
      return known.outcome;
    }
    const before = runsOf(looked);
    const shippingBefore = pricing.shipping;
    const outcome = step.run(pricing, true);
    if (!outcome.refusal) shareRuns(looked, before, memory);
    const after = outcome.refusal ? before : runsOf(looked);
    memory[next] = { before, after, shippingBefore, shippingAfter: pricing.shipping, outcome };
    next = (next + 1) % rememberedMost;
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

/** Gives a stack that came out as it once did the very runs of then, so that the steps behind know it again. */
function shareRuns(stacks: readonly Stack[], before: Remembered['before'], memory: readonly Remembered[]): void {
  for (let index = 0; index < stacks.length; index += 1) {
    const stack = stacks[index];
    if (!stack || stack.runs === before[index]) continue;
    for (const known of memory) {
      const runs = known.after[index];
      if (!runs || !areAlike(runs, stack.runs)) continue;
      stack.runs = runs;
      break;
    }
  }
}

function areAlike(some: readonly Run[], others: readonly Run[]): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index += 1) {
    const one = some[index];
    const other = others[index];
    if (one === other) continue;
    if (!one || !other || one.from !== other.from || one.count !== other.count) return false;
    if (one.current !== other.current || one.usedBy !== other.usedBy) return false;
    if (!areSameParts(one.parts, other.parts)) return false;
  }
  return true;
}

function areSameParts(one: Part | null, other: Part | null): boolean {
  if (one === other) return true;
  if (!one || !other || one.earlier !== other.earlier || one.source !== other.source) return false;
  return one.perUnit === other.perUnit && one.before === other.before;
}

function runsOf(stacks: readonly Stack[]): (readonly Run[])[] {
  const all: (readonly Run[])[] = [];
  for (const stack of stacks) all.push(stack.runs);
  return all;
}

function putRuns(stacks: readonly Stack[], runs: readonly (readonly Run[])[]): void {
  for (let index = 0; index < stacks.length; index += 1) {
    const stack = stacks[index];
    if (stack) stack.runs = runs[index] ?? stack.runs;
  }
}

/** What any filter of the action means, and what was added as its gift or add-on. */
function stacksLookedAt({ stacks, matches }: Pricing, { rule, goods }: CompiledPromotion): Stack[] {
  const looked: Stack[] = [];
  for (const filter of goods) {
    const isFirst = looked.length === 0;
    for (const index of matches[filter] ?? []) {
      const stack = stacks[index];
      if (stack && (isFirst || !looked.includes(stack))) looked.push(stack);
    }
  }
  if (rule.action.kind !== 'gift' && rule.action.kind !== 'add_on') return looked;
  for (const stack of stacks) if (stack.reservedFor === rule.id && !looked.includes(stack)) looked.push(stack);
  return looked;
}
