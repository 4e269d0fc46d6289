/** Promotions, price lists and rule sets as they cross the wire: the domain's own types, with limits on everything. */
import type { PricedBasket as DomainBasket } from '@tandem/domain/pricing/priced-basket.ts';
import type { PricingSettings as DomainSettings, PriceList, RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Action as DomainAction, Reward as DomainReward } from '@tandem/domain/promotions/action.ts';
import type { Condition as DomainCondition } from '@tandem/domain/promotions/condition.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import { type Static, type TSchema, Type } from 'typebox';
import { Id, Label, LocalisedText, Nullable, PositiveAmount, Quantity, Shape } from './shapes.ts';

/** One of several shapes, told apart by a field, so that what is wrong with it is named where it is wrong. */
export const OneOf = <T>(of: readonly TSchema[], propertyName = 'kind') =>
  Type.Unsafe<T>({ type: 'object', discriminator: { propertyName }, required: [propertyName], oneOf: [...of] });
/** An answer that was checked when it came in, and goes out as it is stored. */
export const Stored = <T>(title: string) => Type.Unsafe<T>({ type: 'object', title, additionalProperties: true });

const Ids = Nullable(Type.Array(Id, { minItems: 1, maxItems: 500 }));
const Words = Nullable(Type.Array(Label, { minItems: 1, maxItems: 200 }));
const Positive = Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 });
const Count = Type.Integer({ minimum: 1, maximum: 1000 });
const BasisPoints = Type.Integer({ minimum: 1, maximum: 10_000 });
const Methods = Type.Unsafe<string[]>(Type.Array(Type.Enum(['ship', 'pickup']), { minItems: 1, maxItems: 2 }));
/** A name per language, at least one. */
export const Name = Type.Unsafe<Record<string, string>>(LocalisedText);

/** A local date and time without a zone, to the minute. */
const LocalTime = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d$' });
const ClockTime = Type.String({ pattern: '^\\d\\d:\\d\\d$' });
export const Schedule = Shape({
  start: Nullable(LocalTime),
  end: Nullable(LocalTime),
  /** `store`, or the name of a time zone. */
  zone: Type.String({ minLength: 1, maxLength: 60 }),
  weekdays: Nullable(Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 })),
  hours: Nullable(Type.Array(Shape({ from: ClockTime, until: ClockTime }), { minItems: 1, maxItems: 12 })),
});

const filterParts = {
  variants: Ids,
  products: Ids,
  categories: Ids,
  collections: Ids,
  brands: Words,
  tags: Words,
};
export const ItemFilter = Shape({ ...filterParts, except: Nullable(Shape(filterParts)) });

const rewardShapes = [
  Shape({ kind: Type.Literal('percent'), basisPoints: BasisPoints }),
  Shape({ kind: Type.Literal('amount'), amount: Positive }),
  Shape({ kind: Type.Literal('price'), amount: PositiveAmount }),
] as const;
export const Reward = OneOf<Static<(typeof rewardShapes)[number]>>(rewardShapes);

const unitShapes = [
  Shape({ which: Type.Literal('all') }),
  Shape({ which: Type.Enum(['cheapest', 'dearest']), count: Count }),
] as const;
const UnitChoice = OneOf<Static<(typeof unitShapes)[number]>>(unitShapes, 'which');

