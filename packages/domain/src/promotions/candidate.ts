/** A promotion that the shopper is entitled to, with what its limits leave of it. */

import type { CompiledPromotion } from '../pricing/compile-rule-set.ts';
import type { Offer } from '../pricing/priced-basket.ts';
import type { Refusal } from './refusal.ts';
import type { Slice } from './slices.ts';

/** What is without limit is Infinity. */
export type Candidate = {
  readonly promotion: CompiledPromotion;
  readonly code: string | null;
  readonly couponId: string | null;
  readonly usesLeft: number;
  readonly piecesLeft: number;
  readonly budgetLeft: number;
  readonly amountMost: number;
};

/** The same `discount` on each of `repeat` equal shares of the slices, spread over their units. */
export type Portion = { readonly slices: readonly Slice[]; readonly repeat: number; readonly discount: number };

/** What a promotion would give. Units that only qualify are used up without being made cheaper. */
export type Plan = {
  readonly portions: readonly Portion[];
  readonly qualifiers: readonly Slice[];
  readonly shippingAmount: number;
  readonly times: number;
  readonly offer: Offer | null;
  /** Gifts and add-ons have a price of their own, whatever the floor. */
  readonly ignoresFloor: boolean;
};

export type Planned = Plan | Refusal;

export function isRefusal(planned: Planned): planned is Refusal {
  return 'reason' in planned;
}

export function planOf(portions: readonly Portion[], times = 1, qualifiers: readonly Slice[] = []): Plan {
  return { portions, qualifiers, shippingAmount: 0, times, offer: null, ignoresFloor: false };
}
