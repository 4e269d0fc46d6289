/** Which promotions the entered codes name, and which codes are refused. */

import type { KnownCode, PricingContext } from './basket.ts';
import { type CompiledPromotion, type CompiledRuleSet, normaliseCode } from './compile-rule-set.ts';
import type { RefusalReason, RefusedPromotion } from './priced-basket.ts';

export type EnteredCode = { readonly code: string; readonly couponId: string | null };
export type ResolvedCodes = {
  readonly byPromotion: ReadonlyMap<CompiledPromotion, EnteredCode>;
  readonly refused: readonly RefusedPromotion[];
};

const reasons: Readonly<Record<NonNullable<KnownCode['refusal']>, RefusalReason>> = {
  unknown: 'code_unknown',
  used: 'code_used',
  expired: 'code_expired',
  not_yours: 'code_not_yours',
  revoked: 'code_expired',
};

/**
 * Codes in the order in which they were entered; a code that is entered twice counts once. `isOpen` says which of several
 * promotions with one shared code counts now.
 */
export function resolveCodes(
  compiled: CompiledRuleSet,
  { codes, knownCodes }: PricingContext,
  isOpen: (promotion: CompiledPromotion) => boolean,
): ResolvedCodes {
  const byPromotion = new Map<CompiledPromotion, EnteredCode>();
  const refused: RefusedPromotion[] = [];
  const seen = new Set<string>();
  const most = compiled.ruleSet.settings.codesPerOrder ?? Number.POSITIVE_INFINITY;
  for (const entered of codes) {
    const key = normaliseCode(entered);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    const found = findCode(compiled, knownCodes, key, isOpen);
    if ('reason' in found) {
      refused.push({ promotionId: found.promotionId, code: entered.trim(), reason: found.reason, params: {} });
      continue;
    }
    const { promotion, code, couponId } = found;
    const refuseBecause = (reason: RefusalReason, params: RefusedPromotion['params']) =>
      refused.push({ promotionId: promotion.rule.id, code, reason, params });
    if (byPromotion.has(promotion)) refuseBecause('not_together', { otherId: promotion.rule.id });
    else if (byPromotion.size >= most) refuseBecause('code_one_only', { limit: most });
    else byPromotion.set(promotion, { code, couponId });
  }
  return { byPromotion, refused };
}

type Found =
  | { readonly promotion: CompiledPromotion; readonly code: string; readonly couponId: string | null }
  | { readonly promotionId: string | null; readonly reason: RefusalReason };

function findCode(
  compiled: CompiledRuleSet,
  knownCodes: readonly KnownCode[],
  key: string,
  isOpen: (promotion: CompiledPromotion) => boolean,
): Found {
  const known = knownCodes.find((one) => normaliseCode(one.code) === key);
  if (known?.refusal) return { promotionId: known.promotionId, reason: reasons[known.refusal] };
  if (known && known.promotionId !== null) {
    const promotion = compiled.byId.get(known.promotionId);
    if (promotion) return { promotion, code: known.code.trim(), couponId: known.couponId };
  }
  const shared = compiled.byCode.get(key) ?? [];
  const match = shared.find(({ promotion }) => isOpen(promotion)) ?? shared[0];
  return match ? { ...match, couponId: null } : { promotionId: null, reason: 'code_unknown' };
}
