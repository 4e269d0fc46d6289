/** What a promotion gives. Amounts in minor units, rates in basis points, quantities in thousandths. */

import type { ItemFilter } from './item-filter.ts';

/** What goods cost less by. */
export type Reward =
  | { readonly kind: 'percent'; readonly basisPoints: number }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'price'; readonly amount: number };

export type Action =
  /** On all, or on the `count` cheapest or dearest units only. */
  | {
      readonly kind: 'percent_off';
      readonly basisPoints: number;
      readonly items: ItemFilter;
      readonly units: UnitChoice;
    }
  | {
      readonly kind: 'amount_off';
      readonly amount: number;
      readonly per: 'unit' | 'line' | 'order';
      readonly items: ItemFilter;
      readonly units: UnitChoice;
    }
  | {
      readonly kind: 'fixed_price';
      readonly amount: number;
      readonly per: 'unit' | 'line' | 'order';
      readonly items: ItemFilter;
    }
  /** The highest break (`min` in thousandths) that the quantity reaches; counted per line, per product or over all the goods. */
  | {
      readonly kind: 'quantity_breaks';
      readonly breaks: readonly { readonly min: number; readonly reward: Reward }[];
      readonly counted: 'line' | 'product' | 'group';
      readonly items: ItemFilter;
    }
  /** Any n pieces for a price. */
  | {
      readonly kind: 'n_for_price';
      readonly n: number;
      readonly amount: number;
      readonly fill: 'dearest_first' | 'basket_order';
      readonly items: ItemFilter;
    }
  /** One of each part (A+B): a fixed bundle price, or a reward on the whole set. `price` is for the whole set. */
  | {
      readonly kind: 'set';
      readonly parts: readonly { readonly items: ItemFilter; readonly count: number }[];
      readonly reward: Reward;
    }
  /**
   * Buy x (pieces, or for an amount), get y. `pooled`: rewards are the cheapest (or dearest) of all; `per_set`: sets are
   * filled dearest first and each has its own reward. `amount` and `price` rewards are per rewarded unit.
   */
  | {
      readonly kind: 'buy_get';
      readonly buy: { readonly items: ItemFilter; readonly count: number | null; readonly minAmount: number | null };
      readonly get: { readonly items: ItemFilter; readonly count: number };
      readonly reward: Reward;
      readonly choose: 'cheapest' | 'dearest';
      readonly grouping: 'pooled' | 'per_set';
      readonly isRepeated: boolean;
    }
  /** The n-th piece of every n (second at half price). */
  | {
      readonly kind: 'nth_item';
      readonly n: number;
      readonly reward: Reward;
      readonly choose: 'cheapest' | 'dearest';
      readonly grouping: 'pooled' | 'per_set';
      readonly items: ItemFilter;
    }
  /** The highest step that the spend reaches; where repeated, the single step counts once for each full amount. */
  | {
      readonly kind: 'spend_ladder';
      readonly steps: readonly { readonly minAmount: number; readonly reward: Reward }[];
      readonly isRepeated: boolean;
      readonly items: ItemFilter;
    }
  /** The highest step reached: `quantity` pieces, in whole pieces, of the choices, free. */
  | {
      readonly kind: 'gift';
      readonly steps: readonly {
        readonly minAmount: number | null;
        readonly minCount: number | null;
        readonly choices: readonly string[];
        readonly count: number;
      }[];
      readonly items: ItemFilter;
    }
  /** `count` add-ons at their special price for each full amount or each piece of the qualifying goods. */
  | {
      readonly kind: 'add_on';
      readonly choices: readonly { readonly variantId: string; readonly amount: number }[];
      readonly per: { readonly kind: 'amount' | 'unit'; readonly value: number };
      readonly count: number;
      readonly items: ItemFilter;
    }
  /** Shipping free (percent 10000), reduced by, or at a price. */
  | { readonly kind: 'shipping'; readonly reward: Reward; readonly methods: readonly string[] | null };

export type UnitChoice = { readonly which: 'all' } | { readonly which: 'cheapest' | 'dearest'; readonly count: number };

/** Does it give every piece of its goods the same? What one piece alone would cost is then what each of them costs. */
export function isOfEachPiece(action: Action): boolean {
  if ('per' in action && action.kind !== 'add_on' && action.per !== 'unit') return false;
  return !('units' in action) || action.units.which === 'all';
}
