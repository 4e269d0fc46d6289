/** The promotions that a shopper is entitled to, and why the others that looked relevant are not among them. */

import type { Candidate } from '../promotions/candidate.ts';
import { checkCondition } from '../promotions/check-condition.ts';
import { type Refusal, refusal } from '../promotions/refusal.ts';
import type { Usage } from './basket.ts';
import type { CompiledPromotion } from './compile-rule-set.ts';
import type { RefusedPromotion } from './priced-basket.ts';
import type { Pricing } from './pricing.ts';
import type { EnteredCode } from './resolve-codes.ts';
import { stateAt } from './schedule-state.ts';

const week = 7 * 86_400_000;
const unlimited = Number.POSITIVE_INFINITY;
const unused: Usage = { uses: 0, usesToday: 0, usesByMember: 0, pieces: 0, amount: 0 };

export type FoundCandidates = {
  readonly candidates: readonly Candidate[];
  readonly refused: readonly (RefusedPromotion & { readonly index: number })[];
  /** Every promotion that the basket is about, entitled or not. */
  readonly relevant: readonly CompiledPromotion[];
};

export function findCandidates(pricing: Pricing, codes: ReadonlyMap<CompiledPromotion, EnteredCode>): FoundCandidates {
  const candidates: Candidate[] = [];
  const refused: (RefusedPromotion & { index: number })[] = [];
  const relevant: CompiledPromotion[] = [];
  for (const promotion of pricing.compiled.promotions) {
    const entered = codes.get(promotion);
    if (promotion.rule.trigger.kind === 'code' ? !entered : !isTouching(pricing, promotion)) continue;
    relevant.push(promotion);
    const because = refuseEntry(pricing, promotion);
    if (!because) candidates.push(candidateOf(pricing, promotion, entered));
    else if (entered || isWorthTelling(pricing, promotion, because)) {
      const { reason, params } = because;
      refused.push({
        index: promotion.index,
        promotionId: promotion.rule.id,
        code: entered?.code ?? null,
        reason,
        params,
      });
    }
  }
  return { candidates, refused, relevant };
}

function isTouching({ matches, basket, stacks }: Pricing, { rule, goods }: CompiledPromotion): boolean {
  if (rule.action.kind === 'shipping') return basket.shipping !== null || stacks.length > 0;
  return goods.some((filter) => matches[filter] !== undefined);
}

/** What ended is nobody's business without its code, nor is what starts in more than a week. */
function isWorthTelling(pricing: Pricing, { rule, clock }: CompiledPromotion, because: Refusal): boolean {
  if (because.reason === 'ended') return false;
  if (rule.action.kind === 'shipping' && pricing.shipping === null) return because.reason === 'needs_spend';
  const { reason, until } = stateAt(clock, pricing.timeZone, pricing.instant);
  return reason !== 'not_started' || until - pricing.instant <= week;
}

/** What can be said before any discount is given; without its condition, before the basket is known. */
export function refuseEntry(pricing: Pricing, promotion: CompiledPromotion, withCondition = true): Refusal | null {
  const { rule, clock, isLimited, isConditionLate } = promotion;
  const { context } = pricing;
  const schedule = stateAt(clock, pricing.timeZone, pricing.instant);
  if (schedule.reason === 'ended') return refusal('ended');
  if (rule.channels && !rule.channels.includes(context.channelId)) return refusal('only_channel');
  if (rule.locations && (context.locationId === null || !rule.locations.includes(context.locationId))) {
    return refusal('only_location');
  }
  if (schedule.reason) return refusal(schedule.reason, startOf(schedule));
  const limit = isLimited ? refuseByLimit(pricing, promotion) : null;
  if (limit) return limit;
  return withCondition && rule.condition && !isConditionLate ? checkCondition(rule.condition, pricing) : null;
}

function startOf({ until }: { until: number }): Refusal['params'] {
  return until === unlimited ? {} : { startsAt: new Date(until).toISOString() };
}

function refuseByLimit({ context }: Pricing, { rule }: CompiledPromotion): Refusal | null {
  const { limits } = rule;
  const usage = context.usage[rule.id] ?? unused;
  if (limits.usesPerMember !== null) {
    if (!context.member) return refusal('sign_in');
    if (usage.usesByMember >= limits.usesPerMember) {
      return refusal('member_limit_reached', { limit: limits.usesPerMember });
    }
  }
  const reached = (limit: number | null, used: number) => limit !== null && used >= limit;
  if (reached(limits.uses, usage.uses)) return refusal('limit_reached', { limit: limits.uses ?? 0 });
  if (reached(limits.usesPerDay, usage.usesToday)) return refusal('limit_reached', { limit: limits.usesPerDay ?? 0 });
  if (reached(limits.usesPerOrder, 0)) return refusal('limit_reached', { limit: 0 });
  if (reached(limits.pieces, usage.pieces)) return refusal('limit_reached', { limit: limits.pieces ?? 0 });
  return reached(limits.budgetAmount, usage.amount) ? refusal('budget_spent', { left: 0 }) : null;
}

export function candidateOf(
  { context }: Pricing,
  promotion: CompiledPromotion,
  entered: EnteredCode | undefined,
): Candidate {
  const code = entered?.code ?? null;
  const couponId = entered?.couponId ?? null;
  // One coupon is one use, however many sets the basket holds.
  const usesMost = couponId === null ? unlimited : 1;
  if (!promotion.isLimited) {
    const left = { usesLeft: usesMost, piecesLeft: unlimited, budgetLeft: unlimited, amountMost: unlimited };
    return { promotion, code, couponId, ...left };
  }
  const { limits, id } = promotion.rule;
  const usage = context.usage[id] ?? unused;
  const left = (limit: number | null, used: number) => (limit === null ? unlimited : Math.max(0, limit - used));
  return {
    promotion,
    code,
    couponId,
    usesLeft: Math.min(
      left(limits.uses, usage.uses),
      left(limits.usesPerMember, usage.usesByMember),
      left(limits.usesPerDay, usage.usesToday),
      left(limits.usesPerOrder, 0),
      usesMost,
    ),
    piecesLeft: left(limits.pieces, usage.pieces),
    budgetLeft: left(limits.budgetAmount, usage.amount),
    amountMost: left(limits.maxAmountPerOrder, 0),
  };
}
