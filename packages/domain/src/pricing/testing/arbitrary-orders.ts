/** Arbitrary whole orders: everything that a basket, its rules and its shopper can hold, in currencies of every kind. */

import fc from 'fast-check';
import type { Action } from '../../promotions/action.ts';
import type { Condition } from '../../promotions/condition.ts';

import type { Limits, Promotion } from '../../promotions/promotion.ts';
import type { ManualDiscount, PricingBasket, PricingContext, PricingLine, Usage } from '../basket.ts';
import { priceBasket } from '../price-basket.ts';
import type { PricedBasket } from '../priced-basket.ts';
import type { PriceList, RuleSet } from '../rule-set.ts';
import {
  context,
  lineOf,
  rulesOf,
  someCategory,
  someCount,
  someItems,
  someMoney,
  somePromotion,
  someQuantity,
  someRates,
  someReward,
  someSettings,
} from './arbitrary-baskets.ts';

export type Order = {
  readonly basket: PricingBasket;
  readonly rules: RuleSet;
  readonly context: PricingContext;
};

export function priceOrder({ basket, rules, context }: Order): PricedBasket {
  return priceBasket(basket, rules, context);
}

/** Ids of promotions are p0, p1, …; their gifts and add-ons are mug and wax. */
const someId = fc.constantFrom('p0', 'p1', 'p2', 'p3');
const isSometimes = fc.integer({ min: 0, max: 5 }).map((one) => one === 0);
const rarely = <T>(some: fc.Arbitrary<T>) =>
  fc.tuple(isSometimes, some).map(([isThere, one]) => (isThere ? one : null));

export const someManual: fc.Arbitrary<ManualDiscount> = fc.record({
  reward: fc.oneof(
    fc.record({ kind: fc.constant('percent' as const), basisPoints: fc.integer({ min: 1, max: 10_000 }) }),
    fc.record({ kind: fc.constant('amount' as const), amount: someMoney }),
  ),
  reason: fc.constant('scratch'),
});

/** Gifts, add-ons and shipping, beside all that makes goods cheaper. */
const someOffer: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant('gift' as const),
    steps: fc.array(
      fc.record({
        minAmount: fc.option(fc.nat(20_000)),
        minCount: fc.option(someCount),
        choices: fc.constant(['mug']),
        count: someCount,
      }),
      { minLength: 1, maxLength: 2 },
    ),
    items: someItems,
  }),
  fc.record({
    kind: fc.constant('add_on' as const),
    choices: fc.constant([{ variantId: 'wax', amount: 100 }]),
    per: fc.record({ kind: fc.constantFrom('amount' as const, 'unit' as const), value: fc.constantFrom(1, 2, 5000) }),
    count: someCount,
    items: someItems,
  }),
  fc.record({ kind: fc.constant('shipping' as const), reward: someReward, methods: fc.constantFrom(null, ['ship']) }),
);

const somePlainCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('spend' as const),
    minAmount: someMoney,
    isStrict: fc.boolean(),
    measured: fc.constantFrom('current' as const, 'original' as const),
    items: someItems,
  }),
  fc.record({
    kind: fc.constant('quantity' as const),
    min: fc.integer({ min: 1, max: 6000 }),
    of: fc.constantFrom('line' as const, 'group' as const),
    items: someItems,
  }),
  fc.record({ kind: fc.constant('contains' as const), items: someItems }),
  fc.constantFrom<Condition[]>(
    { kind: 'member' },
    { kind: 'tier', tiers: ['gold'] },
    { kind: 'birthday_month' },
    { kind: 'nth_order', n: 2, isRepeated: true },
    { kind: 'shipping_method', methods: ['ship'] },
    { kind: 'tender', tenders: ['cash'] },
  ),
);
const someCondition = fc.oneof(
  { weight: 3, arbitrary: somePlainCondition },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
      of: fc.array(somePlainCondition, { minLength: 1, maxLength: 2 }),
    }),
  },
);

const someLimits = fc.record({
  uses: rarely(fc.integer({ min: 1, max: 4 })),
  usesPerMember: rarely(fc.integer({ min: 1, max: 2 })),
  usesPerDay: rarely(fc.integer({ min: 1, max: 3 })),
  usesPerOrder: rarely(fc.integer({ min: 1, max: 3 })),
});

/** Of any kind, with codes, conditions and limits. */
export const someFullPromotion: fc.Arbitrary<Promotion> = fc
  .record({
    promotion: somePromotion,
    offer: fc.option(someOffer, { freq: 2 }),
    condition: fc.option(someCondition, { freq: 1 }),
    limits: someLimits,
    isCode: isSometimes,
    priority: fc.nat(3),
    exclusive: fc.constantFrom('none' as const, 'none' as const, 'group' as const, 'phase' as const, 'all' as const),
    stackGroup: fc.constantFrom(null, 'g'),
  })
  .map(({ promotion, offer, condition, limits, isCode, ...rest }): Promotion => {
    const action = offer ?? promotion.action;
    const phase = action.kind === 'gift' || action.kind === 'shipping' ? action.kind : promotion.phase;
    return {
      ...promotion,
      ...rest,
      action,
      phase,
      condition,
      limits: { ...promotion.limits, ...(limits satisfies Partial<Limits>) },
      trigger: isCode ? { kind: 'code', sharedCodes: [] } : { kind: 'automatic' },
    };
  });

