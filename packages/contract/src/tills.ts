/** The till: its catalogue, sales as facts, refunds. */
import { Type } from 'typebox';
import { BundlePart, componentsMax } from './bundle-shapes.ts';
import { Pin, Role } from './merchant-shapes.ts';
import { LineAllocation, Order, OrderRow } from './order-shapes.ts';
import { ManualDiscount } from './promotion-shapes.ts';
import { refundFields, refundRefusals } from './refund-shapes.ts';
import type { Routes } from './route.ts';
import {
  Id,
  IdParams,
  Instant,
  Label,
  LocalisedText,
  Nullable,
  PositiveAmount,
  Quantity,
  Shape,
  UnitAmount,
} from './shapes.ts';

/** One row of the till's catalogue: small, since 50,000 of them are kept on the device. */
export const TillVariant = Shape({
  id: Id,
  productId: Id,
  sku: Type.String(),
  name: LocalisedText,
  optionNames: Type.Array(LocalisedText),
  categoryId: Nullable(Id),
  barcodes: Type.Array(Type.String()),
  amount: PositiveAmount,
  compareAtAmount: Nullable(PositiveAmount),
  taxCategoryId: Nullable(Id),
  /** What promotions and price lists look at. */
  brand: Nullable(Type.String()),
  tags: Type.Array(Type.String()),
  collections: Type.Array(Id),
  prices: Type.Array(
    Shape({
      priceListId: Id,
      minQuantity: Type.Integer(),
      amount: PositiveAmount,
      compareAtAmount: Nullable(PositiveAmount),
    }),
  ),
  /** The lowest unit price that discounts may reach; null: none. The cost it may come from is not told. */
  floorAmount: Nullable(PositiveAmount),
  imageUrl: Nullable(Type.String()),
  available: Type.Integer(),
  isActive: Type.Boolean(),
  /** What one piece is made of, where it is a bundle; rows of before bundles have none. */
  components: Type.Optional(Type.Array(BundlePart)),
});
/** What a limited promotion gave so far, to everybody; `usesToday` on one business date. */
const given = {
  promotionId: Id,
  uses: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  usesToday: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  pieces: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  amount: PositiveAmount,
};
/** What the till's engine said, so that the server can price the sale again with the same rules. */
export const TillSalePricing = Shape({
  ruleSetNumber: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
  /** Of the priced basket; see the domain's `PricedBasket`. */
  hash: Type.String({ maxLength: 64 }),
  /** The instant that it was priced at: when payment began. `soldAt` when left out. */
  pricedAt: Type.Optional(Instant),
  codes: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 20 }),
  /** Of the whole basket; those of lines stand at the lines. */
  manualDiscount: Type.Optional(Nullable(ManualDiscount)),
  /** What the till knew of the limited promotions that this basket was about; nothing known counts as never used. */
  usage: Type.Optional(
    Type.Array(Shape({ ...given, usesByMember: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }) }), {
      maxItems: 100,
    }),
  ),
  /** Who allowed by PIN what the seller's own role does not; see `POST /api/till/approvals`. */
  approvals: Type.Optional(Type.Array(Shape({ approvalId: Id, staffId: Id }), { maxItems: 50 })),
  applied: Type.Array(
    Shape({
      promotionId: Id,
      code: Nullable(Type.String({ maxLength: 60 })),
      couponId: Nullable(Id),
      times: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      pieces: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
      amount: PositiveAmount,
    }),
    { maxItems: 100 },
  ),
});
export const TillSaleBody = Shape({
  /** The order's id, made by the till together with the command's. */
  orderId: Id,
  receipt: Type.Optional(
    Shape({
      series: Type.String({ minLength: 1, maxLength: 60 }),
      number: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
    }),
  ),
  staffId: Type.Optional(Id),
  memberId: Type.Optional(Id),
  soldAt: Instant,
  lines: Type.Array(
    Shape({
      variantId: Id,
      quantity: Quantity,
      /** What one piece of a bundle held, as the till knew it: that is what was handed over. */
      components: Type.Optional(Type.Array(BundlePart, { minItems: 1, maxItems: componentsMax })),
      /** The list price that the till showed, or what a cashier entered (`isOverridden`). */
      unitAmount: UnitAmount,
      discountAmount: Type.Optional(PositiveAmount),
      priceListId: Type.Optional(Nullable(Id)),
      isOverridden: Type.Optional(Type.Boolean()),
      /** `printed` stands on the label of the goods and is binding; what was typed in has a reason. */
      overrideKind: Type.Optional(Type.Enum(['entered', 'printed'])),
      overrideReason: Type.Optional(Type.String({ maxLength: 200 })),
      manualDiscount: Type.Optional(Nullable(ManualDiscount)),
      /** The floor that the till priced it with. */
      floorUnitAmount: Type.Optional(Nullable(PositiveAmount)),
      /** The promotion whose gift or add-on it is. */
      offeredBy: Type.Optional(Nullable(Id)),
      /** Σ amounts = discountAmount; without them the discount counts as taken off by hand. */
      allocations: Type.Optional(Type.Array(LineAllocation, { maxItems: 50 })),
    }),
    { minItems: 1, maxItems: 500 },
  ),
  tenders: Type.Array(Shape({ kind: Type.Enum(['cash', 'card', 'test']), amount: PositiveAmount }), {
    minItems: 1,
    maxItems: 10,
  }),
  /** What the shopper was told and paid, cash rounding included. */
  totalAmount: PositiveAmount,
  /** Left out by scripts that sell without the rules. */
  pricing: Type.Optional(TillSalePricing),
});
export const TillSaleAnswer = Shape({
  orderId: Id,
  number: Type.String(),
  totalAmount: PositiveAmount,
  changeAmount: PositiveAmount,
  token: Type.String(),
});

