/** Orders and baskets as they cross the wire. */
import { Type } from 'typebox';
import {
  Address,
  Amount,
  DateOnly,
  Email,
  Id,
  Instant,
  Label,
  LocaleTag,
  LocalisedText,
  Nullable,
  PositiveAmount,
  Quantity,
  Shape,
  TaxAmount,
} from './shapes.ts';

export const OrderState = Type.Enum(['placed', 'closed', 'cancelled']);
export const TenderKind = Type.Enum(['cash', 'card', 'test', 'in_store', 'external']);
export const Contact = Shape({
  name: Label,
  email: Email,
  phone: Type.Optional(Type.String({ maxLength: 40 })),
  locale: Type.Optional(LocaleTag),
});
export const DeliveryMethod = Type.Enum(['ship', 'pickup']);
export const Delivery = Shape({
  method: DeliveryMethod,
  locationId: Type.Optional(Id),
  address: Type.Optional(Address),
});

export const OrderLine = Shape({
  lineNo: Type.Integer(),
  productId: Nullable(Id),
  variantId: Nullable(Id),
  sku: Type.String(),
  name: LocalisedText,
  quantity: Quantity,
  returnedQuantity: Type.Integer(),
  unitAmount: PositiveAmount,
  discountAmount: PositiveAmount,
  netAmount: Amount,
  taxAmount: Amount,
  taxes: Type.Array(TaxAmount),
  costAmount: Nullable(Amount),
  locationId: Nullable(Id),
});
export const Tender = Shape({
  entryNo: Type.Integer(),
  kind: TenderKind,
  event: Type.Enum(['captured', 'refunded']),
  amount: Amount,
  tenderedAmount: Nullable(Amount),
  changeAmount: Nullable(Amount),
  at: Instant,
});
export const Fulfilment = Shape({
  id: Id,
  locationId: Id,
  method: DeliveryMethod,
  state: Type.Enum(['open', 'picked', 'handed_over', 'shipped', 'cancelled']),
  updatedAt: Instant,
  lines: Type.Array(Shape({ lineNo: Type.Integer(), variantId: Id, quantity: Quantity })),
});
export const Return = Shape({
  id: Id,
  number: Type.String(),
  at: Instant,
  reason: Type.String(),
  totalAmount: Amount,
  roundingAmount: Amount,
  staffId: Nullable(Id),
  locationId: Nullable(Id),
  lines: Type.Array(Shape({ lineNo: Type.Integer(), quantity: Quantity, netAmount: Amount, taxAmount: Amount })),
});
export const OrderEvent = Shape({
  id: Id,
  kind: Type.String(),
  staffId: Nullable(Id),
  staffName: Nullable(Type.String()),
  detail: Type.Record(Type.String(), Type.Unknown()),
  at: Instant,
});
const orderHead = {
  id: Id,
  number: Type.String(),
  state: OrderState,
  headline: Type.String(),
  channelId: Id,
  locationId: Nullable(Id),
  registerId: Nullable(Id),
  staffId: Nullable(Id),
  currency: Type.String(),
  totalAmount: Amount,
  paidAmount: Amount,
  refundedAmount: Amount,
  placedAt: Instant,
  businessDate: DateOnly,
  customerName: Nullable(Type.String()),
  units: Type.Integer(),
};
export const OrderRow = Shape(orderHead);
export const Order = Shape({
  ...orderHead,
  pricesIncludeTax: Type.Boolean(),
  netAmount: Amount,
  taxAmount: Amount,
  shippingNetAmount: Amount,
  shippingTaxAmount: Amount,
  discountAmount: Amount,
  roundingAmount: Amount,
  contact: Nullable(Contact),
  delivery: Nullable(Delivery),
  lines: Type.Array(OrderLine),
  tenders: Type.Array(Tender),
  fulfilments: Type.Array(Fulfilment),
  returns: Type.Array(Return),
  events: Type.Array(OrderEvent),
  receiptUrl: Type.String(),
});

export const BasketLine = Shape({
  lineNo: Type.Integer(),
  variantId: Id,
  productId: Id,
  sku: Type.String(),
  name: LocalisedText,
  handle: Type.String(),
  optionNames: Type.Array(LocalisedText),
  imageUrl: Nullable(Type.String()),
  quantity: Quantity,
  unitAmount: PositiveAmount,
  lineAmount: PositiveAmount,
  available: Type.Integer(),
});
export const Basket = Shape({
  id: Id,
  currency: Type.String(),
  pricesIncludeTax: Type.Boolean(),
  lines: Type.Array(BasketLine),
  contact: Nullable(Contact),
  delivery: Nullable(Delivery),
  payment: Nullable(
    Shape({ kind: Type.Enum(['test', 'in_store']), state: Type.Enum(['authorized', 'declined', 'due_in_store']) }),
  ),
  goodsAmount: PositiveAmount,
  shippingAmount: PositiveAmount,
  taxAmount: PositiveAmount,
  totalAmount: PositiveAmount,
  orderId: Nullable(Id),
  /** What the shop has to tell the shopper: fewer pieces than asked for, a changed price. */
  notices: Type.Array(
    Shape({
      code: Type.String(),
      lineNo: Nullable(Type.Integer()),
      params: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
});
export const BasketAnswer = Basket;
export const LineParams = Shape({ id: Id, lineNo: Type.Integer({ minimum: 1, maximum: 1000 }) });
export const basketRefusals = ['basket.ordered', 'variant.not_sold_here', 'stock.short', 'basket.full'] as const;
