/** Of promotions that exclude each other, finds those that stay: the best for the shopper, or by priority. */

import { areInConflict } from '../promotions/conflicts.ts';
import { byPriority } from './compile-rule-set.ts';
import { type Pricing, restore, takeSnapshot } from './pricing.ts';
import type { Step } from './run-steps.ts';
import { currentOf } from './stacks.ts';

/** Up to so many contenders every combination is tried; beyond, the best are added one by one and then swapped. */
export const exactMost = 12;

export type Choice = {
  /** The steps that stay out, by their place. */
  readonly out: ReadonlySet<number>;
  /** For each contender the contenders that it cannot stand beside. */
  readonly rivals: ReadonlyMap<number, readonly number[]>;
};

export function chooseCombination(pricing: Pricing, steps: readonly Step[]): Choice {
  const rivals = findRivals(steps);
  if (rivals.size === 0) return { out: new Set(), rivals };
  const chooser = { pricing, steps, rivals, start: takeSnapshot(pricing) };
  const contenders = [...rivals.keys()];
  const isByPriority = pricing.compiled.ruleSet.settings.exclusiveChoice === 'priority';
  const kept = isByPriority
    ? takeByPriority(chooser, contenders)
    : contenders.length <= exactMost
      ? findBest(chooser)
      : growAndSwap(chooser, contenders);
  restore(pricing, chooser.start);
  return { out: new Set(contenders.filter((place) => !kept.has(place))), rivals };
}

type Chooser = {
  readonly pricing: Pricing;
  readonly steps: readonly Step[];
  readonly rivals: ReadonlyMap<number, readonly number[]>;
  readonly start: ReturnType<typeof takeSnapshot>;
};

function findRivals(steps: readonly Step[]): Map<number, number[]> {
  const rivals = new Map<number, number[]>();
  const add = (place: number, other: number) => rivals.set(place, [...(rivals.get(place) ?? []), other]);
  steps.forEach((step, place) => {
    const { candidate } = step;
    if (!candidate?.promotion.canObject) return;
    steps.forEach(({ candidate: other }, otherPlace) => {
      if (!other || other === candidate || (other.promotion.canObject && otherPlace < place)) return;
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

type Best = { left: number; kept: readonly number[] };

/**
 * Walks through all combinations in the order of application; combinations that begin alike share their beginning. A
 * promotion that gives nothing where it stands takes nobody's place.
 */
function findBest(chooser: Chooser): Set<number> {
  const { pricing, steps, rivals } = chooser;
  let best: Best | null = null;
  const walk = (from: number, kept: readonly number[]) => {
    for (let place = from; place < steps.length; place += 1) {
      const own = rivals.get(place);
      const step = steps[place];
      if (!own) step?.run(pricing);
      else if (!own.some((other) => kept.includes(other))) {
        const before = takeSnapshot(pricing);
        const gives = (step?.run(pricing)?.amount ?? 0) > 0;
        if (!gives) {
          restore(pricing, before);
          continue;
        }
        walk(place + 1, [...kept, place]);
        restore(pricing, before);
      }
    }
    const result = { left: leftToPay(pricing), kept };
    if (!best || isBetter(chooser, result, best)) best = result;
  };
  walk(0, []);
  return new Set((best as Best | null)?.kept ?? []);
}

function isBetter({ steps }: Chooser, a: Best, b: Best): boolean {
  if (a.left !== b.left) return a.left < b.left;
  const ranked = (kept: readonly number[]) =>
    kept.flatMap((place) => steps[place]?.candidate?.promotion.rule ?? []).sort(byPriority);
  const mine = ranked(a.kept);
  const theirs = ranked(b.kept);
  for (let index = 0; index < Math.min(mine.length, theirs.length); index += 1) {
    const one = mine[index];
    const other = theirs[index];
    if (one && other && one !== other) return byPriority(one, other) < 0;
  }
  return mine.length < theirs.length;
}

/** What is left to pay with exactly these contenders, and which of them gave something. */
function tryOut({ pricing, steps, rivals, start }: Chooser, kept: ReadonlySet<number>): Best {
  restore(pricing, start);
  const giving: number[] = [];
  steps.forEach((step, place) => {
    if (rivals.has(place) && !kept.has(place)) return;
    const outcome = step.run(pricing);
    if (rivals.has(place) && (outcome?.amount ?? 0) > 0) giving.push(place);
  });
  return { left: leftToPay(pricing), kept: giving };
}

function takeByPriority(chooser: Chooser, contenders: readonly number[]): Set<number> {
  let kept = new Set<number>();
  for (const place of inPriorityOrder(chooser, contenders)) {
    if (isShutOut(chooser, place, kept)) continue;
    const wider = new Set([...kept, place]);
    if (tryOut(chooser, wider).kept.includes(place)) kept = wider;
  }
  return kept;
}

function inPriorityOrder({ steps }: Chooser, places: readonly number[]): number[] {
  const ruleOf = (place: number) => steps[place]?.candidate?.promotion.rule;
  return [...places].sort((a, b) => {
    const one = ruleOf(a);
    const other = ruleOf(b);
    return one && other ? byPriority(one, other) : 0;
  });
}

function isShutOut({ rivals }: Chooser, place: number, kept: ReadonlySet<number>): boolean {
  return rivals.get(place)?.some((other) => kept.has(other)) === true;
}

/** Adds contenders by what each gives alone, then lets every one left out push its rivals aside where that is better. */
function growAndSwap(chooser: Chooser, contenders: readonly number[]): Set<number> {
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
  return new Set(best.kept);
}
