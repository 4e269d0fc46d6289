/** Promotions: what makes goods cheaper for a while, the coupons for it, and the ledger of uses. */
import type { Platform } from '../../platform/platform.ts';
import { promotionsRoutes } from './routes.ts';

export { changePromotion, copyPromotion, createPromotion, draftOf, movePromotion } from './change-promotions.ts';
export { checkDefinition, normalCode } from './check-definition.ts';
export { requirePromotion } from './promotion-rows.ts';
export { usageOf } from './usage-rows.ts';

export function promotionsModule(platform: Platform) {
  return { implementations: promotionsRoutes(platform) };
}
