/** Is the device's clock right? Promotions that begin and end by the clock are not given by one that is wrong. */
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Condition } from '@tandem/domain/promotions/condition.ts';

/** Further from the server's clock than this, the device's is wrong. */
const toleratedMs = 5 * 60_000;

/**
 * By how much the device's clock is ahead of the server's, in ms; 0 where that is within five minutes. `at` is the server's instant
 * (ISO) in an answer that was asked for and came at these times of the device: it was true somewhere between the two.
 */
export function clockError(at: string, askedMs: number, answeredMs: number): number {
  const server = Date.parse(at);
  const ahead = server < askedMs ? askedMs - server : server > answeredMs ? answeredMs - server : 0;
  return Math.abs(ahead) > toleratedMs ? ahead : 0;
}

const timeless = new WeakMap<RuleSet, RuleSet>();

/** The rules without the promotions that look at the clock. The same object for the same rules. */
export function withoutTimedPromotions(rules: RuleSet): RuleSet {
  let known = timeless.get(rules);
  if (known === undefined) {
    known = {
      ...rules,
      promotions: rules.promotions.filter((one) => one.schedule === null && !isTimed(one.condition)),
    };
    timeless.set(rules, known);
  }
  return known;
}

function isTimed(condition: Condition | null): boolean {
  switch (condition?.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.some(isTimed);
    case 'time':
    case 'birthday':
    case 'birthday_month':
      return true;
    default:
      return false;
  }
}