const Dearness = Type.Enum(['cheapest', 'dearest']);
const Grouping = Type.Enum(['pooled', 'per_set']);
const Per = Type.Enum(['unit', 'line', 'order']);
const steps = { minItems: 1, maxItems: 20 };
const Choices = Type.Array(Id, { minItems: 1, maxItems: 50 });
const actionShapes = [
  Shape({ kind: Type.Literal('percent_off'), basisPoints: BasisPoints, items: ItemFilter, units: UnitChoice }),
  Shape({ kind: Type.Literal('amount_off'), amount: Positive, per: Per, items: ItemFilter, units: UnitChoice }),
  Shape({ kind: Type.Literal('fixed_price'), amount: PositiveAmount, per: Per, items: ItemFilter }),
  Shape({
    kind: Type.Literal('quantity_breaks'),
    breaks: Type.Array(Shape({ min: Quantity, reward: Reward }), steps),
    counted: Type.Enum(['line', 'product', 'group']),
    items: ItemFilter,
  }),
  Shape({
    kind: Type.Literal('n_for_price'),
    n: Type.Integer({ minimum: 2, maximum: 1000 }),
    amount: PositiveAmount,
    fill: Type.Enum(['dearest_first', 'basket_order']),
    items: ItemFilter,
  }),
  Shape({
    kind: Type.Literal('set'),
    parts: Type.Array(Shape({ items: ItemFilter, count: Count }), { minItems: 1, maxItems: 20 }),
    reward: Reward,
  }),
  Shape({
    kind: Type.Literal('buy_get'),
    buy: Shape({ items: ItemFilter, count: Nullable(Count), minAmount: Nullable(Positive) }),
    get: Shape({ items: ItemFilter, count: Count }),
    reward: Reward,
    choose: Dearness,
    grouping: Grouping,
    isRepeated: Type.Boolean(),
  }),
  Shape({
    kind: Type.Literal('nth_item'),
    n: Type.Integer({ minimum: 2, maximum: 1000 }),
    reward: Reward,
    choose: Dearness,
    grouping: Grouping,
    items: ItemFilter,
  }),
  Shape({
    kind: Type.Literal('spend_ladder'),
    steps: Type.Array(Shape({ minAmount: Positive, reward: Reward }), steps),
    isRepeated: Type.Boolean(),
    items: ItemFilter,
  }),
  Shape({
    kind: Type.Literal('gift'),
    steps: Type.Array(
      Shape({ minAmount: Nullable(Positive), minCount: Nullable(Count), choices: Choices, count: Count }),
      steps,
    ),
    items: ItemFilter,
  }),
  Shape({
    kind: Type.Literal('add_on'),
    choices: Type.Array(Shape({ variantId: Id, amount: PositiveAmount }), { minItems: 1, maxItems: 50 }),
    per: Shape({ kind: Type.Enum(['amount', 'unit']), value: Positive }),
    count: Count,
    items: ItemFilter,
  }),
  Shape({ kind: Type.Literal('shipping'), reward: Reward, methods: Nullable(Methods) }),
] as const;
export const Action = OneOf<Static<(typeof actionShapes)[number]>>(actionShapes);

const conditionShapes = [
  Shape({
    kind: Type.Literal('spend'),
    minAmount: PositiveAmount,
    isStrict: Type.Boolean(),
    measured: Type.Enum(['current', 'original']),
    items: ItemFilter,
  }),
  Shape({ kind: Type.Literal('quantity'), min: Quantity, of: Type.Enum(['line', 'group']), items: ItemFilter }),
  Shape({ kind: Type.Literal('contains'), items: ItemFilter }),
  Shape({ kind: Type.Literal('member') }),
  Shape({ kind: Type.Literal('tier'), tiers: Type.Array(Label, { minItems: 1, maxItems: 50 }) }),
  Shape({ kind: Type.Literal('member_tag'), tags: Type.Array(Label, { minItems: 1, maxItems: 50 }) }),
  Shape({
    kind: Type.Literal('birthday'),
    daysBefore: Type.Integer({ minimum: 0, maximum: 180 }),
    daysAfter: Type.Integer({ minimum: 0, maximum: 180 }),
  }),
  Shape({ kind: Type.Literal('birthday_month') }),
  Shape({ kind: Type.Literal('nth_order'), n: Count, isRepeated: Type.Boolean() }),
  Shape({ kind: Type.Literal('referred') }),
  Shape({ kind: Type.Literal('channel'), channels: Choices }),
  Shape({ kind: Type.Literal('location'), locations: Choices }),
  Shape({ kind: Type.Literal('time'), schedule: Schedule }),
  Shape({ kind: Type.Literal('price_list'), priceLists: Choices }),
  Shape({ kind: Type.Literal('shipping_method'), methods: Methods }),
  Shape({
    kind: Type.Literal('tender'),
    tenders: Type.Unsafe<string[]>(
      Type.Array(Type.Enum(['cash', 'card', 'test', 'in_store']), { minItems: 1, maxItems: 4 }),
    ),
  }),
] as const;
/** Conditions nest three deep: all of any of conditions. */
const groupOf = (inner: TSchema) =>
  Shape({ kind: Type.Enum(['all', 'any', 'none']), of: Type.Array(inner, { minItems: 1, maxItems: 20 }) });
const single = OneOf(conditionShapes);
const pair = OneOf([...conditionShapes, groupOf(single)]);
export const Condition = OneOf<DomainCondition>([...conditionShapes, groupOf(pair)]);

