/** The online store: goods, baskets, checkout. */
import { Type } from 'typebox';
import { BasketAnswer, basketRefusals, Contact, Delivery, LineParams, Order, PaymentKind } from './order-shapes.ts';
import type { Routes } from './route.ts';
import {
  Address,
  Id,
  IdParams,
  Instant,
  LocaleTag,
  LocalisedText,
  Nullable,
  Page,
  PageQuery,
  PositiveAmount,
  Quantity,
  Shape,
} from './shapes.ts';
import { ShopOffer } from './shop-offer.ts';

export const shopRoutes = {
  'GET /api/shop/products': {
    summary: 'Products of the online store, at the prices of whoever is signed in',
    access: 'shopper',
    query: Shape({
      ...PageQuery,
      category: Type.Optional(Type.String({ maxLength: 120 })),
      search: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    answer: Page(
      Shape({
        id: Id,
        handle: Type.String(),
        name: LocalisedText,
        brand: Type.String(),
        imageUrl: Nullable(Type.String()),
        fromAmount: PositiveAmount,
        toAmount: PositiveAmount,
        /** What everybody pays; only where the member who asks pays something else. */
        everybodyAmount: Type.Optional(PositiveAmount),
        /** What it costs otherwise; null unless that is more. */
        compareAtAmount: Nullable(PositiveAmount),
        /** The lowest price of the 30 days before the reduction; null where nothing is reduced, or nothing known. */
        lowestAmount: Nullable(PositiveAmount),
        /** Promotions in the price, or within reach of the goods. */
        offers: Type.Array(ShopOffer),
        /** When the reduced price ends; null: not within the next 48 hours. */
        endsAt: Nullable(Instant),
        isAvailable: Type.Boolean(),
      }),
    ),
  },
  'GET /api/shop/time': {
    summary: 'What time it is for the shop: offers begin and end by its clock',
    access: 'shopper',
    answer: Shape({ at: Instant }),
  },
  'GET /api/shop/products/:id/availability': {
    summary: 'What can be promised of each variant: shipped, and per store',
    access: 'shopper',
    params: IdParams,
    answer: Shape({
      items: Type.Array(
        Shape({
          variantId: Id,
          ship: Type.Integer(),
          stores: Type.Array(Shape({ locationId: Id, pickup: Type.Integer() })),
        }),
      ),
    }),
  },
  'POST /api/shop/baskets': {
    summary: 'Open a basket',
    access: 'shopper',
    idempotency: 'required',
    status: 201,
    body: Shape({ locale: Type.Optional(LocaleTag) }),
    answer: BasketAnswer,
  },
  'GET /api/shop/baskets/:id': {
    summary: 'A basket at today’s prices',
    access: 'shopper',
    params: IdParams,
    /** `payment`: as it costs paid so; without it, as no way to pay was chosen yet. */
    query: Shape({ payment: Type.Optional(PaymentKind) }),
    answer: BasketAnswer,
  },
  'POST /api/shop/baskets/:id/lines': {
    summary: 'Add pieces of a variant; adds what is available and says so',
    access: 'shopper',
    idempotency: 'required',
    params: IdParams,
    status: 201,
    /** `offeredBy`: the promotion that offers it as its gift or add-on. */
    body: Shape({ variantId: Id, quantity: Quantity, offeredBy: Type.Optional(Id) }),
    answer: BasketAnswer,
    refusals: basketRefusals,
  },
  'PUT /api/shop/baskets/:id/lines/:lineNo': {
    summary: 'Set the quantity of a line; 0 takes it out',
    access: 'shopper',
    idempotency: 'required',
    params: LineParams,
    body: Shape({ quantity: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }) }),
    answer: BasketAnswer,
    refusals: basketRefusals,
  },
  'POST /api/shop/baskets/:id/codes': {
    summary: 'Enter a code; one that does not count is kept and says why in `refused`',
    access: 'shopper',
    idempotency: 'required',
    params: IdParams,
    status: 201,
    body: Shape({ code: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }) }),
    answer: BasketAnswer,
    refusals: ['basket.ordered', 'basket.codes_full'],
  },
  'DELETE /api/shop/baskets/:id/codes/:code': {
    summary: 'Take a code out again',
    access: 'shopper',
    idempotency: 'required',
    params: Shape({ id: Id, code: Type.String({ minLength: 1, maxLength: 60 }) }),
    answer: BasketAnswer,
    refusals: ['basket.ordered', 'basket_code.not_found'],
  },
  'PUT /api/shop/baskets/:id/contact': {
    summary: 'Who the shopper is',
    access: 'shopper',
    idempotency: 'required',
    params: IdParams,
    body: Shape({ contact: Contact, address: Type.Optional(Address) }),
    answer: BasketAnswer,
    refusals: ['basket.ordered'],
  },
  'PUT /api/shop/baskets/:id/delivery': {
    summary: 'Shipped, or collected in a store',
    access: 'shopper',
    idempotency: 'required',
    params: IdParams,
    body: Delivery,
    answer: BasketAnswer,
    refusals: ['basket.ordered', 'delivery.address_missing', 'delivery.location_unknown'],
  },
  'POST /api/shop/baskets/:id/payment': {
    summary: 'Start payment: holds the stock for 10 minutes and authorises',
    access: 'shopper',
    idempotency: 'required',
    params: IdParams,
    status: 201,
    body: Shape({
      kind: PaymentKind,
      card: Type.Optional(Type.Enum(['approve', 'decline'])),
      /** What the shopper saw; another total now is refused with a message. */
      totalAmount: Type.Optional(PositiveAmount),
    }),
    answer: BasketAnswer,
    refusals: [
      'basket.ordered',
      'basket.empty',
      'basket.contact_missing',
      'basket.delivery_missing',
      'stock.short',
      'payment.declined',
      'price.changed',
      'payment.in_store_needs_pickup',
    ],
  },
  'POST /api/shop/baskets/:id/order': {
    summary: 'Place the order',
    access: 'shopper',
    idempotency: 'required',
    params: IdParams,
    status: 201,
    body: Shape({ totalAmount: Type.Optional(PositiveAmount) }),
    answer: Shape({ orderId: Id, number: Type.String(), token: Type.String(), totalAmount: PositiveAmount }),
    refusals: ['basket.ordered', 'basket.empty', 'basket.payment_missing', 'stock.short', 'price.changed'],
  },
  'GET /api/shop/orders/:token': {
    summary: 'An order or receipt, by the secret of its address',
    access: 'shopper',
    params: Shape({ token: Type.String({ minLength: 16, maxLength: 80 }) }),
    answer: Order,
  },
  'POST /api/shop/orders/:token/payment': {
    summary: 'Pay what is due of an order after it was edited',
    access: 'shopper',
    idempotency: 'required',
    params: Shape({ token: Type.String({ minLength: 16, maxLength: 80 }) }),
    status: 201,
    body: Shape({
      kind: Type.Enum(['test']),
      card: Type.Optional(Type.Enum(['approve', 'decline'])),
      /** What the shopper saw; another sum now is refused with a message. */
      dueAmount: PositiveAmount,
    }),
    answer: Order,
    refusals: ['order.nothing_due', 'order.due_changed', 'payment.in_store', 'payment.declined'],
  },
} as const satisfies Routes;
