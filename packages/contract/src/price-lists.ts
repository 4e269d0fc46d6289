/** Price lists, the settings of pricing, and the numbered rule sets that tills and store price with. */

import type { PriceList as DomainList } from '@tandem/domain/pricing/rule-set.ts';
import { Type } from 'typebox';
import { CsvFile } from './coupons.ts';
import { PriceListHead, PricingSettings, Stored, StoredRuleSet } from './promotion-shapes.ts';
import type { Routes } from './route.ts';
import { Id, IdParams, Instant, LocalisedText, Nullable, Page, PageQuery, PositiveAmount, Shape } from './shapes.ts';

export const PriceList = Shape({
  id: Id,
  definition: Stored<DomainList>('PriceList'),
  state: Type.Enum(['scheduled', 'active', 'ended']),
  version: Type.Integer(),
  entryCount: Type.Integer(),
  createdAt: Instant,
  updatedAt: Instant,
  updatedBy: Nullable(Type.String()),
  endedAt: Nullable(Instant),
});
export const PriceProtection = Shape({
  /** For how many minutes after checkout began the shown price counts; 0: not at all. */
  holdMinutes: Type.Integer({ minimum: 0, maximum: 60 }),
  /** What discounts must leave on top of the cost, in parts per ten thousand; null: they may go to zero. */
  floorMarginBasisPoints: Nullable(Type.Integer({ minimum: 0, maximum: 100_000 })),
});
const uuid = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const minQuantity = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });
/** A row of the grid: a variant with its base price and its prices in the list. */
export const PriceListRow = Shape({
  variantId: Id,
  productId: Id,
  sku: Type.String(),
  name: LocalisedText,
  optionNames: Type.Array(LocalisedText),
  imageUrl: Nullable(Type.String()),
  baseAmount: Nullable(PositiveAmount),
  compareAtAmount: Nullable(PositiveAmount),
  entries: Type.Array(Shape({ minQuantity, amount: PositiveAmount, compareAtAmount: Nullable(PositiveAmount) })),
});
/** A change of a list: its head before and after, or the prices that were set, changed or taken out (amount null). */
export const PriceListChange = Shape({
  /** The rules that the change came with. */
  ruleSetNumber: Type.Integer(),
  event: Type.Enum(['added', 'changed', 'ended', 'prices']),
  at: Instant,
  staffName: Nullable(Type.String()),
  before: Nullable(Stored<DomainList>('PriceList')),
  after: Nullable(Stored<DomainList>('PriceList')),
  entryCount: Type.Integer(),
  /** The first 200 of them. */
  entries: Type.Array(
    Shape({
      variantId: Id,
      sku: Type.String(),
      name: LocalisedText,
      optionNames: Type.Array(LocalisedText),
      minQuantity,
      beforeAmount: Nullable(PositiveAmount),
      beforeCompareAtAmount: Nullable(PositiveAmount),
      amount: Nullable(PositiveAmount),
      compareAtAmount: Nullable(PositiveAmount),
    }),
  ),
});

