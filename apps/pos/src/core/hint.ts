/** What the shopper could still add to get a promotion: found by trying, so that it is never a promise too much. */

import { goodsOf } from '@tandem/domain/pricing/compile-rule-set.ts';
import type { PricedBasket, RefusedPromotion } from '@tandem/domain/pricing/priced-basket.ts';
import { addToBasket, type Basket } from './basket.ts';
import { type PricingFacts, priceBasket } from './price-basket.ts';
import type { TillVariant } from './till-facts.ts';

export interface Hint {
  readonly refused: RefusedPromotion;
  /** What one tap adds, where there is only one way. */
  readonly add: { readonly variant: TillVariant; readonly quantity: number } | null;
}

const hintsMax = 2;
const triedMax = 12;

/**
 * At most two promotions that are nearly reached, the greatest saving first. One that asks for more money than the whole
 * basket costs is not near: it would only take room from the lines.
 */
export function hintsOf(basket: Basket, priced: PricedBasket, facts: PricingFacts, nowMs: number): Hint[] {
  return priced.refused
    .filter(
      ({ reason, promotionId, params }) =>
        promotionId !== null &&
        (reason === 'needs_pieces' ||
          (reason === 'needs_spend' && Number(params.missingAmount ?? 0) <= priced.totals.totalAmount)),
    )
    .toSorted((a, b) => Number(b.params.saving ?? 0) - Number(a.params.saving ?? 0))
    .slice(0, hintsMax)
    .map((refused) => ({ refused, add: onlyWay(refused, basket, facts, nowMs) }));
}

/** Goods of the basket, and the few that the promotion names itself: if adding just one of them does it, that one. */
function onlyWay(refused: RefusedPromotion, basket: Basket, facts: PricingFacts, nowMs: number): Hint['add'] {
  const missing = Number(refused.params.missingCount ?? 0);
  const promotion = facts.rules.promotions.find(({ id }) => id === refused.promotionId);
  if (!promotion || !(missing > 0)) return null;
  const ids = new Set(basket.lines.filter(({ offeredBy }) => offeredBy === null).map(({ variant }) => variant.id));
  for (const filter of goodsOf(promotion.action)) for (const id of filter.variants ?? []) ids.add(id);
  if (ids.size > triedMax) return null;
  const quantity = missing * 1000;
  const ways = [...ids].flatMap((id) => {
    const variant = facts.variantOf(id);
    if (!variant?.isActive) return [];
    const tried = priceBasket(addToBasket(basket, variant, { quantity }), facts, { nowMs, tenders: [] });
    return tried.applied.some(({ promotionId }) => promotionId === refused.promotionId) ? [variant] : [];
  });
  const [only, other] = ways;
  return only && !other ? { variant: only, quantity } : null;
}
