// A promotion while it is written: its parts, and what goes together by nature.
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import type { Condition as AnyCondition } from '@tandem/domain/promotions/condition.ts';
import { allItems, type ItemFilter } from '@tandem/domain/promotions/item-filter.ts';
import { noLimits } from '@tandem/domain/promotions/promotion.ts';

export type Definition = PromotionBody;
export type Action = Definition['action'];
export type ActionKind = Action['kind'];
export type ActionOf<K extends ActionKind> = Extract<Action, { kind: K }>;
export type Reward = ActionOf<'buy_get'>['reward'];
export type Schedule = NonNullable<Definition['schedule']>;
export type Condition = AnyCondition;
export type ConditionKind = Condition['kind'];
export type SingleCondition = Exclude<Condition, { kind: 'all' | 'any' | 'none' }>;
export type GroupCondition = Extract<Condition, { kind: 'all' | 'any' | 'none' }>;
export type Filter = ItemFilter;
export type FilterPart = Exclude<keyof ItemFilter, 'except'>;

export const filterParts = ['categories', 'collections', 'products', 'variants', 'brands', 'tags'] as const;
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** The wire's filter type; the domain's is the same but for what may be written to. */
export type WireFilter = ActionOf<'percent_off'>['items'];

/** All goods. */
export const anything = allItems as WireFilter;

/** The step of pricing in which an action has its effect. */
export function phaseOf(action: Action): Definition['phase'] {
  switch (action.kind) {
    case 'shipping':
      return 'shipping';
    case 'gift':
      return 'gift';
    case 'spend_ladder':
      return 'order';
    case 'amount_off':
    case 'fixed_price':
      return action.per === 'order' ? 'order' : 'line';
    case 'percent_off':
    case 'quantity_breaks':
      return 'line';
    default:
      return 'set';
  }
}

/** A new promotion with this action; everything else as it is for most. */
export function draftOf(action: Action, rest: Partial<Definition> = {}): Definition {
  return {
    name: {},
    phase: phaseOf(action),
    priority: 100,
    stackGroup: null,
    exclusive: 'none',
    combinesWith: null,
    base: 'current',
    excludeDiscounted: false,
    schedule: null,
    channels: null,
    locations: null,
    trigger: { kind: 'automatic' },
    condition: null,
    action,
    limits: { ...noLimits },
    breaksFloor: false,
    ...rest,
  };
}

/** The definition with another action: the step follows, unless the two work in the same one. */
export function withAction(definition: Definition, action: Action): Definition {
  const before = phaseOf(definition.action);
  const phase = phaseOf(action);
  const isOwn = phase === 'shipping' || phase === 'gift';
  const wasOwn = before === 'shipping' || before === 'gift';
  return { ...definition, action, phase: phase === before && !isOwn && !wasOwn ? definition.phase : phase };
}

/** Does the filter name nothing, so that all goods count? */
export function isEverything(filter: Omit<Filter, 'except'>): boolean {
  return filterParts.every((part) => filter[part] === null);
}

export const isGroup = (condition: Condition): condition is GroupCondition =>
  condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'none';

/** What was stored, without its id: what can be written again. */
export function definitionOf<T extends { id: string }>({ id: _, ...definition }: T): Omit<T, 'id'> {
  return definition;
}
