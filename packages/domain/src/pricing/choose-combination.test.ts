import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areInConflict } from '../promotions/conflicts.ts';
import { allItems } from '../promotions/item-filter.ts';
import type { Promotion } from '../promotions/promotion.ts';
import type { PricingLine } from './basket.ts';
import { chooseCombination, exactMost } from './choose-combination.ts';
import { byPriority, compileRuleSet } from './compile-rule-set.ts';
import { findCandidates } from './find-candidates.ts';
import { startPricing } from './price-basket.ts';
import { defaultPricingSettings } from './rule-set.ts';
import { type Step, stepsOf } from './run-steps.ts';
import {
  context,
  lineOf,
  plainPromotion,
  price,
  rulesOf,
  someLines,
  somePromotion,
} from './testing/arbitrary-baskets.ts';

const someRival = fc
  .record({
    promotion: somePromotion,
    exclusive: fc.constantFrom('none' as const, 'group' as const, 'phase' as const, 'all' as const),
    stackGroup: fc.constantFrom(null, 'g', 'h'),
    combinesWith: fc.option(fc.subarray(['p0', 'p1', 'p2', 'g']), { freq: 4 }),
    priority: fc.nat(3),
  })
  .map(({ promotion, ...rest }): Promotion => ({ ...promotion, ...rest }));
const someRivals = (minLength: number, maxLength: number) =>
  fc
    .array(someRival, { minLength, maxLength })
    .map((all) => all.map((one, index): Promotion => ({ ...one, id: `p${index}` })));

/** Every combination in which nobody objects to anybody. */
function peacefulCombinations(promotions: readonly Promotion[]): Promotion[][] {
  let all: Promotion[][] = [[]];
  for (const promotion of promotions) {
    const wider = all.filter((one) => one.every((other) => !areInConflict(promotion, other)));
    all = [...all, ...wider.map((one) => [...one, promotion])];
  }
  return all;
}

function candidatesOf(lines: readonly PricingLine[], promotions: readonly Promotion[]) {
  const compiled = compileRuleSet(rulesOf(promotions, defaultPricingSettings, true));
  const pricing = startPricing({ lines, shipping: null }, compiled, context);
  return { pricing, candidates: findCandidates(pricing, new Map()).candidates };
}

test('of up to eight promotions that exclude each other the choice is the best of all combinations', () => {
  fc.assert(
    fc.property(someLines(), someRivals(2, 8), (lines, promotions) => {
      const leftBy = (some: readonly Promotion[]) =>
        price(lines, rulesOf(some, defaultPricingSettings, true)).totals.totalAmount;

      const chosen = price(lines, rulesOf(promotions, defaultPricingSettings, true));

      // What no goods of the basket are meant by stands in nobody's way.
      const touching = candidatesOf(lines, promotions).candidates.map(({ promotion }) => promotion.rule);
      const isContender = (one: Promotion) => touching.some((other) => other !== one && areInConflict(one, other));
      const always = touching.filter((one) => !isContender(one));
      const combinations = peacefulCombinations(touching.filter(isContender));
      expect(chosen.totals.totalAmount).toBe(Math.min(...combinations.map((some) => leftBy([...some, ...always]))));
      const applied = chosen.applied.map(({ promotionId }) => promotions.find((one) => one.id === promotionId));
      for (const one of applied) {
        for (const other of applied) expect(one && other && one !== other && areInConflict(one, other)).not.toBe(true);
      }
    }),
    { numRuns: 500 },
  );
}, 60_000);

/** How often a promotion is applied until the choice is made. */
function evaluationsOf(lines: readonly PricingLine[], promotions: readonly Promotion[]): number {
  const { pricing, candidates } = candidatesOf(lines, promotions);
  let evaluations = 0;
  const counted = ({ candidate, run }: Step): Step => ({
    candidate,
    run: (on) => {
      evaluations += 1;
      return run(on);
    },
  });
  chooseCombination(pricing, stepsOf(candidates).map(counted));
  return evaluations;
}

/** Each promotion once for each combination of those before it. */
const most = 2 ** exactMost - 1;

