/** Orders of all channels, baskets and checkout of the online store. */
import { Type } from 'typebox';
import type { Routes } from './route.ts';
import {
  Address, Amount, DateOnly, Email, Id, IdParams, Instant, Label, LocaleTag, LocalisedText, Note, Nullable, Page, PageQuery, PositiveAmount, Quantity, Shape, TaxAmount,
} from './shapes.ts';

export const OrderState = Type.Enum(['placed', 'closed', 'cancelled']);
export const TenderKind = Type.Enum(['cash', 'card', 'test', 'in_store', 'external']);
export const Contact = Shape({ name: Label, email: Email, phone: Type.Optional(Type.String({ maxLength: 40 })), locale: Type.Optional(LocaleTag) });
export const DeliveryMethod = Type.Enum(['ship', 'pickup']);
export const Delivery = Shape({ method: DeliveryMethod, locationId: Type.Optional(Id), address: Type.Optional(Address) });

export const OrderLine = Shape({
  lineNo: Type.Integer(), productId: Nullable(Id), variantId: Nullable(Id), sku: Type.String(), name: LocalisedText, quantity: Quantity, returnedQuantity: Type.Integer(),
  unitAmount: PositiveAmount, discountAmount: PositiveAmount, netAmount: Amount, taxAmount: Amount, taxes: Type.Array(TaxAmount), costAmount: Nullable(Amount), locationId: Nullable(Id),
});
export const Tender = Shape({
  entryNo: Type.Integer(), kind: TenderKind, event: Type.Enum(['captured', 'refunded']), amount: Amount, tenderedAmount: Nullable(Amount), changeAmount: Nullable(Amount), at: Instant,
});
export const Fulfilment = Shape({
  id: Id, locationId: Id, method: DeliveryMethod, state: Type.Enum(['open', 'picked', 'handed_over', 'shipped', 'cancelled']), updatedAt: Instant,
  lines: Type.Array(Shape({ lineNo: Type.Integer(), variantId: Id, quantity: Quantity })),
});
export const Return = Shape({
  id: Id, number: Type.String(), at: Instant, reason: Type.String(), totalAmount: Amount, roundingAmount: Amount, staffId: Nullable(Id), locationId: Nullable(Id),
  lines: Type.Array(Shape({ lineNo: Type.Integer(), quantity: Quantity, netAmount: Amount, taxAmount: Amount })),
});
export const OrderEvent = Shape({ id: Id, kind: Type.String(), staffId: Nullable(Id), staffName: Nullable(Type.String()), detail: Type.Record(Type.String(), Type.Unknown()), at: Instant });
const orderHead = {
  id: Id, number: Type.String(), state: OrderState, headline: Type.String(), channelId: Id, locationId: Nullable(Id), registerId: Nullable(Id), staffId: Nullable(Id),
  currency: Type.String(), totalAmount: Amount, paidAmount: Amount, refundedAmount: Amount, placedAt: Instant, businessDate: DateOnly, customerName: Nullable(Type.String()), units: Type.Integer(),
};
export const OrderRow = Shape(orderHead);
export const Order = Shape({
  ...orderHead, pricesIncludeTax: Type.Boolean(), netAmount: Amount, taxAmount: Amount, shippingNetAmount: Amount, shippingTaxAmount: Amount, discountAmount: Amount, roundingAmount: Amount,
  contact: Nullable(Contact), delivery: Nullable(Delivery), lines: Type.Array(OrderLine), tenders: Type.Array(Tender), fulfilments: Type.Array(Fulfilment),
  returns: Type.Array(Return), events: Type.Array(OrderEvent), receiptUrl: Type.String(),
});

export const BasketLine = Shape({
  lineNo: Type.Integer(), variantId: Id, productId: Id, sku: Type.String(), name: LocalisedText, handle: Type.String(), optionNames: Type.Array(LocalisedText),
  imageUrl: Nullable(Type.String()), quantity: Quantity, unitAmount: PositiveAmount, lineAmount: PositiveAmount, available: Type.Integer(),
});
export const Basket = Shape({
  id: Id, currency: Type.String(), pricesIncludeTax: Type.Boolean(), lines: Type.Array(BasketLine), contact: Nullable(Contact), delivery: Nullable(Delivery),
  payment: Nullable(Shape({ kind: Type.Enum(['test', 'in_store']), state: Type.Enum(['authorized', 'declined', 'due_in_store']) })),
  goodsAmount: PositiveAmount, shippingAmount: PositiveAmount, taxAmount: PositiveAmount, totalAmount: PositiveAmount, orderId: Nullable(Id),
  /** What the shop has to tell the shopper: fewer pieces than asked for, a changed price. */
  notices: Type.Array(Shape({ code: Type.String(), lineNo: Nullable(Type.Integer()), params: Type.Record(Type.String(), Type.Unknown()) })),
});
const BasketAnswer = Basket;
const LineParams = Shape({ id: Id, lineNo: Type.Integer({ minimum: 1, maximum: 1000 }) });
const basketRefusals = ['basket.ordered', 'variant.not_sold_here', 'stock.short', 'basket.full'] as const;