/** Each code promotion is known by a shared code of its own, or by a unique one. */
const named = (promotions: readonly Promotion[]) =>
  promotions.map(
    (one, index): Promotion => ({
      ...one,
      id: `p${index}`,
      trigger:
        one.trigger.kind === 'code' ? { kind: 'code', sharedCodes: index % 2 === 0 ? [`C${index}`] : [] } : one.trigger,
    }),
  );

const lists: PriceList[] = ['l1', 'l2'].map((id) => ({
  id,
  name: {},
  channels: null,
  locations: null,
  members: null,
  tiers: id === 'l2' ? ['gold'] : null,
  memberTags: null,
  schedule: null,
}));

const someLine = fc
  .record({
    baseAmount: fc.integer({ min: 0, max: 20_000 }),
    quantity: someQuantity,
    category: someCategory,
    rates: someRates,
    floor: fc.option(fc.nat(3000)),
    compareAtAmount: fc.option(fc.nat(25_000)),
    listed: fc.array(
      fc.record({
        priceListId: fc.constantFrom('l1', 'l2'),
        minQuantity: fc.constantFrom(1, 2000, 4000),
        amount: fc.nat(20_000),
        compareAtAmount: fc.constant(null),
      }),
      { maxLength: 2 },
    ),
    home: rarely(someRates),
    isExcluded: isSometimes,
    offered: rarely(fc.record({ by: someId, what: fc.constantFrom('mug', 'wax') })),
    override: rarely(fc.nat(20_000)),
    manual: rarely(someManual),
  })
  .map((made) => ({ ...lineOf('', made.baseAmount, made.quantity, made.category, made.rates, made.floor), made }))
  .map(({ made, ...line }): PricingLine => {
    const { home, offered } = made;
    return {
      ...line,
      variantId: offered?.what ?? '',
      prices: { ...line.prices, compareAtAmount: made.compareAtAmount, entries: made.listed },
      ...(home === null ? {} : { homeRates: home }),
      isExcluded: made.isExcluded,
      offeredBy: offered?.by ?? null,
      overrideUnitAmount: made.override,
      manualDiscount: made.manual,
    };
  });

const someShipping = fc.record({ method: fc.constantFrom('ship', 'pickup'), amount: fc.nat(5000), rates: someRates });
const someMember = fc.record({
  id: fc.constant('m1'),
  tier: fc.constantFrom(null, 'gold'),
  tags: fc.constant([]),
  birthday: fc.constantFrom(null, '1990-11-25', '--02-29'),
  orderCount: fc.nat(4),
  isReferred: fc.boolean(),
  isTaxExempt: isSometimes,
});
const someUsage: fc.Arbitrary<Usage> = fc.record({
  uses: fc.nat(3),
  usesToday: fc.nat(2),
  usesByMember: fc.nat(1),
  pieces: fc.nat(3),
  amount: fc.nat(5000),
});

const someShopper = fc.record({
  member: fc.option(someMember, { freq: 2 }),
  tenders: fc.constantFrom<string[][]>([], ['cash']),
  usage: fc.dictionary(someId, someUsage, { maxKeys: 3 }),
  manualDiscount: rarely(someManual),
});

/** Every code is entered: c0 shared, u1 unique, and one that nobody knows. */
const entered = {
  codes: ['c0', ' U1 ', 'c2', 'u3', 'nobody'],
  knownCodes: ['p1', 'p3'].map((promotionId) => ({
    code: `u${promotionId.slice(1)}`,
    promotionId,
    couponId: `coupon-${promotionId}`,
    refusal: null,
  })),
};

/** Yen have no decimals, Hong Kong dollars two, Kuwaiti dinars three: the same amounts are other money. */
export const someOrder: fc.Arbitrary<Order> = fc
  .record({
    lines: fc.array(someLine, { minLength: 1, maxLength: 5 }),
    shipping: fc.option(someShipping, { freq: 2 }),
    promotions: fc.array(someFullPromotion, { minLength: 1, maxLength: 4 }),
    settings: someSettings,
    isGross: fc.boolean(),
    currency: fc.constantFrom('JPY', 'HKD', 'KWD'),
    shopper: someShopper,
  })
  .map(({ lines, shipping, promotions, settings, isGross, currency, shopper }) => ({
    basket: {
      lines: lines.map((line, index) => {
        const id = line.variantId === '' ? `v${index}` : line.variantId;
        return { ...line, id: `${index}`, variantId: id, productId: id };
      }),
      shipping,
    },
    rules: { ...rulesOf(named(promotions), settings, isGross), currency, priceLists: lists },
    context: { ...context, ...shopper, ...entered },
  }));

export const withLines = (order: Order, lines: readonly PricingLine[]): Order => ({
  ...order,
  basket: { ...order.basket, lines },
});
export const withPromotions = (order: Order, promotions: readonly Promotion[]): Order => ({
  ...order,
  rules: { ...order.rules, promotions },
});
