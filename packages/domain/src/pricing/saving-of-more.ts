/** What a promotion that is nearly reached would save: found by trying it with real goods, so that no hint promises too much. */

import type { PricedBasket } from './priced-basket.ts';
import type { RuleSet } from './rule-set.ts';

/**
 * `price` prices the basket with the further pieces in it by the rules given. Gives by how much the promotion makes that
 * basket cheaper (minor units, tax included); null where it does not apply to it either.
 */
export function savingOfMore(
  price: (rules: RuleSet) => PricedBasket,
  rules: RuleSet,
  promotionId: string,
): number | null {
  const after = price(rules);
  if (!isApplied(after, promotionId)) return null;
  return price(withoutPromotion(rules, promotionId)).totals.totalAmount - after.totals.totalAmount;
}

/** Does the promotion count in this basket? */
export function isApplied({ applied }: PricedBasket, promotionId: string): boolean {
  return applied.some((one) => one.promotionId === promotionId);
}

const narrowed = new WeakMap<RuleSet, Map<string, RuleSet>>();

/** The same object each time, which is compiled only once. */
function withoutPromotion(rules: RuleSet, promotionId: string): RuleSet {
  const known = narrowed.get(rules) ?? new Map<string, RuleSet>();
  narrowed.set(rules, known);
  const made = known.get(promotionId) ?? {
    ...rules,
    promotions: rules.promotions.filter(({ id }) => id !== promotionId),
  };
  known.set(promotionId, made);
  return made;
}
