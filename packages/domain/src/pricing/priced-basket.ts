/** What a basket costs, and why. All amounts in minor units of the merchant's price mode unless they say net or tax. */

import type { TaxTotal } from '../orders/price-lines.ts';
import type { AppliedTax } from '../tax/tax.ts';

export type PricedBasket = {
  readonly ruleSetNumber: number;
  readonly lines: readonly PricedBasketLine[];
  readonly shipping: PricedShipping | null;
  readonly totals: {
    /** Σ list amounts of the lines. */
    readonly listAmount: number;
    /** Σ discounts on lines, manual ones included; shipping apart. */
    readonly discountAmount: number;
    readonly netAmount: number;
    readonly taxAmount: number;
    /** What the shopper pays: goods and shipping, with tax. */
    readonly totalAmount: number;
  };
  readonly taxes: readonly TaxTotal[];
  readonly applied: readonly AppliedPromotion[];
  readonly refused: readonly RefusedPromotion[];
  /** Gifts and add-ons that the shopper may still choose. */
  readonly offers: readonly Offer[];
  /** What was taken off by hand, line by line and then off the basket; left out where nobody did. */
  readonly byHand?: readonly TakenByHand[];
  /** The next instant (UTC) at which the result may be another by itself; null: none within the horizon. */
  readonly validUntil: string | null;
  /** Of everything above but `validUntil`, after the version of the hash: equal on server, till and store for the same basket and rules. */
  readonly hash: string;
};

export type PricedBasketLine = {
  readonly id: string;
  readonly listUnitAmount: number;
  /** The price list that gave the list price; null: the base price, or entered by hand. */
  readonly priceListId: string | null;
  readonly compareAtAmount: number | null;
  readonly listAmount: number;
  readonly discountAmount: number;
  /** list − discount, in the price mode. */
  readonly amount: number;
  readonly netAmount: number;
  readonly taxAmount: number;
  readonly grossAmount: number;
  readonly taxes: readonly AppliedTax[];
  /** Every discount on the line; Σ amounts = discountAmount. Frozen on the order. */
  readonly allocations: readonly LineAllocation[];
};

/** One promotion's share of a line, over runs of units with the same share; Σ units × perUnit = amount. */
export type LineAllocation = {
  /** Null: taken off by hand. */
  readonly promotionId: string | null;
  readonly code: string | null;
  readonly amount: number;
  /** What the line's touched units came to before. */
  readonly baseAmount: number;
  /** In the order of the line's units: `count` units from unit `from` (0 is the first). An unsplittable line is unit 0. */
  readonly units: readonly { readonly from: number; readonly count: number; readonly perUnit: number }[];
};

/** A discount by hand, and whether it could be had. */
export type TakenByHand = {
  /** Null: off the whole basket. */
  readonly lineId: string | null;
  /** What the line or basket came to before, after all promotions. */
  readonly baseAmount: number;
  readonly amount: number;
  /** More was asked for than was left, or nothing could be taken off. */
  readonly isShort: boolean;
};

export type PricedShipping = {
  readonly listAmount: number;
  readonly discountAmount: number;
  readonly amount: number;
  readonly netAmount: number;
  readonly taxAmount: number;
  readonly grossAmount: number;
  readonly taxes: readonly AppliedTax[];
  readonly allocations: readonly {
    readonly promotionId: string;
    readonly code: string | null;
    readonly amount: number;
  }[];
};

export type AppliedPromotion = {
  readonly promotionId: string;
  readonly code: string | null;
  readonly couponId: string | null;
  /** Uses of the promotion: sets of a set promotion, else 1. */
  readonly times: number;
  /** Units that it made cheaper. */
  readonly pieces: number;
  readonly amount: number;
};

/** Why a promotion that looked relevant did not count. Texts live in the faces' catalogues under `reason`. */
export type RefusedPromotion = {
  /** Null for a code that names no promotion. */
  readonly promotionId: string | null;
  readonly code: string | null;
  readonly reason: RefusalReason;
  /** Figures for the text: `missingCount`, `missingAmount`, `saving` (of a sum that is reached), `startsAt`, `otherId`, `limit` … */
  readonly params: Readonly<Record<string, string | number>>;
};

export type RefusalReason =
  | 'needs_pieces'
  | 'needs_spend'
  | 'needs_goods'
  | 'not_together'
  | 'other_is_better'
  | 'already_discounted'
  | 'only_channel'
  | 'only_location'
  | 'not_started'
  | 'ended'
  | 'not_now'
  | 'limit_reached'
  | 'member_limit_reached'
  | 'budget_spent'
  | 'sign_in'
  | 'members_only'
  | 'wrong_tender'
  | 'wrong_shipping'
  | 'floor_reached'
  | 'code_unknown'
  | 'code_used'
  | 'code_expired'
  | 'code_not_yours'
  | 'code_one_only'
  | 'conditions';

export type Offer = {
  readonly promotionId: string;
  readonly kind: 'gift' | 'add_on';
  /** How many pieces may still be chosen. */
  readonly count: number;
  readonly choices: readonly { readonly variantId: string; readonly unitAmount: number }[];
};
