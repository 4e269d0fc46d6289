/** Promotions, their coupons, and what they would do and did. */
import { type Static, Type } from 'typebox';
import { PricedBasket, PromotionDefinition, promotionRefusals, Stored, StoredPromotion } from './promotion-shapes.ts';
import type { Routes } from './route.ts';
import {
  Amount,
  DateOnly,
  Id,
  IdParams,
  Instant,
  Label,
  Nullable,
  Page,
  PageQuery,
  Quantity,
  Shape,
} from './shapes.ts';

/** `scheduled` and `ended` also follow from the schedule: no job moves a promotion from one to the other. */
export const PromotionState = Type.Enum(['draft', 'scheduled', 'active', 'paused', 'ended']);
export const PromotionKind = Type.Enum([
  'percent_off',
  'amount_off',
  'fixed_price',
  'quantity_breaks',
  'n_for_price',
  'set',
  'buy_get',
  'nth_item',
  'spend_ladder',
  'gift',
  'add_on',
  'shipping',
]);
export const Promotion = Shape({
  id: Id,
  definition: StoredPromotion,
  state: PromotionState,
  /** Grows with every change; a change names the version that it was made on. */
  version: Type.Integer(),
  createdAt: Instant,
  createdBy: Nullable(Type.String()),
  updatedAt: Instant,
  updatedBy: Nullable(Type.String()),
  publishedAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  /** Uses that count, as of now; the amount is what was given in all. */
  uses: Shape({ uses: Type.Integer(), pieces: Type.Integer(), amount: Amount, held: Type.Integer() }),
});
export const PromotionChange = Shape({
  version: Type.Integer(),
  event: Type.Enum(['created', 'changed', 'published', 'paused', 'resumed', 'ended', 'copied']),
  at: Instant,
  staffId: Nullable(Id),
  staffName: Nullable(Type.String()),
  before: Nullable(StoredPromotion),
  after: StoredPromotion,
});

/** A basket to try rules on. */
export const SampleBasket = Shape({
  channelId: Id,
  locationId: Nullable(Id),
  memberId: Nullable(Id),
  /** The instant to price at; now when left out. */
  at: Type.Optional(Instant),
  codes: Type.Array(Label, { maxItems: 20 }),
  shippingMethod: Nullable(Type.Enum(['ship', 'pickup'])),
  /** How it is paid; no way is chosen yet when left out. */
  tender: Type.Optional(Type.Enum(['cash', 'card', 'test', 'in_store'])),
  lines: Type.Array(Shape({ variantId: Id, quantity: Quantity }), { minItems: 1, maxItems: 100 }),
});

export const PromotionResults = Shape({
  promotionId: Id,
  from: DateOnly,
  to: DateOnly,
  uses: Type.Integer(),
  orders: Type.Integer(),
  pieces: Type.Integer(),
  /** What it gave, in the price mode of the merchant. */
  discountAmount: Amount,
  /** Net sales of the baskets that used it, their cost, and what is left. */
  netAmount: Amount,
  costAmount: Amount,
  marginAmount: Amount,
  /**
   * Net sales a day of the channels it counts in, over the whole days it ran, against the same weekdays of the four weeks before it;
   * null where there is nothing to compare with. In parts per ten thousand.
   */
  upliftBasisPoints: Nullable(Type.Integer()),
  dailyNetAmount: Amount,
  dailyNetBeforeAmount: Nullable(Amount),
  days: Type.Array(
    Shape({
      date: DateOnly,
      uses: Type.Integer(),
      orders: Type.Integer(),
      discountAmount: Amount,
      netAmount: Amount,
    }),
  ),
});

export interface SimulationResult {
  /** Baskets that were looked at, and those that the draft would have touched. */
  baskets: number;
  touched: number;
  uses: number;
  /** What the draft itself would have given. */
  discountAmount: number;
  /** Sales without tax of the touched baskets as they were, under the rules of now, and with the draft. */
  netSoldAmount: number;
  netNowAmount: number;
  netDraftAmount: number;
  costAmount: number;
  marginNowAmount: number;
  marginDraftAmount: number;
  /** Lines that would have gone below their cost and did not without it. */
  linesUnderCost: number;
  /** Lines that would have gone below the lowest price that discounts may reach; below their cost where goods know none. */
  linesUnderFloor: number;
  /** Baskets in which that lowest price kept the draft from giving anything. */
  heldByFloor: number;
  /** Baskets that the draft would have touched but for one of its limits, and when it had given all it may (ISO). */
  refusedForLimit: number;
  limitReachedAt: string | null;
  /** Promotions of now that would have given less, or more, beside the draft; over all baskets. */
  disturbed: { promotionId: string; uses: number; usesWithDraft: number; amount: number; amountWithDraft: number }[];
  /** The baskets in which it would have given most. */
  examples: { orderId: string; number: string; amountNow: number; amountDraft: number; discountAmount: number }[];
}
export const SimulationState = Type.Enum(['running', 'done', 'failed', 'cancelled']);
export const Simulation = Shape({
  id: Id,
  promotionId: Nullable(Id),
  definition: StoredPromotion,
  days: Type.Integer(),
  state: SimulationState,
  /** Baskets done, of all. */
  done: Type.Integer(),
  total: Nullable(Type.Integer()),
  startedAt: Instant,
  startedBy: Nullable(Type.String()),
  finishedAt: Nullable(Instant),
  result: Nullable(Stored<SimulationResult>('SimulationResult')),
});
export type PromotionBody = Static<typeof PromotionDefinition>;

