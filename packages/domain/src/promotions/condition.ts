/** What must hold before a promotion applies. Conditions combine: all, any, none. */

import type { Schedule } from '../pricing/schedule.ts';
import type { ItemFilter } from './item-filter.ts';

export type Condition =
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Condition[] }
  /** Σ of the goods' amounts ≥ minAmount (> where strict), after the earlier phases or before any promotion. */
  | {
      readonly kind: 'spend';
      readonly minAmount: number;
      readonly isStrict: boolean;
      readonly measured: 'current' | 'original';
      readonly items: ItemFilter;
    }
  /** Pieces in thousandths, of one line or of all the goods together. */
  | { readonly kind: 'quantity'; readonly min: number; readonly of: 'line' | 'group'; readonly items: ItemFilter }
  | { readonly kind: 'contains'; readonly items: ItemFilter }
  | { readonly kind: 'member' }
  | { readonly kind: 'tier'; readonly tiers: readonly string[] }
  | { readonly kind: 'member_tag'; readonly tags: readonly string[] }
  /** The local date is in the window around the birthday; 29 February counts as 28 in other years. */
  | { readonly kind: 'birthday'; readonly daysBefore: number; readonly daysAfter: number }
  | { readonly kind: 'birthday_month' }
  /** This order is the member's n-th (1 is the first); `every` n-th where `isRepeated`. */
  | { readonly kind: 'nth_order'; readonly n: number; readonly isRepeated: boolean }
  | { readonly kind: 'referred' }
  | { readonly kind: 'channel'; readonly channels: readonly string[] }
  | { readonly kind: 'location'; readonly locations: readonly string[] }
  | { readonly kind: 'time'; readonly schedule: Schedule }
  | { readonly kind: 'price_list'; readonly priceLists: readonly string[] }
  | { readonly kind: 'shipping_method'; readonly methods: readonly string[] }
  | { readonly kind: 'tender'; readonly tenders: readonly string[] };
