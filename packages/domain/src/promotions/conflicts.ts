/** Which promotions may not stand on one order together. Exclusivity is about the order, not about a line. */

import type { Promotion } from './promotion.ts';

/** Either side's objection is enough. */
export function areInConflict(a: Promotion, b: Promotion): boolean {
  return objects(a, b) || objects(b, a);
}

/** Can the promotion object to any other at all? */
export function canObject(promotion: Promotion): boolean {
  return promotion.combinesWith !== null || promotion.exclusive !== 'none';
}

/** What `combinesWith` names is always welcome; without it, `exclusive` says whom the promotion keeps away. */
function objects(promotion: Promotion, other: Promotion): boolean {
  const { combinesWith, exclusive, stackGroup, phase } = promotion;
  if (combinesWith) {
    if (combinesWith.includes(other.id)) return false;
    return other.stackGroup === null || !combinesWith.includes(other.stackGroup);
  }
  if (exclusive === 'all') return true;
  if (exclusive === 'phase') return phase === other.phase;
  return exclusive === 'group' && stackGroup !== null && stackGroup === other.stackGroup;
}
