/** Goods as the engine prices them: what the catalogue and the price lists say of each. */
import type { ManualDiscount, PricingLine } from '@tandem/domain/pricing/basket.ts';
import { floorUnitAmountOf } from '@tandem/domain/pricing/floor-price.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { TaxRate } from '@tandem/domain/tax/tax.ts';
import type { SoldCards } from './sold-cards.ts';
import type { LineRates } from './tax-rates.ts';

export interface GoodsLine {
  lineNo: number;
  variantId: string;
  /** Thousandths. */
  quantity: number;
  offeredBy?: string | null | undefined;
  overrideUnitAmount?: number | null | undefined;
  manualDiscount?: ManualDiscount | null | undefined;
  /** The floor that a till had; the one of now where left out. */
  floorUnitAmount?: number | null | undefined;
}

/** A line of goods with its rates; what is not (or no longer) in the catalogue costs nothing and takes part in nothing. */
export function pricingLine(
  cards: SoldCards,
  line: GoodsLine,
  rates: readonly TaxRate[],
  homeRates?: LineRates['homeRates'],
): PricingLine {
  const variant = cards.variants.get(line.variantId);
  const price = cards.prices.get(line.variantId);
  return {
    id: String(line.lineNo),
    variantId: line.variantId,
    productId: variant?.productId ?? line.variantId,
    categories: variant?.categories ?? [],
    collections: cards.collections.get(variant?.productId ?? '') ?? [],
    brand: variant === undefined || variant.brand === '' ? null : variant.brand,
    tags: variant?.tags ?? [],
    quantity: line.quantity,
    prices: {
      baseAmount: price?.amount ?? 0,
      compareAtAmount: price?.compareAtAmount ?? null,
      entries: price?.entries ?? [],
    },
    floorUnitAmount:
      line.floorUnitAmount === undefined ? floorOf(cards, line.variantId, homeRates ?? rates) : line.floorUnitAmount,
    rates,
    ...(homeRates === undefined ? {} : { homeRates }),
    isExcluded: variant === undefined,
    offeredBy: line.offeredBy ?? null,
    overrideUnitAmount: line.overrideUnitAmount ?? null,
    manualDiscount: line.manualDiscount ?? null,
  };
}

/** How low discounts may take a unit, in the price mode; `rates` are those inside the shelf price. */
export function floorOf(
  cards: Pick<SoldCards, 'prices' | 'floors'>,
  variantId: string,
  rates: readonly TaxRate[],
): number | null {
  const { marginBasisPoints, pricesIncludeTax, costs } = cards.floors;
  const floorAmount = cards.prices.get(variantId)?.floorAmount ?? null;
  return floorUnitAmountOf({
    floorAmount,
    unitCost: costs.get(variantId) ?? null,
    marginBasisPoints,
    rates,
    pricesIncludeTax,
  });
}

const mentions = new WeakMap<RuleSet, boolean>();

/** Does any promotion of the rules mean a collection? Where none does, nobody has to look them up. */
export function meansCollections(rules: RuleSet): boolean {
  const known = mentions.get(rules);
  if (known !== undefined) return known;
  const found = /"collections":\[/.test(JSON.stringify(rules.promotions));
  mentions.set(rules, found);
  return found;
}