const refusals = promotionRefusals;
const move = (summary: string) =>
  ({
    summary,
    access: 'promotion.change',
    idempotency: 'optional',
    params: IdParams,
    answer: Promotion,
    refusals: ['promotion.wrong_state', 'promotion.period', 'promotion.code_taken'],
  }) as const;

export const promotionsRoutes = {
  'GET /api/promotions': {
    summary: 'Promotions, the last changed first',
    access: 'promotion.read',
    query: Shape({
      ...PageQuery,
      state: Type.Optional(PromotionState),
      kind: Type.Optional(PromotionKind),
      /** Those that count in the channel: named for it, or for every channel. */
      channelId: Type.Optional(Id),
      search: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    answer: Page(Promotion),
  },
  'POST /api/promotions': {
    summary: 'Write a draft of a promotion',
    access: 'promotion.change',
    idempotency: 'optional',
    status: 201,
    bodyLimit: 262_144,
    body: PromotionDefinition,
    answer: Promotion,
    refusals,
  },
  'GET /api/promotions/:id': {
    summary: 'A promotion',
    access: 'promotion.read',
    params: IdParams,
    answer: Promotion,
  },
  'PUT /api/promotions/:id': {
    summary: 'Change a promotion; a live one counts as changed at once, everywhere',
    access: 'promotion.change',
    idempotency: 'optional',
    params: IdParams,
    bodyLimit: 262_144,
    body: Shape({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }), definition: PromotionDefinition }),
    answer: Promotion,
    refusals: [...refusals, 'promotion.changed_meanwhile', 'promotion.wrong_state'],
  },
  'POST /api/promotions/:id/publication': move('Publish a draft: it counts from the start of its schedule'),
  'POST /api/promotions/:id/pause': move('Pause a live promotion'),
  'POST /api/promotions/:id/resumption': move('Let a paused promotion count again'),
  'POST /api/promotions/:id/ending': move('End a promotion now'),
  'POST /api/promotions/:id/copy': { ...move('Copy a promotion into a new draft'), status: 201 },
  'GET /api/promotions/:id/history': {
    summary: 'Every change of a promotion, who made it, before and after',
    access: 'promotion.read',
    params: IdParams,
    answer: Shape({ items: Type.Array(PromotionChange) }),
  },
} as const satisfies Routes;

export const promotionEffectRoutes = {
  'POST /api/promotions/preview': {
    summary: 'What a basket would cost now, and with a draft beside (or in place of) the promotions of now',
    access: 'promotion.read',
    bodyLimit: 262_144,
    body: Shape({
      basket: SampleBasket,
      definition: Nullable(PromotionDefinition),
      /** The promotion that the draft takes the place of; its trigger counts as it is written. */
      promotionId: Nullable(Id),
    }),
    answer: Shape({ now: PricedBasket, draft: Nullable(PricedBasket), draftId: Nullable(Id) }),
    refusals,
  },
  'GET /api/promotions/:id/results': {
    summary: 'What a promotion brought: uses, discount, sales, margin, uplift',
    access: 'promotion.read',
    params: IdParams,
    query: Shape({ from: Type.Optional(DateOnly), to: Type.Optional(DateOnly) }),
    answer: PromotionResults,
  },
  'POST /api/promotions/simulations': {
    summary:
      'Replay the baskets of the last days under a draft; a job does it, whatever becomes of the process that was asked',
    access: 'promotion.change',
    idempotency: 'optional',
    status: 201,
    bodyLimit: 262_144,
    body: Shape({
      definition: PromotionDefinition,
      promotionId: Nullable(Id),
      days: Type.Integer({ minimum: 1, maximum: 90 }),
    }),
    answer: Simulation,
    refusals,
  },
  'GET /api/promotions/simulations': {
    summary: 'Simulations, past and running, the newest first',
    access: 'promotion.read',
    query: Shape({ ...PageQuery, promotionId: Type.Optional(Id), state: Type.Optional(SimulationState) }),
    answer: Page(Simulation),
  },
  'GET /api/promotions/simulations/:id': {
    summary: 'A simulation: how far it is, or its result',
    access: 'promotion.read',
    params: IdParams,
    answer: Simulation,
  },
  'POST /api/promotions/simulations/:id/cancellation': {
    summary: 'Stop a simulation that runs',
    access: 'promotion.change',
    idempotency: 'optional',
    params: IdParams,
    answer: Simulation,
    refusals: ['simulation.ended'],
  },
} as const satisfies Routes;