export const tillsRoutes = {
  'GET /api/till/catalogue': {
    summary: 'What the till needs to sell: categories, tax, and the positions from which to follow the feeds',
    access: 'register',
    answer: Shape({
      positions: Type.Record(Type.String(), Type.Integer()),
      variantCount: Type.Integer(),
      chunkCount: Type.Integer(),
      categories: Type.Array(Shape({ id: Id, parentId: Nullable(Id), name: LocalisedText, rank: Type.Integer() })),
      /** How codes that the shop's own scales print are read; the first that fits counts. */
      inStoreRules: Type.Array(
        Shape({
          prefix: Type.String(),
          itemDigits: Type.Integer(),
          valueDigits: Type.Integer(),
          valueKind: Type.Enum(['price', 'weight']),
          decimals: Type.Integer(),
        }),
      ),
      /** Channel of the register's sales. */
      channelId: Id,
      taxCategories: Type.Array(
        Shape({
          id: Id,
          isDefault: Type.Boolean(),
          rates: Type.Array(
            Shape({
              id: Id,
              name: Type.String(),
              ratePpm: Type.Integer(),
              isCompound: Type.Boolean(),
              validFrom: Nullable(Instant),
              validUntil: Nullable(Instant),
            }),
          ),
        }),
      ),
    }),
  },
  'GET /api/till/catalogue/:chunk': {
    summary: 'A chunk of at most 1,000 variants',
    access: 'register',
    params: Shape({ chunk: Type.Integer({ minimum: 0, maximum: 100000 }) }),
    answer: Shape({ variants: Type.Array(TillVariant) }),
  },
  'GET /api/till/variants': {
    summary: 'Fresh rows of the named variants, after a feed said that they changed',
    access: 'register',
    query: Shape({ ids: Type.String({ maxLength: 8000 }) }),
    answer: Shape({ variants: Type.Array(TillVariant) }),
  },
  'GET /api/till/promotion-uses': {
    summary: 'What limited promotions gave so far, baskets that are being paid counted in',
    access: 'register',
    answer: Shape({
      /** The business date that `usesToday` is about. */
      day: Type.String(),
      /** Those with a limit that others use up, also where nobody used them yet. */
      items: Type.Array(Shape(given)),
    }),
  },
  'POST /api/till/approvals': {
    summary: 'A person with more rights allows a discount or a price by PIN, without signing in',
    access: 'register',
    body: Shape({
      staffId: Id,
      pin: Pin,
      act: Type.Enum(['discount', 'price']),
      /** How much less than its price, in parts per ten thousand. */
      basisPoints: Type.Integer({ minimum: 0, maximum: 10_000 }),
      reason: Type.String({ maxLength: 200 }),
    }),
    answer: Shape({ approvalId: Id, staff: Shape({ id: Id, name: Label, role: Role }) }),
    refusals: ['session.refused', 'session.too_many_tries', 'approval.over_limit'],
  },
  'POST /api/till/sales': {
    summary: 'Record a completed sale: a fact, applied whatever else is wrong with it',
    access: 'register',
    idempotency: 'required',
    status: 201,
    bodyLimit: 1_048_576,
    body: TillSaleBody,
    answer: TillSaleAnswer,
  },
  'GET /api/till/sales': {
    summary:
      'The last sales of this register’s store, or the sales of any store by number or by the address on a receipt',
    access: 'register_staff',
    query: Shape({ search: Type.Optional(Type.String({ maxLength: 300 })) }),
    answer: Shape({ items: Type.Array(OrderRow) }),
  },
  'GET /api/till/sales/:id': {
    summary: 'A sale, for its receipt',
    access: 'register_staff',
    params: IdParams,
    answer: Order,
  },
  'POST /api/till/sales/:id/refund': {
    summary: 'Take goods of a sale back at this till, some or all of them',
    access: 'register_staff',
    idempotency: 'required',
    params: IdParams,
    status: 201,
    body: Shape(refundFields),
    answer: Order,
    refusals: refundRefusals,
  },
  'POST /api/till/sales/:id/payment': {
    summary: 'Take what is due of an order at this till, before it is handed over',
    access: 'register_staff',
    idempotency: 'required',
    params: IdParams,
    status: 201,
    body: Shape({
      tender: Shape({ kind: Type.Enum(['cash', 'card']), tenderedAmount: Type.Optional(PositiveAmount) }),
    }),
    answer: Order,
    refusals: ['order.nothing_due', 'tender.short'],
  },
} as const satisfies Routes;