export const ordersRoutes = {
  'GET /api/orders': {
    summary: 'Orders and sales of all channels, newest first', access: 'order.read',
    query: Shape({
      ...PageQuery, search: Type.Optional(Type.String({ maxLength: 200 })), state: Type.Optional(OrderState), channelId: Type.Optional(Id), channelKind: Type.Optional(Type.Enum(['online', 'till'])), locationId: Type.Optional(Id),
      from: Type.Optional(DateOnly), to: Type.Optional(DateOnly), toFulfil: Type.Optional(Type.Boolean()),
    }),
    answer: Page(OrderRow),
  },
  'GET /api/orders/:id': { summary: 'An order with its whole story', access: 'order.read', params: IdParams, answer: Order },
  'POST /api/orders/:id/cancellation': {
    summary: 'Cancel an order of which nothing left; money goes back, stock is released', access: 'order.change', idempotency: 'required', params: IdParams,
    body: Shape({ reason: Type.Optional(Note) }), answer: Order, refusals: ['order.not_cancellable'],
  },
  'POST /api/orders/:id/refund': {
    summary: 'Refund everything of a sale that was not returned yet, goods back on stock', access: 'order.refund', idempotency: 'required', params: IdParams,
    body: Shape({ reason: Type.Optional(Note), locationId: Type.Optional(Id), disposition: Type.Optional(Type.Enum(['sellable', 'quality_control', 'damaged'])) }),
    answer: Order, refusals: ['order.nothing_to_refund', 'order.not_refundable'],
  },
  'POST /api/fulfilments/:id/staging': { summary: 'Goods are picked and set aside', access: 'order.change', idempotency: 'required', params: IdParams, answer: Order, refusals: ['fulfilment.wrong_state'] },
  'POST /api/fulfilments/:id/handing-over': {
    summary: 'Goods are handed over or shipped; what is still due is paid now', access: 'order.change', idempotency: 'required', params: IdParams,
    body: Shape({ tender: Type.Optional(Shape({ kind: Type.Enum(['cash', 'card']), tenderedAmount: Type.Optional(PositiveAmount) })) }),
    answer: Order, refusals: ['fulfilment.wrong_state', 'order.unpaid', 'tender.short'],
  },

  'GET /api/shop/products': {
    summary: 'Products of the online store', access: 'shopper',
    query: Shape({ ...PageQuery, category: Type.Optional(Type.String({ maxLength: 120 })), search: Type.Optional(Type.String({ maxLength: 200 })) }),
    answer: Page(Shape({
      id: Id, handle: Type.String(), name: LocalisedText, brand: Type.String(), imageUrl: Nullable(Type.String()), fromAmount: PositiveAmount, toAmount: PositiveAmount,
      compareAtAmount: Nullable(PositiveAmount), isAvailable: Type.Boolean(),
    })),
  },
  'GET /api/shop/products/:id/availability': {
    summary: 'What can be promised of each variant: shipped, and per store', access: 'shopper', params: IdParams,
    answer: Shape({ items: Type.Array(Shape({ variantId: Id, ship: Type.Integer(), stores: Type.Array(Shape({ locationId: Id, pickup: Type.Integer() })) })) }),
  },
  'POST /api/shop/baskets': { summary: 'Open a basket', access: 'shopper', idempotency: 'required', status: 201, body: Shape({ locale: Type.Optional(LocaleTag) }), answer: BasketAnswer },
  'GET /api/shop/baskets/:id': { summary: 'A basket at today’s prices', access: 'shopper', params: IdParams, answer: BasketAnswer },
  'POST /api/shop/baskets/:id/lines': {
    summary: 'Add pieces of a variant; adds what is available and says so', access: 'shopper', idempotency: 'required', params: IdParams, status: 201,
    body: Shape({ variantId: Id, quantity: Quantity }), answer: BasketAnswer, refusals: basketRefusals,
  },
  'PUT /api/shop/baskets/:id/lines/:lineNo': {
    summary: 'Set the quantity of a line; 0 takes it out', access: 'shopper', idempotency: 'required', params: LineParams,
    body: Shape({ quantity: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }) }), answer: BasketAnswer, refusals: basketRefusals,
  },
  'PUT /api/shop/baskets/:id/contact': {
    summary: 'Who the shopper is', access: 'shopper', idempotency: 'required', params: IdParams, body: Shape({ contact: Contact, address: Type.Optional(Address) }), answer: BasketAnswer,
    refusals: ['basket.ordered'],
  },
  'PUT /api/shop/baskets/:id/delivery': {
    summary: 'Shipped, or collected in a store', access: 'shopper', idempotency: 'required', params: IdParams, body: Delivery, answer: BasketAnswer,
    refusals: ['basket.ordered', 'delivery.address_missing', 'delivery.location_unknown'],
  },
  'POST /api/shop/baskets/:id/payment': {
    summary: 'Start payment: holds the stock for 10 minutes and authorises', access: 'shopper', idempotency: 'required', params: IdParams, status: 201,
    body: Shape({ kind: Type.Enum(['test', 'in_store']), card: Type.Optional(Type.Enum(['approve', 'decline'])) }), answer: BasketAnswer,
    refusals: ['basket.ordered', 'basket.empty', 'basket.contact_missing', 'basket.delivery_missing', 'stock.short', 'payment.declined', 'payment.in_store_needs_pickup'],
  },
  'POST /api/shop/baskets/:id/order': {
    summary: 'Place the order', access: 'shopper', idempotency: 'required', params: IdParams, status: 201,
    body: Shape({ totalAmount: Type.Optional(PositiveAmount) }), answer: Shape({ orderId: Id, number: Type.String(), token: Type.String(), totalAmount: PositiveAmount }),
    refusals: ['basket.ordered', 'basket.empty', 'basket.payment_missing', 'stock.short', 'price.changed'],
  },
  'GET /api/shop/orders/:token': {
    summary: 'An order or receipt, by the secret of its address', access: 'shopper', params: Shape({ token: Type.String({ minLength: 16, maxLength: 80 }) }), answer: Order,
  },
} as const satisfies Routes;
