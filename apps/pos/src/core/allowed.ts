/** May this basket be sold by this person as it is, or must somebody with more rights allow it first? */
import { discountLimitOf, mayOverridePrice, shareTakenByHand } from '@tandem/domain/orders/by-hand.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import type { Basket } from './basket.ts';
import { listPriceOf, type PricingFacts } from './price-basket.ts';
import type { TillFacts } from './till-facts.ts';

/** What has to be allowed: how much less than its price, in parts per ten thousand, and by an act of which kind. */
export interface Need {
  readonly act: 'discount' | 'price';
  readonly basisPoints: number;
}

type Limits = TillFacts['merchant']['discountLimits'];

/** Undefined: nothing. Approvals that were given for this basket count. */
export function neededApproval(
  basket: Basket,
  priced: PricedBasket,
  facts: PricingFacts,
  { role, limits, nowMs }: { readonly role: string; readonly limits: Limits; readonly nowMs: number },
): Need | undefined {
  const roles = [role, ...basket.approvals.map((approval) => approval.role)];
  const limit = Math.max(...roles.map((one) => discountLimitOf(one, limits)));
  const reduction = reductionByPrice(basket, facts, nowMs);
  if (reduction !== undefined && (reduction > limit || !roles.some(mayOverridePrice)))
    return { act: 'price', basisPoints: reduction };
  const share = Math.max(0, ...priced.lines.map(({ allocations }) => shareTakenByHand(allocations)));
  return share > limit ? { act: 'discount', basisPoints: share } : undefined;
}

/** How far below the list the lowest entered price is; 0 where all are above; undefined without any. */
function reductionByPrice(basket: Basket, facts: PricingFacts, nowMs: number): number | undefined {
  let most: number | undefined;
  for (const { variant, override } of basket.lines) {
    if (override?.kind !== 'entered') continue;
    const list = listPriceOf(facts.variantOf(variant.id) ?? variant, facts, nowMs).unitAmount;
    const share = list === 0 ? 0 : Math.ceil(((list - override.unitAmount) * 10_000) / list);
    most = Math.max(most ?? 0, Math.min(10_000, share));
  }
  return most;
}

/** Who of the store's people may allow it. */
export function whoMayAllow(need: Need, staff: TillFacts['staff'], limits: Limits): TillFacts['staff'] {
  return staff.filter(
    ({ role }) =>
      discountLimitOf(role, limits) >= need.basisPoints && (need.act === 'discount' || mayOverridePrice(role)),
  );
}
