/** Of promotions that exclude each other, finds those that stay: the best for the shopper, or by priority. */

import { areInConflict } from '../promotions/conflicts.ts';
import type { Outcome } from '../promotions/outcome.ts';
import { byPriority } from './compile-rule-set.ts';
import { type Pricing, restore, type Snapshot, takeSnapshot } from './pricing.ts';
import { rememberStep } from './remember-step.ts';
import type { Step } from './run-steps.ts';
import { currentOf } from './stacks.ts';

/** Up to so many contenders every combination is tried; beyond, the best are added one by one and then swapped. */
export const exactMost = 12;

export type Choice = {
  /** What came of each step, by its place; null for steps that stay out. */
  readonly outcomes: readonly (Outcome | null)[];
  /** The contenders that would have given something, had their rivals not been there. */
  readonly able: ReadonlySet<number>;
  /** For each contender the contenders that it cannot stand beside. */
  readonly rivals: ReadonlyMap<number, readonly number[]>;
};

/** Takes the steps of the best combination: the basket is priced afterwards. */
export function chooseCombination(pricing: Pricing, steps: readonly Step[]): Choice {
  const rivals = findRivals(steps);
  if (rivals.size === 0) return { outcomes: steps.map((step) => step.run(pricing)), able: new Set(), rivals };
  const chooser: Chooser = {
    pricing,
    steps: steps.map((step) => rememberStep(pricing, step)),
    rivals,
    start: takeSnapshot(pricing),
    able: new Set(),
  };
  const contenders = [...rivals.keys()];
  const isByPriority = pricing.compiled.ruleSet.settings.exclusiveChoice === 'priority';
  const best = isByPriority
    ? takeByPriority(chooser, contenders)
    : contenders.length <= exactMost
      ? findBest(chooser)
      : growAndSwap(chooser, contenders);
  const end = contenders.length <= exactMost && !isByPriority ? best : withOffers(chooser, contenders, best);
  restore(pricing, end.end);
  return { outcomes: end.outcomes, able: chooser.able, rivals };
}

type Chooser = {
  readonly pricing: Pricing;
  readonly steps: readonly Step[];
  readonly rivals: ReadonlyMap<number, readonly number[]>;
  readonly start: Snapshot;
  readonly able: Set<number>;
};

function findRivals(steps: readonly Step[]): Map<number, number[]> {
  const rivals = new Map<number, number[]>();
  const add = (place: number, other: number) => {
    const known = rivals.get(place);
    if (known) known.push(other);
    else rivals.set(place, [other]);
  };
  steps.forEach((step, place) => {
    const { candidate } = step;
    if (!candidate.promotion.canObject) return;
    steps.forEach(({ candidate: other }, otherPlace) => {
      if (other === candidate || (other.promotion.canObject && otherPlace < place)) return;
      if (!areInConflict(candidate.promotion.rule, other.promotion.rule)) return;
      add(place, otherPlace);
      add(otherPlace, place);
    });
  });
  return new Map([...rivals].sort(([a], [b]) => a - b));
}

/** What is left to pay, in the price mode. */
function leftToPay({ stacks, shipping }: Pricing): number {
  let sum = shipping?.current ?? 0;
  for (const stack of stacks) sum += currentOf(stack);
  return sum;
}

type Best = {
  readonly left: number;
  /** The contenders that give something. */
  readonly kept: readonly number[];
  readonly outcomes: readonly (Outcome | null)[];
  readonly end: Snapshot;
};

/**
 * Walks through all combinations in the order of application; combinations that begin alike share their beginning. A
 * promotion that gives nothing where it stands takes nobody's place.
 */
function findBest(chooser: Chooser): Best {
  const { pricing, steps, rivals, able } = chooser;
  const outcomes: (Outcome | null)[] = steps.map(() => null);
  let best: Best | null = null;
  const walk = (from: number, kept: readonly number[]) => {
    for (let place = from; place < steps.length; place += 1) {
      const own = rivals.get(place);
      outcomes[place] = null;
      if (own?.some((other) => kept.includes(other))) continue;
      const before = own ? takeSnapshot(pricing) : null;
      const outcome = steps[place]?.run(pricing) ?? null;
      outcomes[place] = outcome;
      if (!before || !isGiving(outcome)) continue;
      able.add(place);
      walk(place + 1, [...kept, place]);
      restore(pricing, before);
      outcomes[place] = null;
    }
    const left = leftToPay(pricing);
    if (best && (left > best.left || !isBetter(chooser, { left, kept }, best))) return;
    best = { left, kept, outcomes: [...outcomes], end: takeSnapshot(pricing) };
  };
  walk(0, []);
  return best ?? tryOut(chooser, new Set());
}

