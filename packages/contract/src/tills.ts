/** The till: its catalogue, sales as facts, refunds. */
import { Type } from 'typebox';
import { Pin, Role } from './merchant-shapes.ts';
import { Order, OrderRow } from './order-shapes.ts';
import type { Routes } from './route.ts';
import {
  Id,
  IdParams,
  Instant,
  Label,
  LocalisedText,
  Note,
  Nullable,
  PositiveAmount,
  Quantity,
  Shape,
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
  imageUrl: Nullable(Type.String()),
  available: Type.Integer(),
  isActive: Type.Boolean(),
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
      unitAmount: PositiveAmount,
      discountAmount: Type.Optional(PositiveAmount),
    }),
    { minItems: 1, maxItems: 500 },
  ),
  tenders: Type.Array(Shape({ kind: Type.Enum(['cash', 'card', 'test']), amount: PositiveAmount }), {
    minItems: 1,
    maxItems: 10,
  }),
  /** What the shopper was told and paid, cash rounding included. */
  totalAmount: PositiveAmount,
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
      categories: Type.Array(Shape({ id: Id, name: LocalisedText, rank: Type.Integer() })),
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
    bodyLimit: 262_144,
    body: TillSaleBody,
    answer: TillSaleAnswer,
  },
  'GET /api/till/sales': {
    summary: 'The last sales of this register’s store',
    access: 'register_staff',
    answer: Shape({ items: Type.Array(OrderRow) }),
  },
  'GET /api/till/sales/:id': {
    summary: 'A sale, for its receipt',
    access: 'register_staff',
    params: IdParams,
    answer: Order,
  },
  'POST /api/till/sales/:id/refund': {
    summary: 'Refund a whole sale at this till',
    access: 'register_staff',
    idempotency: 'required',
    params: IdParams,
    status: 201,
    body: Shape({ reason: Type.Optional(Note) }),
    answer: Order,
    refusals: ['order.nothing_to_refund', 'order.not_refundable'],
  },
} as const satisfies Routes;
