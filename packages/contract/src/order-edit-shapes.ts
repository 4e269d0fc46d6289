/** Editing an order before it is picked: what it shall be, and what that would come to. */
import { Type } from 'typebox';
import { AppliedDiscount, RefusedDiscount } from './order-shapes.ts';
import { Amount, Id, LocalisedText, Note, Nullable, PositiveAmount, Quantity, Shape } from './shapes.ts';

const LineNo = Type.Integer({ minimum: 1, maximum: 100_000 });

/** The whole order as it shall be: a line that is not named any more is taken out. */
export const EditBody = Shape({
  /** The version that the editor saw; another one now is refused. */
  version: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  lines: Type.Array(
    Shape({
      /** Of a line that stays; left out for a new one. */
      lineNo: Type.Optional(LineNo),
      variantId: Id,
      quantity: Quantity,
    }),
    { minItems: 1, maxItems: 200 },
  ),
  codes: Type.Array(Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }), { maxItems: 20 }),
  /** What new lines cost before discounts: as on the day of the order, or as today. */
  addedPrices: Type.Enum(['original', 'today']),
  reason: Type.Optional(Note),
});

export const EditPreview = Shape({
  version: Type.Integer(),
  lines: Type.Array(
    Shape({
      lineNo: Type.Integer(),
      variantId: Id,
      sku: Type.String(),
      name: LocalisedText,
      quantity: Quantity,
      unitAmount: PositiveAmount,
      listAmount: PositiveAmount,
      discountAmount: PositiveAmount,
      amount: PositiveAmount,
      /** What more of it could be had; null where the line takes no more than before. */
      short: Nullable(Type.Integer()),
    }),
  ),
  shippingAmount: PositiveAmount,
  discountAmount: PositiveAmount,
  taxAmount: PositiveAmount,
  beforeAmount: Amount,
  totalAmount: PositiveAmount,
  /** What goes back at once to what it was paid with, and what is still to be paid. */
  refundAmount: PositiveAmount,
  dueAmount: PositiveAmount,
  applied: Type.Array(AppliedDiscount),
  refused: Type.Array(RefusedDiscount),
});

export const editRefusals = [
  'order.not_editable',
  'order.changed_meanwhile',
  'order_line.not_found',
  'order_line.twice',
  'variant.not_sold_here',
  'bundle.whole_only',
] as const;
