/** Changing the base prices of many variants by one rule. */
import { Type } from 'typebox';
import { editMax } from './catalog.ts';
import type { Routes } from './route.ts';
import { Id, Nullable, PositiveAmount, Shape } from './shapes.ts';

const priceChange = Shape({
  variantIds: Type.Array(Id, { minItems: 1, maxItems: editMax }),
  /** `value` in minor units, for `percent` in parts per million; negative to lower. */
  change: Shape({
    kind: Type.Enum(['set', 'percent', 'amount']),
    value: Type.Integer({ minimum: -1_000_000_000_000, maximum: 1_000_000_000_000 }),
  }),
  /** New prices leave `rest` when divided by `step`: 100 and 90 for prices that end in .90. */
  ending: Type.Optional(
    Nullable(
      Shape({
        step: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
        rest: Type.Integer({ minimum: 0, maximum: 999_999_999 }),
      }),
    ),
  ),
});
const priceChanged = Shape({
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Integer(),
  /** At most 200: of a preview the first ones, of a change those that were not changed. */
  rows: Type.Array(
    Shape({
      variantId: Id,
      /** Empty for a variant that the merchant has not. */
      sku: Type.String(),
      before: Nullable(PositiveAmount),
      after: Nullable(PositiveAmount),
      result: Type.Enum(['changed', 'unchanged', 'no_price', 'below_zero', 'too_large', 'not_found']),
    }),
  ),
});

export const priceChangeRoutes = {
  'POST /api/price-changes': {
    summary: 'Change the prices of many variants by one rule, all in one transaction',
    access: 'price.change',
    idempotency: 'required',
    bodyLimit: 2_097_152,
    body: priceChange,
    answer: priceChanged,
  },
  'POST /api/price-changes/preview': {
    summary: 'What a change of prices would do',
    access: 'price.change',
    bodyLimit: 2_097_152,
    body: priceChange,
    answer: priceChanged,
  },
} as const satisfies Routes;