function isGiving(outcome: Outcome | null | undefined): boolean {
  return (outcome?.amount ?? 0) > 0;
}

type Result = Pick<Best, 'left' | 'kept'>;

function isBetter({ steps }: Chooser, a: Result, b: Result): boolean {
  if (a.left !== b.left) return a.left < b.left;
  const ranked = (kept: readonly number[]) =>
    kept.flatMap((place) => steps[place]?.candidate.promotion.rule ?? []).sort(byPriority);
  const mine = ranked(a.kept);
  const theirs = ranked(b.kept);
  for (let index = 0; index < Math.min(mine.length, theirs.length); index += 1) {
    const one = mine[index];
    const other = theirs[index];
    if (one && other && one !== other) return byPriority(one, other) < 0;
  }
  return mine.length < theirs.length;
}

/** What comes of exactly these contenders. */
function tryOut({ pricing, steps, rivals, start, able }: Chooser, kept: ReadonlySet<number>): Best {
  restore(pricing, start);
  const outcomes = steps.map((step, place) => (rivals.has(place) && !kept.has(place) ? null : step.run(pricing)));
  const giving = [...kept].filter((place) => isGiving(outcomes[place]));
  for (const place of giving) able.add(place);
  return { left: leftToPay(pricing), kept: giving, outcomes, end: takeSnapshot(pricing) };
}

function takeByPriority(chooser: Chooser, contenders: readonly number[]): Best {
  let best = tryOut(chooser, new Set());
  for (const place of inPriorityOrder(chooser, contenders)) {
    const kept = new Set(best.kept);
    if (isShutOut(chooser, place, kept)) tryOut(chooser, new Set([place]));
    else {
      const wider = tryOut(chooser, kept.add(place));
      if (wider.kept.includes(place)) best = wider;
    }
  }
  return best;
}

function inPriorityOrder({ steps }: Chooser, places: readonly number[]): number[] {
  const ruleOf = (place: number) => steps[place]?.candidate.promotion.rule;
  return [...places].sort((a, b) => {
    const one = ruleOf(a);
    const other = ruleOf(b);
    return one && other ? byPriority(one, other) : 0;
  });
}

/** A gift or add-on that nobody chose yet gives nothing and takes nobody's place, but it is offered. */
function withOffers(chooser: Chooser, contenders: readonly number[], best: Best): Best {
  const kept = new Set(best.kept);
  const waiting = contenders.filter((place) => {
    const kind = chooser.steps[place]?.candidate.promotion.rule.action.kind;
    return (kind === 'gift' || kind === 'add_on') && !kept.has(place) && !isShutOut(chooser, place, kept);
  });
  if (waiting.length === 0) return best;
  const tried = tryOut(chooser, new Set([...kept, ...waiting]));
  const offering = waiting.filter((place) => tried.outcomes[place]?.offer);
  const offered = tryOut(chooser, new Set([...kept, ...offering]));
  return offered.kept.length === best.kept.length && offered.left === best.left ? offered : best;
}

function isShutOut({ rivals }: Chooser, place: number, kept: ReadonlySet<number>): boolean {
  return rivals.get(place)?.some((other) => kept.has(other)) === true;
}

/** Adds contenders by what each gives alone, then lets every one left out push its rivals aside where that is better. */
function growAndSwap(chooser: Chooser, contenders: readonly number[]): Best {
  const alone = new Map(contenders.map((place) => [place, tryOut(chooser, new Set([place]))]));
  const order = inPriorityOrder(chooser, contenders)
    .filter((place) => (alone.get(place)?.kept.length ?? 0) > 0)
    .sort((a, b) => (alone.get(a)?.left ?? 0) - (alone.get(b)?.left ?? 0));
  const fill = (from: Set<number>) => {
    const filled = new Set(from);
    for (const place of order) if (!filled.has(place) && !isShutOut(chooser, place, filled)) filled.add(place);
    return filled;
  };
  let kept = fill(new Set());
  let best = tryOut(chooser, kept);
  for (const place of order) {
    if (kept.has(place)) continue;
    const others = [...kept].filter((other) => !chooser.rivals.get(place)?.includes(other));
    const swapped = fill(new Set([...others, place]));
    const result = tryOut(chooser, swapped);
    if (isBetter(chooser, result, best)) {
      best = result;
      kept = swapped;
    }
  }
  return best;
}
