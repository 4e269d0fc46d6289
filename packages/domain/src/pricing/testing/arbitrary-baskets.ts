/** Arbitrary baskets, promotions of every kind that makes goods cheaper, and settings, for properties. */

import fc from 'fast-check';
import type { Action } from '../../promotions/action.ts';
import { allItems, type ItemFilter } from '../../promotions/item-filter.ts';
import { noLimits, type Phase, type Promotion } from '../../promotions/promotion.ts';
import type { PricingContext, PricingLine } from '../basket.ts';
import { priceBasket } from '../price-basket.ts';
import type { PricedBasket } from '../priced-basket.ts';
import type { PricingSettings, RuleSet } from '../rule-set.ts';

export const context: PricingContext = {
  at: '2026-11-25T04:00:00Z',
  channelId: 'web',
  locationId: null,
  timeZone: null,
  member: null,
  codes: [],
  knownCodes: [],
  tenders: [],
  usage: {},
  manualDiscount: null,
};

export const someCategory = fc.constantFrom('c0', 'c1', 'c2');
export const someRates = fc.constantFrom(
  [],
  [{ id: 'vat', name: 'VAT', ratePpm: 200_000 }],
  [
    { id: 'gst', name: 'GST', ratePpm: 50_000 },
    { id: 'pst', name: 'PST', ratePpm: 99_750, isCompound: true },
  ],
);
export const somePieces = fc.integer({ min: 1, max: 6 }).map((count) => count * 1000);
export const someQuantity = fc.oneof(
  { weight: 5, arbitrary: somePieces },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5000 }) },
);

export function someLines(quantity = someQuantity, amount = fc.integer({ min: 0, max: 20_000 })) {
  const one = fc.record({ amount, quantity, category: someCategory, rates: someRates, floor: fc.option(fc.nat(3000)) });
  return fc
    .array(one, { minLength: 1, maxLength: 5 })
    .map((lines) =>
      lines.map((line, index) =>
        lineOf(`v${index}`, line.amount, line.quantity, line.category, line.rates, line.floor),
      ),
    );
}

export function lineOf(
  id: string,
  baseAmount: number,
  quantity: number,
  category: string,
  rates: PricingLine['rates'],
  floorUnitAmount: number | null,
): PricingLine {
  return {
    id,
    variantId: id,
    productId: id,
    categories: [category],
    collections: [],
    brand: null,
    tags: [],
    quantity,
    prices: { baseAmount, compareAtAmount: null, entries: [] },
    floorUnitAmount,
    rates,
    isExcluded: false,
    offeredBy: null,
    overrideUnitAmount: null,
    manualDiscount: null,
  };
}

export const someItems: fc.Arbitrary<ItemFilter> = fc.oneof(
  fc.constant(allItems),
  someCategory.map((category) => ({ ...allItems, categories: [category] })),
);
export const someCount = fc.integer({ min: 1, max: 4 });
export const someMoney = fc.integer({ min: 0, max: 15_000 });
export const someReward = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 0, max: 10_000 }) }),
  fc.record({ kind: fc.constant('amount' as const), amount: someMoney }),
  fc.record({ kind: fc.constant('price' as const), amount: someMoney }),
);
export const someUnits = fc.oneof(
  fc.constant({ which: 'all' as const }),
  fc.record({ which: fc.constantFrom('cheapest' as const, 'dearest' as const), count: someCount }),
);
export const somePer = fc.constantFrom('unit' as const, 'line' as const, 'order' as const);
export const choose = fc.constantFrom('cheapest' as const, 'dearest' as const);
export const grouping = fc.constantFrom('pooled' as const, 'per_set' as const);

