/** What a product list or page shows of a price. */

import type { Action } from '../promotions/action.ts';
import type { Goods } from '../promotions/filter-index.ts';
import type { ItemPrices } from './basket.ts';

export type ListedItem = Goods & {
  readonly prices: ItemPrices;
  /** As on a basket line. */
  readonly floorUnitAmount: number | null;
  readonly isExcluded: boolean;
};

/** Amounts in minor units of the merchant's price mode, instants UTC. */
export type ListedPrice = {
  /**
   * What each piece costs, after the promotions of the line phase that apply by themselves and give every piece the same:
   * one on the cheapest piece or on a whole line is a badge.
   */
  readonly unitAmount: number;
  readonly listUnitAmount: number;
  readonly priceListId: string | null;
  /** The price to strike through: compare-at, else what the goods cost without the offer; null: there is none. */
  readonly wasAmount: number | null;
  /** The promotions inside the price. */
  readonly promotionIds: readonly string[];
  readonly badges: readonly Badge[];
  /** When the offer inside the price ends; null: no end is known, or there is no offer. */
  readonly endsAt: string | null;
  /** The next instant at which price or badges may be others by themselves. */
  readonly validUntil: string | null;
};

/** A promotion that the goods can take part in: "3 for 99". The face words it from kind and params. */
export type Badge = {
  readonly promotionId: string;
  readonly kind: Action['kind'];
  readonly params: Readonly<Record<string, number>>;
  readonly endsAt: string | null;
};
