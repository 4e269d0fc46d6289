/** The next instant at which a price may be another without anybody doing anything. */

import type { Condition } from '../promotions/condition.ts';
import type { CompiledPromotion } from './compile-rule-set.ts';
import type { Pricing } from './pricing.ts';
import { scheduleState, stateAt } from './schedule-state.ts';
import { instantOfWall, wallAt } from './zone-time.ts';

const day = 86_400_000;
const week = 7 * day;
const never = Number.POSITIVE_INFINITY;

/** Edges of schedules and hours, and midnight where a day counts; milliseconds of UTC, Infinity for never. */
export function changeOf(pricing: Pricing, relevant: readonly CompiledPromotion[]): number {
  let next = never;
  for (const { price } of pricing.stacks) next = Math.min(next, price.until);
  for (const promotion of relevant) next = Math.min(next, promotionChange(pricing, promotion));
  return next;
}

/** The same for one promotion. What starts in more than a week is first told of a week before. */
export function promotionChange(
  { instant, timeZone, context }: Pick<Pricing, 'instant' | 'timeZone' | 'context'>,
  { rule, clock }: CompiledPromotion,
): number {
  const { reason, until } = stateAt(clock, timeZone, instant);
  if (reason === 'not_started') return until - week > instant ? until - week : until;
  let next = until;
  if (rule.condition) next = Math.min(next, conditionChange(rule.condition, timeZone, instant));
  const isDayCounted = rule.limits.usesPerDay !== null && (context.usage[rule.id]?.usesToday ?? 0) > 0;
  return isDayCounted ? Math.min(next, nextMidnight(timeZone, instant)) : next;
}

function conditionChange(condition: Condition, timeZone: string, instant: number): number {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return Math.min(...condition.of.map((one) => conditionChange(one, timeZone, instant)));
    case 'time':
      return scheduleState(condition.schedule, timeZone, instant).until;
    case 'birthday':
    case 'birthday_month':
      return nextMidnight(timeZone, instant);
    default:
      return never;
  }
}

function nextMidnight(timeZone: string, instant: number): number {
  const today = Math.floor(wallAt(instant, timeZone) / day) * day;
  return instantOfWall(today + day, timeZone);
}
