/**
 * A percentage or an amount for each unit, on all units of its goods, without a limit of pieces or a budget: most
 * promotions of most shops. Each line stands for itself there, so they go straight to the stacks, in half the time.
 */

import { allocate } from '../money/allocate.ts';
import { multiplyRounded } from '../money/round.ts';
import { inPriceMode, type Pricing } from '../pricing/pricing.ts';
import { spreadOverUnits } from '../pricing/spread.ts';
import { currentOf, type Run, type Stack } from '../pricing/stacks.ts';
import type { Action } from './action.ts';
import type { Candidate } from './candidate.ts';
import { goodsMeant } from './check-condition.ts';
import { type Outcome, refused } from './outcome.ts';
import type { Promotion } from './promotion.ts';
import { refusal } from './refusal.ts';
import { scaled } from './rewards.ts';
import { whyNoGoods } from './slices.ts';

type Plain = Action & { kind: 'percent_off' | 'amount_off' };

/** Gives the same as planning it would: a limit of pieces that nothing reaches makes it not plain and changes nothing. */
export function isPlain({ action, limits, phase, excludeDiscounted }: Promotion, isRoundedByUnit: boolean): boolean {
  if (phase === 'set' || excludeDiscounted || limits.pieces !== null || limits.budgetAmount !== null) return false;
  if (action.kind === 'percent_off') return action.units.which === 'all' && !isRoundedByUnit;
  const isEach = action.kind === 'amount_off' && action.units.which === 'all' && action.per === 'unit';
  return isEach && limits.maxAmountPerOrder === null;
}

export function applyPlain(pricing: Pricing, candidate: Candidate): Outcome {
  const { rule } = candidate.promotion;
  const action = rule.action as Plain;
  const taken: Taken = { source: candidate.promotion.index, amount: 0, pieces: 0, isAtFloor: false };
  const meant = goodsMeant(pricing, action.items);
  const stacks = rule.phase === 'line' ? meant.filter((stack) => stack.goods.overrideUnitAmount === null) : meant;
  if (stacks.length === 0) return refused(whyNoGoods(pricing, candidate, action.items));
  if (action.kind === 'percent_off') takePercent(taken, stacks, candidate, action.basisPoints);
  else {
    for (const stack of stacks) {
      const each = scaled(stack, inPriceMode(pricing, action.amount, [stack]));
      takeEach(taken, stack, rule.breaksFloor ? 0 : stack.floor, each);
    }
  }
  const { amount, pieces, isAtFloor } = taken;
  if (amount > 0) return { amount, times: 1, pieces, offer: null, refusal: null };
  return refused(refusal(isAtFloor ? 'floor_reached' : 'already_discounted'));
}

type Taken = { readonly source: number; amount: number; pieces: number; isAtFloor: boolean };

/** Rounded once for all units of a stack; where the order's cap is passed, the stacks share the cap. */
function takePercent(taken: Taken, stacks: readonly Stack[], candidate: Candidate, basisPoints: number): void {
  const { base, breaksFloor } = candidate.promotion.rule;
  const floorOf = (stack: Stack) => (breaksFloor ? 0 : stack.floor);
  const offs: number[] = [];
  let sum = 0;
  for (const stack of stacks) {
    const left = currentOf(stack);
    const from = base === 'original' ? stack.unitAmount * stack.units : left;
    const wanted = Math.min(multiplyRounded(from, basisPoints, 10_000), left);
    const off = Math.min(wanted, roomOf(stack, floorOf(stack)));
    if (off < wanted) taken.isAtFloor = true;
    offs.push(off);
    sum += off;
  }
  const shares = sum > candidate.amountMost ? allocate(candidate.amountMost, offs) : offs;
  for (let index = 0; index < stacks.length; index += 1) {
    const stack = stacks[index];
    const off = shares[index] ?? 0;
    if (stack && off > 0) takeShare(taken, stack, floorOf(stack), off);
  }
}

function roomOf({ runs }: Stack, floor: number): number {
  let room = 0;
  for (const run of runs) room += Math.max(0, run.current - floor) * run.count;
  return room;
}

function takeShare(taken: Taken, stack: Stack, floor: number, off: number): void {
  const { runs } = stack;
  const shares = spreadOverUnits(off, runs, 1, (run) => Math.max(0, run.current - floor));
  const made: Run[] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const run = runs[index] as Run;
    const { perUnit, extra } = shares[index] ?? { perUnit: 0, extra: 0 };
    if (extra > 0) made.push(cheaper(run, run.from, extra, perUnit + 1, taken.source));
    if (extra < run.count) made.push(cheaper(run, run.from + extra, run.count - extra, perUnit, taken.source));
    taken.pieces += perUnit > 0 ? run.count : extra;
  }
  stack.runs = made;
  taken.amount += off;
}

function takeEach(taken: Taken, stack: Stack, floor: number, amount: number): void {
  const made: Run[] = [];
  const before = taken.amount;
  for (const run of stack.runs) {
    const wanted = Math.min(amount, run.current);
    const off = Math.min(wanted, Math.max(0, run.current - floor));
    if (off < wanted) taken.isAtFloor = true;
    if (off > 0) {
      made.push(cheaper(run, run.from, run.count, off, taken.source));
      taken.amount += off * run.count;
      taken.pieces += run.count;
    } else made.push(run);
  }
  if (taken.amount > before) stack.runs = made;
}

function cheaper(run: Run, from: number, count: number, perUnit: number, source: number): Run {
  const parts = { source, perUnit, before: run.current, earlier: run.parts };
  return { from, count, current: run.current - perUnit, usedBy: run.usedBy, parts };
}
