/** What the shopper could still add to get a promotion: found by trying, so that it is never a promise too much. */

import { goodsOf } from '@tandem/domain/pricing/compile-rule-set.ts';
import type { PricedBasket, RefusedPromotion } from '@tandem/domain/pricing/priced-basket.ts';
import { isApplied, savingOfMore } from '@tandem/domain/pricing/saving-of-more.ts';
import { addToBasket, type Basket } from './basket.ts';
import { type PricingFacts, priceBasket } from './price-basket.ts';
import type { TillVariant } from './till-facts.ts';

export interface Hint {
  /** With what the pieces would save, and of which goods where there are several ways. */
  readonly refused: RefusedPromotion;
  /** What one tap adds, where there is only one way. */
  readonly add: { readonly variant: TillVariant; readonly quantity: number } | null;
}

const hintsMax = 2;
const triedMax = 12;
/** Of promotions that want more pieces so many are tried, those that want the fewest. */
const nearestMax = 4;

/**
 * At most two promotions that are nearly reached, the greatest saving first. One that asks for more money than the whole
 * basket costs is not near: it would only take room from the lines.
 */
export function hintsOf(basket: Basket, priced: PricedBasket, facts: PricingFacts, nowMs: number): Hint[] {
  const near = priced.refused.filter(({ promotionId }) => promotionId !== null);
  const forPieces = near
    .filter(({ reason }) => reason === 'needs_pieces')
    .toSorted((a, b) => missingIn(a) - missingIn(b))
    .slice(0, nearestMax)
    .map((refused) => withGoods(refused, basket, facts, nowMs));
  const forMoney = near
    .filter(
      ({ reason, params }) =>
        reason === 'needs_spend' && Number(params.missingAmount ?? 0) <= priced.totals.totalAmount,
    )
    .map((refused) => ({ refused, add: null }));
  return [...forPieces, ...forMoney]
    .toSorted((a, b) => Number(b.refused.params.saving ?? 0) - Number(a.refused.params.saving ?? 0))
    .slice(0, hintsMax);
}

const missingIn = ({ params }: RefusedPromotion): number => Number(params.missingCount ?? 0);

/**
 * Goods of the basket, and the few that the promotion names itself: what those save that are the cheapest to add (alike: the cheapest goods). Other goods
 * of the shop may save more or less, so nothing is said of them.
 */
function withGoods(refused: RefusedPromotion, basket: Basket, facts: PricingFacts, nowMs: number): Hint {
  const id = refused.promotionId ?? '';
  const quantity = missingIn(refused) * 1000;
  const at = { nowMs, tenders: [] };
  const ways = candidatesOf(id, basket, facts).flatMap((variant) => {
    const added = addToBasket(basket, variant, { quantity });
    const after = priceBasket(added, facts, at);
    return isApplied(after, id) ? [{ variant, added, total: after.totals.totalAmount }] : [];
  });
  const [best, other] = ways.toSorted((a, b) => a.total - b.total || a.variant.amount - b.variant.amount);
  if (!best) return { refused, add: null };
  const saving = savingOfMore((rules) => priceBasket(best.added, { ...facts, rules }, at), facts.rules, id) ?? 0;
  const { missingCount = 0 } = refused.params;
  const params = { missingCount, saving, ...(other ? { variantId: best.variant.id } : {}) };
  return {
    refused: saving > 0 ? { ...refused, params } : refused,
    add: other ? null : { variant: best.variant, quantity },
  };
}

function candidatesOf(promotionId: string, basket: Basket, facts: PricingFacts): TillVariant[] {
  const promotion = facts.rules.promotions.find(({ id }) => id === promotionId);
  if (!promotion) return [];
  const ids = new Set(basket.lines.filter(({ offeredBy }) => offeredBy === null).map(({ variant }) => variant.id));
  for (const filter of goodsOf(promotion.action)) for (const id of filter.variants ?? []) ids.add(id);
  if (ids.size > triedMax) return [];
  return [...ids].flatMap((id) => facts.variantOf(id) ?? []).filter(({ isActive }) => isActive);
}
