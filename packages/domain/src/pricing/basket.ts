/** What the engine prices, and everything that it may know about the shopper and the moment. */

import type { TaxRate } from '../tax/tax.ts';

export type PricingBasket = {
  readonly lines: readonly PricingLine[];
  readonly shipping: {
    readonly method: string;
    readonly amount: number;
    readonly rates: readonly TaxRate[];
    /** The rates inside the amount, where they differ from those of the shopper's tax zone. */
    readonly homeRates?: readonly TaxRate[] | undefined;
  } | null;
};

export type PricingLine = {
  /** Unique in the basket; the caller's line number. Ties are broken by the order of lines in the basket. */
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  /** The goods' category and all above it. */
  readonly categories: readonly string[];
  readonly collections: readonly string[];
  readonly brand: string | null;
  readonly tags: readonly string[];
  /** In thousandths, above zero. A quantity that is not whole pieces is one unit that nobody can split. */
  readonly quantity: number;
  readonly prices: ItemPrices;
  /** The lowest unit price that discounts may reach, from cost and the merchant's margin rule; null: zero. */
  readonly floorUnitAmount: number | null;
  readonly rates: readonly TaxRate[];
  /** The rates inside the shelf price, where they differ from those of the shopper's tax zone. */
  readonly homeRates?: readonly TaxRate[] | undefined;
  /** Gift cards and the like: no promotion counts or touches them. */
  readonly isExcluded: boolean;
  /** The line was added as the gift or add-on of a promotion. */
  readonly offeredBy: string | null;
  /** A price that a cashier with the right entered; no list and no line promotion changes it. */
  readonly overrideUnitAmount: number | null;
  readonly manualDiscount: ManualDiscount | null;
};

/**
 * What a cashier takes off by hand, of what all promotions have left: first on lines, then on the whole basket.
 */
export type ManualDiscount = { readonly reward: ManualReward; readonly reason: string };
export type ManualReward =
  | { readonly kind: 'percent'; readonly basisPoints: number }
  | { readonly kind: 'amount'; readonly amount: number };

/** Unit prices in minor units. `entries` are all prices that lists have for the variant. */
export type ItemPrices = {
  readonly baseAmount: number;
  readonly compareAtAmount: number | null;
  readonly entries: readonly PriceEntry[];
};
export type PriceEntry = {
  readonly priceListId: string;
  /** The price counts from this quantity (thousandths) of the line on. */
  readonly minQuantity: number;
  readonly amount: number;
  readonly compareAtAmount: number | null;
};

export type PricingContext = {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly channelId: string;
  readonly locationId: string | null;
  /** The zone of the selling location. */
  readonly timeZone: string | null;
  readonly member: PricingMember | null;
  /** Codes as entered. */
  readonly codes: readonly string[];
  /** What the server knows of codes that are no shared code of a promotion. */
  readonly knownCodes: readonly KnownCode[];
  readonly tenders: readonly string[];
  /** Uses so far, by promotion; what is missing has none. The order's own claim is left out. */
  readonly usage: Readonly<Record<string, Usage>>;
  readonly manualDiscount: ManualDiscount | null;
};

export type PricingMember = {
  readonly id: string;
  readonly tier: string | null;
  readonly tags: readonly string[];
  /** `YYYY-MM-DD` or `--MM-DD`. */
  readonly birthday: string | null;
  readonly orderCount: number;
  readonly isReferred: boolean;
  readonly isTaxExempt: boolean;
};

export type KnownCode = {
  readonly code: string;
  readonly promotionId: string | null;
  readonly couponId: string | null;
  readonly refusal: 'unknown' | 'used' | 'expired' | 'not_yours' | 'revoked' | null;
};

export type Usage = {
  readonly uses: number;
  readonly usesToday: number;
  readonly usesByMember: number;
  readonly pieces: number;
  readonly amount: number;
};