/** Every kind that makes goods cheaper. */
export const someAction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant('percent_off' as const),
    basisPoints: fc.integer({ min: 0, max: 10_000 }),
    items: someItems,
    units: someUnits,
  }),
  fc.record({
    kind: fc.constant('amount_off' as const),
    amount: someMoney,
    per: somePer,
    items: someItems,
    units: someUnits,
  }),
  fc.record({ kind: fc.constant('fixed_price' as const), amount: someMoney, per: somePer, items: someItems }),
  fc.record({
    kind: fc.constant('quantity_breaks' as const),
    breaks: fc.array(fc.record({ min: someCount.map((count) => count * 1000), reward: someReward }), {
      minLength: 1,
      maxLength: 2,
    }),
    counted: fc.constantFrom('line' as const, 'product' as const, 'group' as const),
    items: someItems,
  }),
  fc.record({
    kind: fc.constant('n_for_price' as const),
    n: someCount,
    amount: someMoney,
    fill: fc.constantFrom('dearest_first' as const, 'basket_order' as const),
    items: someItems,
  }),
  fc.record({
    kind: fc.constant('set' as const),
    parts: fc.array(fc.record({ items: someItems, count: fc.integer({ min: 1, max: 2 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    reward: someReward,
  }),
  fc.record({
    kind: fc.constant('buy_get' as const),
    buy: fc.oneof(
      fc.record({ items: someItems, count: someCount, minAmount: fc.constant(null) }),
      fc.record({ items: someItems, count: fc.constant(null), minAmount: fc.integer({ min: 1, max: 30_000 }) }),
    ),
    get: fc.record({ items: someItems, count: fc.integer({ min: 1, max: 2 }) }),
    reward: someReward,
    choose,
    grouping,
    isRepeated: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('nth_item' as const),
    n: fc.integer({ min: 2, max: 4 }),
    reward: someReward,
    choose,
    grouping,
    items: someItems,
  }),
  fc.record({
    kind: fc.constant('spend_ladder' as const),
    steps: fc.array(fc.record({ minAmount: fc.integer({ min: 1, max: 30_000 }), reward: someReward }), {
      minLength: 1,
      maxLength: 2,
    }),
    isRepeated: fc.boolean(),
    items: someItems,
  }),
);

export const somePhase: fc.Arbitrary<Phase> = fc.constantFrom('line', 'set', 'order', 'coupon');
export const somePromotion = fc
  .record({
    action: someAction,
    phase: somePhase,
    isOriginal: fc.boolean(),
    excludeDiscounted: fc.boolean(),
    exclusive: fc.constantFrom('none' as const, 'none' as const, 'phase' as const, 'all' as const),
    maxAmountPerOrder: fc.option(fc.nat(5000)),
    pieces: fc.option(fc.integer({ min: 1, max: 5 })),
    budgetAmount: fc.option(fc.nat(9000)),
    breaksFloor: fc.boolean(),
  })
  .map(
    ({ isOriginal, maxAmountPerOrder, pieces, budgetAmount, ...rest }): Promotion => ({
      id: 'p',
      name: {},
      priority: 0,
      stackGroup: null,
      combinesWith: null,
      base: isOriginal ? 'original' : 'current',
      schedule: null,
      channels: null,
      locations: null,
      trigger: { kind: 'automatic' },
      condition: null,
      limits: { ...noLimits, maxAmountPerOrder, pieces, budgetAmount },
      ...rest,
    }),
  );
export const somePromotions = (maxLength: number) =>
  fc
    .array(somePromotion, { minLength: 1, maxLength })
    .map((all) => all.map((one, index) => ({ ...one, id: `p${index}` })));
export const someSettings: fc.Arbitrary<PricingSettings> = fc.record({
  taxRounding: fc.constantFrom('line', 'unit', 'document'),
  taxTies: fc.constantFrom('away_from_zero', 'toward_zero'),
  percentRounding: fc.constantFrom('line', 'unit'),
  otherTaxZone: fc.constantFrom('keep_gross', 'keep_net'),
  thresholds: fc.constantFrom('price_mode', 'net'),
  exclusiveChoice: fc.constantFrom('best_for_shopper', 'priority'),
  codesPerOrder: fc.constant(null),
  budget: fc.constantFrom('whole_uses', 'partial'),
  cancelledOrder: fc.constant('gives_use_back'),
  returnedOrder: fc.constant('keeps_use'),
});

export function rulesOf(
  promotions: readonly Promotion[],
  settings: PricingSettings,
  pricesIncludeTax: boolean,
): RuleSet {
  return {
    number: 1,
    currency: 'HKD',
    pricesIncludeTax,
    timeZone: 'Asia/Hong_Kong',
    settings,
    priceLists: [],
    promotions,
  };
}

export function price(lines: readonly PricingLine[], rules: RuleSet): PricedBasket {
  return priceBasket({ lines, shipping: null }, rules, context);
}

export const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
export const isWhole = (line: PricingLine) => line.quantity % 1000 === 0;

export const plainPromotion: Promotion = {
  id: 'p',
  name: {},
  phase: 'line',
  priority: 0,
  stackGroup: null,
  exclusive: 'none',
  combinesWith: null,
  base: 'current',
  excludeDiscounted: false,
  schedule: null,
  channels: null,
  locations: null,
  trigger: { kind: 'automatic' },
  condition: null,
  action: { kind: 'percent_off', basisPoints: 0, items: allItems, units: { which: 'all' } },
  limits: noLimits,
  breaksFloor: false,
};
