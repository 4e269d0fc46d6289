/** A rule set made ready to price with: promotions in order, filters indexed, codes looked up. Done once for each set. */

import type { Action } from '../promotions/action.ts';
import { isPlain } from '../promotions/apply-plain.ts';
import type { Condition } from '../promotions/condition.ts';
import { canObject } from '../promotions/conflicts.ts';
import { type FilterIndex, indexFilters } from '../promotions/filter-index.ts';
import type { ItemFilter } from '../promotions/item-filter.ts';
import { type Promotion, phases } from '../promotions/promotion.ts';
import type { PricingSettings, RuleSet } from './rule-set.ts';
import { type Clock, clockOf } from './schedule-state.ts';

export type CompiledPromotion = {
  readonly rule: Promotion;
  /** Its place in the order of application, which is also its number as a source of discounts. */
  readonly index: number;
  /** Numbers of the filters whose goods make the promotion worth looking at. */
  readonly goods: readonly number[];
  /** Numbers of all its filters, those of its condition included. */
  readonly filters: readonly number[];
  readonly clock: Clock | null;
  readonly isLimited: boolean;
  readonly canObject: boolean;
  /** The condition looks at amounts that earlier promotions change. */
  readonly isConditionLate: boolean;
  /** It can be applied to each line for itself. */
  readonly isPlain: boolean;
};

export type CompiledRuleSet = {
  readonly ruleSet: RuleSet;
  readonly promotions: readonly CompiledPromotion[];
  readonly byId: ReadonlyMap<string, CompiledPromotion>;
  /** By normalised shared code, in order of application. */
  readonly byCode: ReadonlyMap<string, readonly { readonly promotion: CompiledPromotion; readonly code: string }[]>;
  readonly filters: FilterIndex;
};

const compiledSets = new WeakMap<RuleSet, CompiledRuleSet>();

/** The same rule set object is compiled once; it must not be changed afterwards. */
export function compileRuleSet(ruleSet: RuleSet): CompiledRuleSet {
  const known = compiledSets.get(ruleSet);
  if (known) return known;
  const ordered = [...ruleSet.promotions].sort(inOrder);
  const filters = indexFilters(ordered.flatMap(filtersOf));
  const promotions = ordered.map((rule, index) => compilePromotion(rule, index, filters, ruleSet.settings));
  const made = {
    ruleSet,
    promotions,
    byId: new Map(promotions.map((promotion) => [promotion.rule.id, promotion])),
    byCode: codesOf(promotions),
    filters,
  };
  compiledSets.set(ruleSet, made);
  return made;
}

/** Codes are compared without case and without outer blanks. */
export function normaliseCode(code: string): string {
  return code.trim().toUpperCase();
}

/** By phase, then the lower priority number, then the id. */
export function inOrder(a: Promotion, b: Promotion): number {
  return phases.indexOf(a.phase) - phases.indexOf(b.phase) || byPriority(a, b);
}

export function byPriority(a: Promotion, b: Promotion): number {
  return a.priority - b.priority || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function compilePromotion(
  rule: Promotion,
  index: number,
  filters: FilterIndex,
  { percentRounding }: PricingSettings,
): CompiledPromotion {
  return {
    rule,
    index,
    goods: goodsOf(rule.action).map((filter) => filters.idOf.get(filter) ?? -1),
    filters: [...new Set(filtersOf(rule).map((filter) => filters.idOf.get(filter) ?? -1))],
    clock: rule.schedule && clockOf(rule.schedule),
    isLimited: Object.values(rule.limits).some((limit) => limit !== null),
    canObject: canObject(rule),
    isConditionLate: rule.condition !== null && isLate(rule.condition),
    isPlain: isPlain(rule, percentRounding === 'unit'),
  };
}

function isLate(condition: Condition): boolean {
  if (condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none')
    return condition.of.some(isLate);
  return condition.kind === 'spend' && condition.measured === 'current';
}

/** The filters of an action; goods in any of them make it worth looking at. */
export function goodsOf(action: Action): ItemFilter[] {
  switch (action.kind) {
    case 'set':
      return action.parts.map((part) => part.items);
    case 'buy_get':
      return [action.buy.items, action.get.items];
    case 'shipping':
      return [];
    default:
      return [action.items];
  }
}

function filtersOf(promotion: Promotion): ItemFilter[] {
  return [...goodsOf(promotion.action), ...(promotion.condition ? filtersIn(promotion.condition) : [])];
}

function filtersIn(condition: Condition): ItemFilter[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.flatMap(filtersIn);
    case 'spend':
    case 'quantity':
    case 'contains':
      return [condition.items];
    default:
      return [];
  }
}

function codesOf(promotions: readonly CompiledPromotion[]) {
  const byCode = new Map<string, { promotion: CompiledPromotion; code: string }[]>();
  for (const promotion of promotions) {
    const { trigger } = promotion.rule;
    if (trigger.kind !== 'code') continue;
    for (const code of trigger.sharedCodes) {
      const key = normaliseCode(code);
      byCode.set(key, [...(byCode.get(key) ?? []), { promotion, code: code.trim() }]);
    }
  }
  return byCode;
}
