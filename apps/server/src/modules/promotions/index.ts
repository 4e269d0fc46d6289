/** Promotions: what makes goods cheaper for a while, the coupons for it, and the ledger of uses. */
import type { Platform } from '../../platform/platform.ts';
import { couponRoutes } from './coupon-routes.ts';
import { type CouponJob, couponQueue, makeAllCoupons, takeUpBatches } from './make-coupons.ts';
import { promotionsRoutes } from './routes.ts';

export { changePromotion, copyPromotion, createPromotion, draftOf, movePromotion } from './change-promotions.ts';
export { checkDefinition, normalCode } from './check-definition.ts';
export { addBatch, makeCoupons, revokeBatch } from './coupon-batches.ts';
export { anyClaimExpired, expireClaims } from './expire-claims.ts';
export { couponsOfMember, type MemberCoupon } from './member-coupons.ts';
export { changeUses, type EditedOrder, type OrderUses, usesForEdit } from './order-uses.ts';
export { promotionNames, requirePromotion } from './promotion-rows.ts';
export { countUses, type ReplayedUses, replayedUsage, usesBefore } from './replayed-uses.ts';
export {
  beginSimulation,
  endSimulation,
  letGoSimulation,
  type SimulationAttempt,
  type SimulationProgress,
  saveSimulation,
  silentSimulations,
} from './simulation-attempts.ts';
export { cancelSimulation, listSimulations, readSimulation, startSimulation } from './simulation-rows.ts';
export { noteTillUses, ownersOfCoupons } from './till-uses.ts';
export {
  type Claim,
  type Claimant,
  knownCodesOf,
  limitedFor,
  openUsageBook,
  takeClaims,
  type UsageBook,
} from './usage-book.ts';
export { isLimited } from './usage-counts.ts';
export { giveUsesBack } from './usage-ledger.ts';
export { memberUsesOf, usageOf, usesByDay } from './usage-rows.ts';

export function promotionsModule(platform: Platform) {
  platform.jobs.handle<CouponJob>(couponQueue, (job) => makeAllCoupons(platform, job));
  return {
    implementations: [...promotionsRoutes(platform), ...couponRoutes(platform)],
    takeUp: (merchantId: string) => takeUpBatches(platform, merchantId),
  };
}
