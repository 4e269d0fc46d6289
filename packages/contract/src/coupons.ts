/** Unique codes: batches of them, and what became of each. */
import { Type } from 'typebox';
import type { Routes } from './route.ts';
import { Id, IdParams, Instant, Label, Note, Nullable, Page, PageQuery, Shape } from './shapes.ts';

export const CouponState = Type.Enum(['issued', 'held', 'redeemed', 'revoked']);
export const CouponBatch = Shape({
  id: Id,
  promotionId: Id,
  name: Type.String(),
  prefix: Type.String(),
  count: Type.Integer(),
  /** How many of them are written; `isReady` when all are. */
  made: Type.Integer(),
  isReady: Type.Boolean(),
  expiresAt: Nullable(Instant),
  createdAt: Instant,
  createdBy: Nullable(Type.String()),
  revokedAt: Nullable(Instant),
  states: Shape({
    issued: Type.Integer(),
    held: Type.Integer(),
    redeemed: Type.Integer(),
    revoked: Type.Integer(),
  }),
});
export const Coupon = Shape({
  id: Id,
  batchId: Id,
  promotionId: Id,
  code: Type.String(),
  state: CouponState,
  memberId: Nullable(Id),
  orderId: Nullable(Id),
  updatedAt: Instant,
});
export const CsvFile = Shape({ fileName: Type.String(), csv: Type.String() });

/** What a till asks about a code that is no shared one. */
export const CodeAnswer = Shape({
  code: Type.String(),
  promotionId: Nullable(Id),
  couponId: Nullable(Id),
  /** `not_yours` of every code that is one member's: the till knows who was named, also after the code was entered. */
  refusal: Nullable(Type.Enum(['unknown', 'used', 'expired', 'not_yours', 'revoked'])),
  /** The member who alone may use it. */
  memberId: Nullable(Id),
});

export const couponRoutes = {
  'GET /api/promotions/:id/coupon-batches': {
    summary: 'Batches of unique codes of a promotion',
    access: 'promotion.read',
    params: IdParams,
    answer: Shape({ items: Type.Array(CouponBatch) }),
  },
  'POST /api/promotions/:id/coupon-batches': {
    summary: 'Make unique codes; the answer comes at once, the codes follow',
    access: 'promotion.change',
    idempotency: 'optional',
    params: IdParams,
    status: 201,
    bodyLimit: 2_097_152,
    body: Shape({
      name: Label,
      /** Letters, digits and hyphens; may be empty. */
      prefix: Type.String({ maxLength: 12 }),
      count: Type.Integer({ minimum: 1, maximum: 50_000 }),
      expiresAt: Nullable(Instant),
      /** One code for each of these members, and for nobody else; `count` is then their number. */
      memberIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 20_000 })),
      /** The same for all members of a tier or with a tag, as they are now; at most 20,000. Left aside where ids are given. */
      members: Type.Optional(
        Shape({
          tier: Type.Optional(Type.String({ maxLength: 200 })),
          tag: Type.Optional(Type.String({ maxLength: 200 })),
        }),
      ),
    }),
    answer: CouponBatch,
    refusals: ['coupon.needs_code_trigger', 'coupon.expired', 'coupon.prefix', 'coupon.members'],
  },
  'GET /api/coupon-batches/:id': {
    summary: 'A batch, with how far it is and what became of its codes',
    access: 'promotion.read',
    params: IdParams,
    answer: CouponBatch,
  },
  'GET /api/coupon-batches/:id/coupons': {
    summary: 'The codes of a batch',
    access: 'promotion.read',
    params: IdParams,
    query: Shape({
      ...PageQuery,
      state: Type.Optional(CouponState),
      search: Type.Optional(Type.String({ maxLength: 60 })),
    }),
    answer: Page(Coupon),
  },
  'GET /api/coupon-batches/:id/export': {
    summary: 'The codes of a batch as CSV, sent as it is read',
    access: 'promotion.read',
    params: IdParams,
    answer: Type.String(),
    answerType: 'text/csv',
  },
  'POST /api/coupon-batches/:id/revocation': {
    summary: 'Revoke every code of a batch that was not redeemed',
    access: 'promotion.change',
    idempotency: 'optional',
    params: IdParams,
    body: Shape({ reason: Type.Optional(Note) }),
    answer: CouponBatch,
  },
  'POST /api/coupons/:id/revocation': {
    summary: 'Revoke one code',
    access: 'promotion.change',
    idempotency: 'optional',
    params: IdParams,
    body: Shape({ reason: Type.Optional(Note) }),
    answer: Coupon,
    refusals: ['coupon.redeemed'],
  },
  'GET /api/till/codes/:code': {
    summary: 'What a code is that no promotion shares: a unique coupon, or nothing',
    access: 'register',
    params: Shape({ code: Type.String({ minLength: 1, maxLength: 60 }) }),
    answer: CodeAnswer,
    refusals: ['code.not_found'],
  },
} as const satisfies Routes;