const SharedCode = Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' });
const triggerShapes = [
  Shape({ kind: Type.Literal('automatic') }),
  Shape({ kind: Type.Literal('code'), sharedCodes: Type.Array(SharedCode, { maxItems: 100 }) }),
] as const;
const limit = Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000_000 }));
export const Limits = Shape({
  uses: limit,
  usesPerMember: limit,
  usesPerDay: limit,
  usesPerOrder: limit,
  pieces: limit,
  budgetAmount: Nullable(Positive),
  maxAmountPerOrder: Nullable(Positive),
});

const definition = {
  name: Name,
  phase: Type.Enum(['line', 'set', 'order', 'coupon', 'shipping', 'gift']),
  priority: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  stackGroup: Nullable(Label),
  exclusive: Type.Enum(['none', 'group', 'phase', 'all']),
  combinesWith: Nullable(Type.Array(Label, { maxItems: 200 })),
  base: Type.Enum(['current', 'original']),
  excludeDiscounted: Type.Boolean(),
  schedule: Nullable(Schedule),
  channels: Ids,
  locations: Ids,
  trigger: OneOf<Static<(typeof triggerShapes)[number]>>(triggerShapes),
  condition: Nullable(Condition),
  action: Action,
  limits: Limits,
  breaksFloor: Type.Boolean(),
};
/** What is refused of a promotion that its shape allows. */
export const promotionRefusals = [
  'promotion.name',
  'promotion.period',
  'promotion.zone',
  'promotion.hours',
  'promotion.steps',
  'promotion.too_much',
  'promotion.no_effect',
  'promotion.code_taken',
] as const;
/** A promotion as it is written: everything but its id. */
export const PromotionDefinition = Shape(definition);
const Checked = Shape({ id: Id, ...definition });
/** The same with its id, as it was stored. */
export const StoredPromotion = Stored<Promotion>('Promotion');

export const PriceListHead = Shape({
  name: Name,
  channels: Ids,
  locations: Ids,
  members: Ids,
  tiers: Nullable(Type.Array(Label, { minItems: 1, maxItems: 50 })),
  memberTags: Nullable(Type.Array(Label, { minItems: 1, maxItems: 50 })),
  schedule: Nullable(Schedule),
});
export const PricingSettings = Shape({
  taxRounding: Type.Enum(['line', 'unit', 'document']),
  taxTies: Type.Enum(['away_from_zero', 'toward_zero']),
  percentRounding: Type.Enum(['line', 'unit']),
  otherTaxZone: Type.Enum(['keep_gross', 'keep_net']),
  thresholds: Type.Enum(['price_mode', 'net']),
  exclusiveChoice: Type.Enum(['best_for_shopper', 'priority']),
  codesPerOrder: Nullable(Type.Integer({ minimum: 1, maximum: 20 })),
  budget: Type.Enum(['whole_uses', 'partial']),
  cancelledOrder: Type.Enum(['gives_use_back', 'keeps_use']),
  returnedOrder: Type.Enum(['gives_use_back', 'keeps_use']),
  codesOffline: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
});
export const StoredRuleSet = Stored<RuleSet>('RuleSet');
/** What a basket costs, and why. */
export const PricedBasket = Stored<DomainBasket>('PricedBasket');

export const ManualReward = OneOf<{ kind: 'percent'; basisPoints: number } | { kind: 'amount'; amount: number }>([
  Shape({ kind: Type.Literal('percent'), basisPoints: BasisPoints }),
  Shape({ kind: Type.Literal('amount'), amount: Positive }),
]);
export const ManualDiscount = Shape({ reward: ManualReward, reason: Type.String({ maxLength: 200 }) });

/** The wire and the domain say the same: a difference is an error of the compiler here. */
type Plain<T> = T extends readonly (infer U)[]
  ? Plain<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;
type Same<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : false) : false;
const agrees = <_ extends true>(): void => undefined;
agrees<Same<Static<typeof Checked>, Promotion>>();
agrees<Same<Static<(typeof actionShapes)[number]>, DomainAction>>();
agrees<Same<Static<(typeof conditionShapes)[number]>, Exclude<DomainCondition, { kind: 'all' | 'any' | 'none' }>>>();
agrees<Same<Static<(typeof rewardShapes)[number]>, DomainReward>>();
agrees<Same<Static<typeof PriceListHead> & { id: string }, PriceList>>();
agrees<Same<Static<typeof PricingSettings>, DomainSettings>>();
