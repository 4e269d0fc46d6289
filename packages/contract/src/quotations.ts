/** Pricing a basket of somebody's own making: to try rules, to check another system against the engine, for integrators. */
import { type Static, type TSchema, Type } from 'typebox';
import {
  ManualDiscount,
  OneOf,
  PricedBasket,
  PriceListHead,
  PricingSettings,
  PromotionDefinition,
  promotionRefusals,
} from './promotion-shapes.ts';
import type { Routes } from './route.ts';
import { Instant, Label, Nullable, PositiveAmount, Quantity, Shape, UnitAmount } from './shapes.ts';

/** What goods, promotions and places are called, here or in another system. */
const Key = Type.String({ minLength: 1, maxLength: 64, pattern: '\\S' });
const Keys = Type.Array(Key, { maxItems: 50 });
const Zone = Type.String({ minLength: 1, maxLength: 60 });
const Uses = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });

/** The same shape where every id is a key of any kind. */
function withKeys<Shape>(shape: Shape): Shape {
  if (Array.isArray(shape)) return shape.map(withKeys) as Shape;
  if (typeof shape !== 'object' || shape === null) return shape;
  if ((shape as { format?: unknown }).format === 'uuid') return Key as Shape;
  return Object.fromEntries(Object.entries(shape).map(([name, one]) => [name, withKeys(one)])) as Shape;
}

const GivenPromotion = Shape({
  ...withKeys(PromotionDefinition.properties),
  id: Key,
  priority: Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 }),
});
const GivenRules = Shape({
  kind: Type.Literal('given'),
  /** What the answer says that it was priced with. */
  number: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  pricesIncludeTax: Type.Boolean(),
  timeZone: Zone,
  settings: PricingSettings,
  priceLists: Type.Array(Shape({ ...withKeys(PriceListHead.properties), id: Key }), { maxItems: 50 }),
  promotions: Type.Array(GivenPromotion, { maxItems: 50 }),
});
/** The merchant's own rules: those of a number, or those of now. */
const PublishedRules = Shape({
  kind: Type.Literal('published'),
  number: Nullable(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
});
type Rules = Static<typeof GivenRules> | Static<typeof PublishedRules>;

const Rates = Type.Array(
  Shape({
    id: Key,
    name: Label,
    ratePpm: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    isCompound: Type.Optional(Type.Boolean()),
  }),
  { maxItems: 10 },
);
const Line = Shape({
  id: Key,
  variantId: Key,
  productId: Key,
  categories: Keys,
  collections: Keys,
  brand: Nullable(Label),
  tags: Type.Array(Label, { maxItems: 50 }),
  quantity: Quantity,
  prices: Shape({
    baseAmount: UnitAmount,
    compareAtAmount: Nullable(UnitAmount),
    entries: Type.Array(
      Shape({
        priceListId: Key,
        minQuantity: Quantity,
        amount: UnitAmount,
        compareAtAmount: Nullable(UnitAmount),
      }),
      { maxItems: 100 },
    ),
  }),
  floorUnitAmount: Nullable(UnitAmount),
  rates: Rates,
  homeRates: Type.Optional(Rates),
  isExcluded: Type.Boolean(),
  offeredBy: Nullable(Key),
  overrideUnitAmount: Nullable(UnitAmount),
  manualDiscount: Nullable(ManualDiscount),
});
const Shopper = Shape({
  at: Instant,
  channelId: Key,
  locationId: Nullable(Key),
  timeZone: Nullable(Zone),
  member: Nullable(
    Shape({
      id: Key,
      tier: Nullable(Label),
      tags: Type.Array(Label, { maxItems: 50 }),
      birthday: Nullable(Type.String({ pattern: '^(\\d{4}|-)-\\d\\d-\\d\\d$' })),
      orderCount: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
      isReferred: Type.Boolean(),
      isTaxExempt: Type.Boolean(),
    }),
  ),
  codes: Type.Array(Label, { maxItems: 20 }),
  /** Codes that are no shared code of a promotion. */
  knownCodes: Type.Array(
    Shape({
      code: Label,
      promotionId: Nullable(Key),
      couponId: Nullable(Key),
      refusal: Nullable(Type.Enum(['unknown', 'used', 'expired', 'not_yours', 'revoked'])),
    }),
    { maxItems: 20 },
  ),
  tenders: Type.Array(Label, { maxItems: 10 }),
  /** Uses so far, where there were any. */
  usage: Type.Array(
    Shape({
      promotionId: Key,
      uses: Uses,
      usesToday: Uses,
      usesByMember: Uses,
      pieces: Uses,
      amount: PositiveAmount,
    }),
    { maxItems: 50 },
  ),
  manualDiscount: Nullable(ManualDiscount),
});

export const quotationRoutes = {
  'POST /api/pricing/quotations': {
    summary: 'What the engine makes of a basket, by rules that are given or published, at an instant, for a shopper',
    access: 'promotion.read',
    bodyLimit: 262_144,
    body: Shape({
      rules: OneOf<Rules>([GivenRules, PublishedRules] satisfies TSchema[]),
      basket: Shape({
        lines: Type.Array(Line, { minItems: 1, maxItems: 100 }),
        shipping: Nullable(
          Shape({
            method: Type.Enum(['ship', 'pickup']),
            amount: PositiveAmount,
            rates: Rates,
            homeRates: Type.Optional(Rates),
          }),
        ),
      }),
      shopper: Shopper,
    }),
    answer: PricedBasket,
    refusals: [...promotionRefusals, 'rule_set.not_found', 'amount.too_large'],
  },
} as const satisfies Routes;