export const priceListRoutes = {
  'GET /api/price-lists': {
    summary: 'Price lists',
    access: 'promotion.read',
    answer: Shape({ items: Type.Array(PriceList) }),
  },
  'POST /api/price-lists': {
    summary: 'Add a price list; it counts from the start of its schedule',
    access: 'price.change',
    idempotency: 'optional',
    status: 201,
    body: PriceListHead,
    answer: PriceList,
    refusals: ['promotion.name', 'promotion.period', 'promotion.zone', 'promotion.hours'],
  },
  'GET /api/price-lists/:id': {
    summary: 'A price list',
    access: 'promotion.read',
    params: IdParams,
    answer: PriceList,
  },
  'PUT /api/price-lists/:id': {
    summary: 'Change the head of a price list',
    access: 'price.change',
    idempotency: 'optional',
    params: IdParams,
    body: Shape({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }), definition: PriceListHead }),
    answer: PriceList,
    refusals: [
      'promotion.name',
      'promotion.period',
      'promotion.zone',
      'promotion.hours',
      'price_list.changed_meanwhile',
      'price_list.ended',
    ],
  },
  'POST /api/price-lists/:id/ending': {
    summary: 'End a price list now',
    access: 'price.change',
    idempotency: 'optional',
    params: IdParams,
    answer: PriceList,
    refusals: ['price_list.ended'],
  },
  'GET /api/price-lists/:id/entries': {
    summary: 'The grid: variants with their base price and their prices in this list',
    access: 'promotion.read',
    params: IdParams,
    query: Shape({
      ...PageQuery,
      search: Type.Optional(Type.String({ maxLength: 200 })),
      /** Exactly these variants: at most 100 ids with commas between. */
      ids: Type.Optional(Type.String({ maxLength: 3699, pattern: `^${uuid}(,${uuid})*$` })),
      /** Only variants that have a price in the list. */
      priced: Type.Optional(Type.Boolean()),
    }),
    answer: Page(PriceListRow),
  },
  'PUT /api/price-lists/:id/entries': {
    summary: 'Set or remove (null) prices of a list, many at once; all or none',
    access: 'price.change',
    idempotency: 'optional',
    params: IdParams,
    bodyLimit: 2_097_152,
    body: Shape({
      entries: Type.Array(
        Shape({
          variantId: Id,
          minQuantity,
          amount: Nullable(PositiveAmount),
          compareAtAmount: Type.Optional(Nullable(PositiveAmount)),
        }),
        { minItems: 1, maxItems: 5000 },
      ),
    }),
    answer: PriceList,
    refusals: ['price_list.ended'],
  },
  'GET /api/price-lists/:id/history': {
    summary: 'Every change of a list and its prices, who made it, before and after',
    access: 'promotion.read',
    params: IdParams,
    query: Shape(PageQuery),
    answer: Page(PriceListChange),
  },
  'POST /api/price-lists/:id/import': {
    summary: 'Prices from CSV (sku, min_quantity, price, compare_at); rows that fit are taken, the others are named',
    access: 'price.change',
    idempotency: 'optional',
    params: IdParams,
    bodyLimit: 10_485_760,
    body: Shape({ csv: Type.String({ minLength: 1, maxLength: 10_000_000 }), dryRun: Type.Optional(Type.Boolean()) }),
    answer: Shape({
      taken: Type.Integer(),
      removed: Type.Integer(),
      refused: Type.Integer(),
      /** The first 500 rows that were not taken; `row` counts from 1, the heading is row 1. */
      problems: Type.Array(Shape({ row: Type.Integer(), code: Type.String(), text: Type.String() })),
    }),
    refusals: ['price_list.ended', 'import.not_readable'],
  },
  'GET /api/price-lists/:id/export': {
    summary: 'The prices of a list as CSV',
    access: 'promotion.read',
    params: IdParams,
    answer: CsvFile,
  },
  'GET /api/pricing-settings': {
    summary: 'How prices are worked out where the trade disagrees',
    access: 'promotion.read',
    answer: PricingSettings,
  },
  'PUT /api/pricing-settings': {
    summary: 'Change how prices are worked out',
    access: 'price.change',
    idempotency: 'optional',
    body: PricingSettings,
    answer: PricingSettings,
  },
  'GET /api/price-protection': {
    summary: 'For how long a shown price is held, and the margin that discounts must leave',
    access: 'price.change',
    answer: PriceProtection,
  },
  'PUT /api/price-protection': {
    summary: 'Change how long a shown price is held, and the margin that discounts must leave',
    access: 'price.change',
    idempotency: 'optional',
    body: PriceProtection,
    answer: PriceProtection,
  },
  'GET /api/variants/:id/price-history': {
    summary: 'Base prices of a variant as they were, and the lowest of the last 30 days before today’s price',
    access: 'catalog.read',
    params: IdParams,
    answer: Shape({
      lowest30DaysAmount: Nullable(PositiveAmount),
      items: Type.Array(
        Shape({
          amount: PositiveAmount,
          compareAtAmount: Nullable(PositiveAmount),
          from: Instant,
        }),
      ),
    }),
  },
  'GET /api/rule-set': {
    summary: 'The rules that price baskets now',
    access: 'promotion.read',
    answer: StoredRuleSet,
  },
  'GET /api/till/rule-set': {
    summary: 'The same for a register',
    access: 'register',
    answer: StoredRuleSet,
  },
} as const satisfies Routes;
