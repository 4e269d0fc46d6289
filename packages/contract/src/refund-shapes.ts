/** What of an order comes back, as it is asked for and as it is told. */
import { Type } from 'typebox';
import { Amount, Id, Instant, Note, Nullable, PositiveAmount, Quantity, Shape } from './shapes.ts';

/** Thousandths of a line from a place on: its first piece lies from 0 to 1000. */
export const QuantityRun = Shape({ from: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }), quantity: Quantity });
export const Disposition = Type.Enum(['sellable', 'quality_control', 'damaged']);
/** What of an order comes back; fields left out mean everything that is left, shipping included, by the usual tenders. */
export const refundFields = {
  reason: Type.Optional(Note),
  /** Of lines that do not say their own. */
  disposition: Type.Optional(Disposition),
  lines: Type.Optional(
    Type.Array(
      Shape({
        lineNo: Type.Integer({ minimum: 1, maximum: 1000 }),
        quantity: Quantity,
        /** Which units; the next in the order of the line when left out. */
        units: Type.Optional(Type.Array(QuantityRun, { minItems: 1, maxItems: 1000 })),
        disposition: Type.Optional(Disposition),
      }),
      { maxItems: 500 },
    ),
  ),
  withShipping: Type.Optional(Type.Boolean()),
  /** How much to which captured tender of the order. */
  tenders: Type.Optional(
    Type.Array(Shape({ entryNo: Type.Integer({ minimum: 1, maximum: 1_000_000 }), amount: PositiveAmount }), {
      minItems: 1,
      maxItems: 20,
    }),
  ),
};
export const refundRefusals = [
  'order.nothing_to_refund',
  'order.not_refundable',
  'return.too_many',
  'return.unknown_line',
  'return.line_twice',
  'return.units_mismatch',
  'refund.exceeds_tender',
  'refund.not_the_sum',
] as const;

export const Return = Shape({
  id: Id,
  number: Type.String(),
  at: Instant,
  reason: Type.String(),
  /** What came back is worth, shipping included; what was paid out is that and the rounding to coins. */
  totalAmount: Amount,
  shippingNetAmount: Amount,
  shippingTaxAmount: Amount,
  roundingAmount: Amount,
  staffId: Nullable(Id),
  locationId: Nullable(Id),
  lines: Type.Array(
    Shape({
      lineNo: Type.Integer(),
      quantity: Quantity,
      netAmount: Amount,
      taxAmount: Amount,
      /** Null on returns of before, which took what was left of the line. */
      units: Nullable(Type.Array(QuantityRun)),
      disposition: Type.Enum(['sellable', 'quality_control', 'damaged', 'none']),
    }),
  ),
});
