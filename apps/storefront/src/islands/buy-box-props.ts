/** What the buying box of a product page gets, small enough to travel in the page; and the pure rules of choosing. */
import type { AvailabilityItem, Locale } from '../views.ts';

export interface BuyVariant {
  id: string;
  sku: string;
  /** Codes of the option values, in the order of the options. */
  values: string[];
  amount: number;
  before: number | null;
  /** Which of the box's `offers` counts for it. */
  offer: number;
  /** Thousandths that can be shipped, and that can be collected at each store, in the order of `stores`. */
  ship: number;
  pickup: number[];
}

/** What makes a variant cheaper, in words. Variants mostly share it. */
export interface BuyOffer {
  /** The short form of each promotion and, where it says more, its name. */
  badges: { short: string; name: string }[];
  /** Names of promotions on the whole basket. */
  wide: string[];
  /** That it is the member's own price, and what everybody pays; left out for everybody. */
  own?: { label: string; instead: string };
  ends: { at: string; text: string } | null;
  /** The legal note on a reduced price. */
  lowest: string | null;
  /** From how many pieces each of them costs what. */
  breaks: { from: string; price: string }[];
}

export interface BuyProps {
  productId: string;
  locale: Locale;
  currency: string;
  /** Where the form goes, and where the basket is. */
  action: string;
  basketPath: string;
  options: { name: string; values: { code: string; name: string; swatch?: string | undefined }[] }[];
  variants: BuyVariant[];
  offers: BuyOffer[];
  stores: { id: string; name: string; when: string }[];
  shipping: string;
}

/** The variants with newly told stock. */
export function withStock(
  props: Pick<BuyProps, 'variants' | 'stores'>,
  items: readonly AvailabilityItem[],
): BuyVariant[] {
  const at = new Map(items.map((item) => [item.variantId, item]));
  const stores = props.stores.map((store) => store.id);
  return props.variants.map((variant) =>
    at.has(variant.id) ? { ...variant, ...stockOf(at.get(variant.id), stores) } : variant,
  );
}

/** What to begin with: the first variant that can be had, else the first. */
export function firstChoice(variants: readonly BuyVariant[]): BuyVariant | undefined {
  return variants.find((variant) => mostPieces(variant) > 0) ?? variants[0];
}

/** The variant with these option values. */
export function chosen<V extends { values: readonly string[] }>(
  variants: readonly V[],
  values: readonly string[],
): V | undefined {
  return variants.find((variant) => variant.values.every((value, index) => value === values[index]));
}

/** Whole pieces that one order could have of a variant, shipped or from one store. */
export function mostPieces(variant: Pick<BuyVariant, 'ship' | 'pickup'>): number {
  return Math.floor(Math.max(variant.ship, ...variant.pickup) / 1000);
}

/** The compact form of what a variant can promise. */
export function stockOf(
  item: AvailabilityItem | undefined,
  storeIds: readonly string[],
): Pick<BuyVariant, 'ship' | 'pickup'> {
  const there = new Map(item?.stores.map((store) => [store.locationId, store.pickup]));
  return { ship: item?.ship ?? 0, pickup: storeIds.map((id) => there.get(id) ?? 0) };
}
