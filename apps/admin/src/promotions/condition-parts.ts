// A condition tells who gets a promotion and what must hold; the sentence shows the two apart, the tree is one.
import { type Condition, isGroup, type SingleCondition } from './definition.ts';

export const whoKinds = [
  'member',
  'tier',
  'member_tag',
  'birthday',
  'birthday_month',
  'nth_order',
  'referred',
] as const;
export type WhoKind = (typeof whoKinds)[number];
export type WhoCondition = Extract<SingleCondition, { kind: WhoKind }>;

export interface ConditionParts {
  /** Null: everybody. */
  readonly who: WhoCondition | null;
  /** What else must hold, all of it. */
  readonly rest: readonly Condition[];
}

const isWho = (condition: Condition): condition is WhoCondition =>
  (whoKinds as readonly string[]).includes(condition.kind);

/** Who, and what else: the first condition about the shopper on the top level is who. */
export function partsOf(condition: Condition | null): ConditionParts {
  const all = condition === null ? [] : condition.kind === 'all' ? condition.of : [condition];
  const who = all.find(isWho) ?? null;
  return { who, rest: all.filter((one) => one !== who) };
}

/** The one tree of both. */
export function conditionOf({ who, rest }: ConditionParts): Condition | null {
  const all = who ? [who, ...rest] : rest;
  const [first] = all;
  if (!first) return null;
  return all.length === 1 ? first : { kind: 'all', of: all };
}

/** May it stand beside another condition? Groups nest two deep, so one that holds groups has to stay on top. */
export function mayStandBeside(condition: Condition | null): boolean {
  if (!condition || condition.kind === 'all' || !isGroup(condition)) return true;
  return !condition.of.some(isGroup);
}
