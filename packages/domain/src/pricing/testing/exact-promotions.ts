/** Promotions and prices that leave nothing to round and no tie to break. */

import fc from 'fast-check';
import type { Action } from '../../promotions/action.ts';
import type { Promotion } from '../../promotions/promotion.ts';
import { choose, grouping, plainPromotion, someCount, someItems } from './arbitrary-baskets.ts';

/**
 * Percentages of whole tenths, on prices that are primes times a power of ten: nothing is rounded and no two lines ever come
 * to the same, so that the order of the lines, which breaks ties and takes odd cents, has nothing to decide.
 */
const tenths = fc.integer({ min: 1, max: 9 }).map((one) => ({ kind: 'percent' as const, basisPoints: one * 1000 }));
const someExactAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant('percent_off' as const),
    basisPoints: tenths.map((one) => one.basisPoints),
    items: someItems,
    units: fc.oneof(
      fc.constant({ which: 'all' as const }),
      fc.record({ which: fc.constantFrom('cheapest' as const, 'dearest' as const), count: someCount }),
    ),
  }),
  fc.record({
    kind: fc.constant('quantity_breaks' as const),
    breaks: fc.array(fc.record({ min: someCount.map((count) => count * 1000), reward: tenths }), {
      minLength: 1,
      maxLength: 2,
    }),
    counted: fc.constantFrom('line' as const, 'product' as const, 'group' as const),
    items: someItems,
  }),
  fc.record({
    kind: fc.constant('buy_get' as const),
    buy: fc.record({ items: someItems, count: someCount, minAmount: fc.constant(null) }),
    get: fc.record({ items: someItems, count: fc.integer({ min: 1, max: 2 }) }),
    reward: tenths,
    choose,
    grouping,
    isRepeated: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('nth_item' as const),
    n: fc.integer({ min: 2, max: 4 }),
    reward: tenths,
    choose,
    grouping,
    items: someItems,
  }),
  fc.record({
    kind: fc.constant('spend_ladder' as const),
    steps: fc.array(fc.record({ minAmount: fc.integer({ min: 1, max: 500_000_000 }), reward: tenths }), {
      minLength: 1,
      maxLength: 2,
    }),
    isRepeated: fc.boolean(),
    items: someItems,
  }),
  fc.record({ kind: fc.constant('shipping' as const), reward: tenths, methods: fc.constant(null) }),
);
export const primes = [11, 13, 17, 19, 23, 29, 31, 37, 41, 43];
export const someExactPromotions = fc
  .array(
    fc.record({
      action: someExactAction,
      phase: fc.constantFrom('line' as const, 'set' as const, 'order' as const, 'coupon' as const),
      exclusive: fc.constantFrom('none' as const, 'none' as const, 'all' as const, 'phase' as const),
    }),
    { minLength: 2, maxLength: 4 },
  )
  .map((all) => all.map((one, index): Promotion => ({ ...plainPromotion, ...one, id: `p${index}` })));
