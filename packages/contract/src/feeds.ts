/** What happens, in order, per stream: whole transactions at dense positions. */
import { Type } from 'typebox';
import type { Routes } from './route.ts';
import { Instant, Shape } from './shapes.ts';

export const FeedEntry = Shape({
  stream: Type.String(),
  position: Type.Integer(),
  at: Instant,
  rows: Type.Array(Type.Unknown()),
});

/** Streams: `catalog`, `store:<location id>` (stock), `orders` (all orders and returns of the merchant). Pages of shoppers hear `order_states`. */
export const feedRoutes = {
  'GET /api/feed': {
    summary: 'Entries after the given positions, e.g. ?after=catalog:12,orders:40',
    access: 'staff',
    query: Shape({
      after: Type.String({ minLength: 1, maxLength: 4000 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 200 })),
    }),
    answer: Shape({ entries: Type.Array(FeedEntry), positions: Type.Record(Type.String(), Type.Integer()) }),
  },
  'GET /api/till/feed': {
    summary: 'The same for a register: catalogue and its own store, and what time it is for the server',
    access: 'register',
    query: Shape({
      after: Type.String({ minLength: 1, maxLength: 4000 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 200 })),
    }),
    answer: Shape({
      entries: Type.Array(FeedEntry),
      positions: Type.Record(Type.String(), Type.Integer()),
      at: Instant,
    }),
  },
} as const satisfies Routes;

/**
 * Server-sent events beside the routes: `GET /api/feed/pokes?streams=a,b` (staff), `GET /api/till/feed/pokes` (register),
 * `GET /api/shop/pokes?product=<id>` or `?order=<token>` (shopper). Each event's data is `{ "<stream>": position }`; a poke leads to a pull.
 */
export const pokePaths = {
  staff: '/api/feed/pokes',
  register: '/api/till/feed/pokes',
  shopper: '/api/shop/pokes',
} as const;

/** Rows of the feeds. */
export interface StockRow {
  type: 'stock';
  variantId: string;
  sellable: number;
  committed: number;
  held: number;
  staged: number;
  available: number;
}
export interface CatalogRow {
  /**
   * `rules`: a rule set was published under that number; `settings`: the merchant, a location or a channel changed;
   * `floors`: what discounts may reach changed for all goods;
   * `offers`: a limited promotion was used up, or can be used again.
   */
  type: 'product' | 'category' | 'price' | 'tax' | 'rules' | 'settings' | 'collection' | 'floors' | 'offers';
  promotionId?: string;
  productId?: string;
  variantId?: string;
  number?: number;
  collectionId?: string;
}
export interface OrderFactLine {
  variantId: string | null;
  productId: string | null;
  quantity: number;
  grossAmount: number;
  discountAmount: number;
  netAmount: number;
  taxAmount: number;
  costAmount: number;
}
/** A sale or a return as reports count it; amounts of a return are positive and counted against. */
export interface OrderRow {
  /** `edit`, `cost`: differences to a sale of before. */
  type: 'sale' | 'return' | 'cost' | 'edit' | 'order';
  /** Null for a return of what no order of ours sold. */
  orderId: string | null;
  number: string;
  channelId: string;
  locationId: string | null;
  businessDate: string;
  at: string;
  totalAmount: number;
  shippingAmount: number;
  shippingTaxAmount: number;
  lines: OrderFactLine[];
}
/** Of stream `order_states`: an order was picked, handed over, cancelled, refunded. */
export interface OrderStateRow {
  type: 'order_state';
  orderId: string;
}
export type FeedRow = StockRow | CatalogRow | OrderRow | OrderStateRow;
