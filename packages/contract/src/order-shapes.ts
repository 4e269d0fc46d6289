/** Orders and baskets as they cross the wire. */
import type { RefusedPromotion } from '@tandem/domain/pricing/priced-basket.ts';
import { Type } from 'typebox';
import { Return } from './refund-shapes.ts';
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

/** One promotion's share of a line (null: taken off by hand), over runs of units with the same share. */
export const LineAllocation = Shape({
  promotionId: Nullable(Id),
  code: Nullable(Type.String({ maxLength: 60 })),
  amount: PositiveAmount,
  baseAmount: PositiveAmount,
  units: Type.Array(
    Shape({
      from: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
      count: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
      perUnit: PositiveAmount,
    }),
    { maxItems: 1000 },
  ),
});
/** A promotion of an order or basket, with its name as it is now; null where it was taken off by hand. */
export const AppliedDiscount = Shape({
  promotionId: Nullable(Id),
  name: Nullable(LocalisedText),
  code: Nullable(Type.String()),
  amount: Amount,
});

/** What a line of a bundle was made of, frozen: money and cost sum to the line's, split by what each costs alone. */
export const OrderLineComponent = Shape({
  variantId: Id,
  productId: Id,
  sku: Type.String(),
  name: LocalisedText,
  /** Thousandths, of one bundle and of the whole line. */
  perBundle: Quantity,
  quantity: Type.Integer(),
  /** What one piece cost on its own, in the price mode. */
  unitAmount: PositiveAmount,
  netAmount: Amount,
  taxAmount: Amount,
  costAmount: Nullable(Amount),
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
  /** Empty unless it is a bundle. */
  components: Type.Array(OrderLineComponent),
  /** Every discount on the line, frozen; empty on orders of before promotions. */
  allocations: Type.Array(LineAllocation),
});
export const Tender = Shape({
  entryNo: Type.Integer(),
  /** The captured entry that refunded money went back to; null on captured ones and on refunds of before. */
  refundsEntryNo: Nullable(Type.Integer()),
  returnId: Nullable(Id),
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
  /** Whose order it is, by the name as it is now. */
  member: Nullable(Shape({ id: Id, name: Type.String() })),
  pricesIncludeTax: Type.Boolean(),
  netAmount: Amount,
  taxAmount: Amount,
  shippingNetAmount: Amount,
  shippingTaxAmount: Amount,
  discountAmount: Amount,
  /** What shipping promotions took off, in the price mode; not in `discountAmount`. */
  shippingDiscountAmount: Amount,
  roundingAmount: Amount,
  /** Counts from 1, one more with each edit. */
  version: Type.Integer(),
  /** The rules it was priced with; null on orders of before. */
  ruleSetNumber: Nullable(Type.Integer()),
  codes: Type.Array(Type.String()),
  /** Discounts by promotion, shipping included. */
  discounts: Type.Array(AppliedDiscount),
  contact: Nullable(Contact),
  delivery: Nullable(Delivery),
  lines: Type.Array(OrderLine),
  tenders: Type.Array(Tender),
  fulfilments: Type.Array(Fulfilment),
  returns: Type.Array(Return),
  events: Type.Array(OrderEvent),
  receiptUrl: Type.String(),
});

export const BasketComponent = Shape({
  variantId: Id,
  productId: Id,
  name: LocalisedText,
  handle: Type.String(),
  optionNames: Type.Array(LocalisedText),
  imageUrl: Nullable(Type.String()),
  quantity: Quantity,
  unitAmount: PositiveAmount,
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
  /** The list price of one piece: of the best price list that counts for this shopper, else the base price. */
  unitAmount: PositiveAmount,
  compareAtAmount: Nullable(PositiveAmount),
  /** What the line costs before and after its discounts. */
  listAmount: PositiveAmount,
  discountAmount: PositiveAmount,
  lineAmount: PositiveAmount,
  allocations: Type.Array(LineAllocation),
  /** The promotion whose gift or add-on it is. */
  offeredBy: Nullable(Id),
  available: Type.Integer(),
  /** What one piece is made of, where it is a bundle; `unitAmount`: what one piece of it costs on its own. */
  components: Type.Array(BasketComponent),
});
/** A gift or add-on that may still be chosen: its pieces with what the shopper sees of them. */
export const BasketOffer = Shape({
  promotionId: Id,
  name: Nullable(LocalisedText),
  kind: Type.Enum(['gift', 'add_on']),
  count: Type.Integer(),
  choices: Type.Array(
    Shape({
      variantId: Id,
      productId: Id,
      name: LocalisedText,
      optionNames: Type.Array(LocalisedText),
      imageUrl: Nullable(Type.String()),
      unitAmount: PositiveAmount,
      listUnitAmount: PositiveAmount,
      available: Type.Integer(),
    }),
  ),
});
/** Why a promotion or code does not count (yet): the text is `reason` in the faces' catalogues, with these figures. */
export const RefusedDiscount = Shape({
  promotionId: Nullable(Id),
  name: Nullable(LocalisedText),
  code: Nullable(Type.String()),
  reason: Type.Unsafe<RefusedPromotion['reason']>(Type.String()),
  params: Type.Unsafe<Record<string, string | number>>(Type.Record(Type.String(), Type.Unknown())),
  /** It would make the delivery cheaper, not the goods. */
  isOnShipping: Type.Optional(Type.Boolean()),
});

export const PaymentKind = Type.Enum(['test', 'in_store']);
export const Basket = Shape({
  id: Id,
  currency: Type.String(),
  pricesIncludeTax: Type.Boolean(),
  lines: Type.Array(BasketLine),
  contact: Nullable(Contact),
  delivery: Nullable(Delivery),
  /** The ways to pay, once the delivery is known, and what it comes to by each: some promotions ask how it is paid. */
  payments: Type.Array(Shape({ kind: PaymentKind, totalAmount: PositiveAmount })),
  payment: Nullable(Shape({ kind: PaymentKind, state: Type.Enum(['authorized', 'declined', 'due_in_store']) })),
  /** Goods before discounts; discounts on goods; shipping after its own discount. */
  goodsAmount: PositiveAmount,
  discountAmount: PositiveAmount,
  shippingAmount: PositiveAmount,
  shippingDiscountAmount: PositiveAmount,
  taxAmount: PositiveAmount,
  totalAmount: PositiveAmount,
  orderId: Nullable(Id),
  /** Codes as they were entered; those that do not count stand in `refused`, too. */
  codes: Type.Array(Type.String()),
  applied: Type.Array(AppliedDiscount),
  refused: Type.Array(RefusedDiscount),
  offers: Type.Array(BasketOffer),
  /** The next instant at which it may cost something else by itself. */
  validUntil: Nullable(Instant),
  ruleSetNumber: Type.Integer(),
  /**
   * The price that was shown when checkout began: it counts until then. `same` as now, `kept` although it would cost more
   * now, `lower` now than it was, `over`: it ended and the basket was priced anew.
   */
  priceHold: Nullable(
    Shape({
      until: Instant,
      state: Type.Enum(['same', 'kept', 'lower', 'over']),
      shownAmount: PositiveAmount,
    }),
  ),
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
export const basketRefusals = [
  'basket.ordered',
  'variant.not_sold_here',
  'stock.short',
  'basket.full',
  'basket.not_offered',
  'bundle.whole_only',
] as const;
