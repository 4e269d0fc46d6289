/** Figures, by the one dictionary of report definitions. */
import { type TProperties, Type } from 'typebox';
import type { Routes } from './route.ts';
import { Amount, DateOnly, Id, LocalisedText, Nullable, Page, PageQuery, Shape } from './shapes.ts';

/** Gross − discounts − returns = net sales, without tax; gross profit = net − cost. */
export const Figures = Shape({
  orders: Type.Integer(),
  returns: Type.Integer(),
  units: Type.Integer(),
  grossAmount: Amount,
  discountAmount: Amount,
  returnedAmount: Amount,
  netAmount: Amount,
  taxAmount: Amount,
  shippingAmount: Amount,
  totalAmount: Amount,
  costAmount: Amount,
  profitAmount: Amount,
});
const FigureRow = <P extends TProperties>(key: P) => Shape({ ...key, ...Figures.properties });

const uuid = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const variantFilter = {
  search: Type.Optional(Type.String({ maxLength: 200 })),
  categoryId: Type.Optional(Id),
  status: Type.Optional(Type.Enum(['draft', 'active', 'archived'])),
  locationId: Type.Optional(Id),
  stock: Type.Optional(Type.Enum(['out', 'low', 'negative', 'in'])),
  /** Exactly these variants: at most 100 ids with commas between. */
  ids: Type.Optional(Type.String({ maxLength: 3699, pattern: `^${uuid}(,${uuid})*$` })),
};

export const reportsRoutes = {
  'GET /api/reports/today': {
    summary: 'Today against a usual day, by store and channel, with best sellers and the day’s curve',
    access: 'report.read',
    query: Shape({ locationId: Type.Optional(Id), channelId: Type.Optional(Id) }),
    answer: Shape({
      businessDate: DateOnly,
      currency: Type.String(),
      total: Figures,
      /** The mean of the same weekday in the last 4 weeks up to this hour; null without history. */
      usual: Nullable(Figures),
      yesterday: Figures,
      byChannel: Type.Array(Shape({ channelId: Id, ...Figures.properties })),
      byLocation: Type.Array(Shape({ locationId: Id, ...Figures.properties })),
      byHour: Type.Array(Shape({ hour: Type.Integer(), netAmount: Amount, usualNetAmount: Nullable(Amount) })),
      lastDays: Type.Array(
        Shape({ businessDate: DateOnly, netAmount: Amount, profitAmount: Amount, orders: Type.Integer() }),
      ),
      bestSellers: Type.Array(
        Shape({
          productId: Id,
          name: LocalisedText,
          imageUrl: Nullable(Type.String()),
          units: Type.Integer(),
          netAmount: Amount,
        }),
      ),
      toFulfil: Type.Integer(),
      lowStock: Type.Integer(),
      exceptions: Type.Integer(),
      position: Type.Integer(),
    }),
  },
  'GET /api/reports/sales': {
    summary: 'Sales by day, channel, location or product',
    access: 'report.read',
    query: Shape({
      from: DateOnly,
      to: DateOnly,
      by: Type.Enum(['day', 'month', 'channel', 'location', 'product']),
      channelId: Type.Optional(Id),
      locationId: Type.Optional(Id),
    }),
    answer: Shape({
      currency: Type.String(),
      total: Figures,
      rows: Type.Array(FigureRow({ key: Type.String(), label: LocalisedText })),
    }),
  },
  'GET /api/reports/variants': {
    summary: 'The fast table of all variants with price and stock',
    access: 'catalog.read',
    query: Shape({
      ...PageQuery,
      ...variantFilter,
      sort: Type.Optional(Type.Enum(['name', 'sku', 'price', 'available', 'updated'])),
      descending: Type.Optional(Type.Boolean()),
    }),
    answer: Shape({
      ...Page(
        Shape({
          variantId: Id,
          productId: Id,
          handle: Type.String(),
          name: LocalisedText,
          optionNames: Type.Array(LocalisedText),
          sku: Type.String(),
          brand: Type.String(),
          categoryId: Nullable(Id),
          status: Type.String(),
          imageUrl: Nullable(Type.String()),
          amount: Nullable(Amount),
          /** Made of other variants: nothing of its own is on hand, and available is what they allow. */
          isBundle: Type.Boolean(),
          onHand: Type.Integer(),
          available: Type.Integer(),
          variantCount: Type.Integer(),
        }),
      ).properties,
      total: Type.Integer(),
    }),
  },
  'GET /api/reports/variant-facts': {
    summary:
      'Category, brand and unit cost of every variant, for sheets that filter and work out margins by themselves',
    access: 'catalog.read',
    query: Shape({
      ids: variantFilter.ids,
      cursor: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000, default: 10_000 })),
    }),
    answer: Page(
      Shape({
        variantId: Id,
        categoryId: Nullable(Id),
        brand: Type.String(),
        /** What one piece cost on average, in minor units; null where nothing was received yet, or who asks may see no reports. */
        costAmount: Nullable(Amount),
      }),
    ),
  },
  'GET /api/reports/variant-ids': {
    summary: 'Which variants a filter of that table finds, to change them all; at most as many as one edit may name',
    access: 'catalog.read',
    query: Shape(variantFilter),
    answer: Shape({ items: Type.Array(Shape({ variantId: Id, productId: Id })), hasMore: Type.Boolean() }),
  },
} as const satisfies Routes;