test('twelve promotions of any exclusiveness are chosen from in a bounded number of evaluations', () => {
  fc.assert(
    fc.property(someLines(), someRivals(exactMost, exactMost), (lines, promotions) => {
      expect(evaluationsOf(lines, promotions)).toBeLessThanOrEqual(most);
    }),
    { numRuns: 200 },
  );
}, 60_000);

const shelf = ['c0', 'c1', 'c2'].map((category, index) => lineOf(`v${index}`, 9900, 2000, category, [], null));

function percentages(count: number, exclusiveOf: (index: number) => Promotion['exclusive']): Promotion[] {
  return Array.from({ length: count }, (_, index) => ({
    ...plainPromotion,
    id: `p${index}`,
    exclusive: exclusiveOf(index),
    action: { kind: 'percent_off', basisPoints: 100 + index, items: allItems, units: { which: 'all' } },
  }));
}

test('one promotion that excludes eleven others makes the most combinations, twelve that exclude each other the fewest', () => {
  const one = evaluationsOf(
    shelf,
    percentages(exactMost, (index) => (index === 0 ? 'all' : 'none')),
  );
  expect(one).toBeLessThanOrEqual(most / 2 + 1);
  const all = evaluationsOf(
    shelf,
    percentages(exactMost, () => 'all'),
  );
  expect(all).toBe(exactMost);
});

test('beyond twelve the evaluations grow with the square of the number of promotions', () => {
  for (const count of [exactMost + 1, 30, 60]) {
    const evaluations = evaluationsOf(
      shelf,
      percentages(count, (index) => (index % 3 === 0 ? 'all' : 'none')),
    );
    expect(evaluations).toBeLessThanOrEqual(2 * (count + 1) * count);
  }
});

/** What each gives alone, the most first, and of these all that nobody objects to. */
function greedyStart(lines: readonly PricingLine[], promotions: readonly Promotion[]): Promotion[] {
  const touching = candidatesOf(lines, promotions).candidates.map(({ promotion }) => promotion.rule);
  const isContender = (one: Promotion) => touching.some((other) => other !== one && areInConflict(one, other));
  const always = touching.filter((one) => !isContender(one));
  const alone = touching.filter(isContender).map((one) => {
    const priced = price(lines, rulesOf([...always, one], defaultPricingSettings, true));
    return {
      one,
      left: priced.totals.totalAmount,
      isGiving: priced.applied.some(({ promotionId }) => promotionId === one.id),
    };
  });
  const kept: Promotion[] = [];
  for (const { one, isGiving } of alone.sort((a, b) => a.left - b.left || byPriority(a.one, b.one))) {
    if (isGiving && kept.every((other) => !areInConflict(one, other))) kept.push(one);
  }
  return [...always, ...kept];
}

test('beyond twelve the choice is never worse than to take the best one by one', () => {
  fc.assert(
    fc.property(someLines(), someRivals(exactMost + 1, 18), (lines, promotions) => {
      const leftBy = (some: readonly Promotion[]) =>
        price(lines, rulesOf(some, defaultPricingSettings, true)).totals.totalAmount;

      const chosen = price(lines, rulesOf(promotions, defaultPricingSettings, true));
      expect(chosen.totals.totalAmount).toBeLessThanOrEqual(leftBy(greedyStart(lines, promotions)));
      const applied = chosen.applied.map(({ promotionId }) => promotions.find((one) => one.id === promotionId));
      for (const one of applied) {
        for (const other of applied) expect(one && other && one !== other && areInConflict(one, other)).not.toBe(true);
      }
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('beyond twelve promotions of any exclusiveness are chosen from in a bounded number of evaluations', () => {
  fc.assert(
    fc.property(someLines(), someRivals(exactMost + 1, 24), (lines, promotions) => {
      // Once alone and once as the one that pushes its rivals aside, with the start and what is only offered.
      const count = promotions.length;
      expect(evaluationsOf(lines, promotions)).toBeLessThanOrEqual(Math.max(most, 2 * (count + 2) * count));
    }),
    { numRuns: 200 },
  );
}, 60_000);
