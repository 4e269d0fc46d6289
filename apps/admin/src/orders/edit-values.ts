// An order as it is edited on the screen, and what is sent of it.
import type { Body } from '@tandem/contract/index.ts';
import type { Localised } from '@tandem/ui/locale.ts';

export interface EditLine {
  /** Of a line that the order has; left out for a new one. */
  readonly lineNo?: number;
  readonly variantId: string;
  readonly name: Localised;
  readonly sku: string;
  /** Thousandths. */
  readonly quantity: number;
}
export interface EditValues {
  readonly lines: readonly EditLine[];
  readonly codes: readonly string[];
  readonly addedPrices: 'original' | 'today';
  readonly reason: string;
}
interface EditedOrder {
  readonly version: number;
  readonly codes: readonly string[];
  readonly lines: readonly {
    readonly lineNo: number;
    readonly variantId: string | null;
    readonly name: Localised;
    readonly sku: string;
    readonly quantity: number;
  }[];
}

/** The order as it is. */
export function editValues(order: EditedOrder): EditValues {
  return {
    lines: order.lines.flatMap(({ lineNo, variantId, name, sku, quantity }) =>
      variantId === null ? [] : [{ lineNo, variantId, name, sku, quantity }],
    ),
    codes: order.codes,
    addedPrices: 'original',
    reason: '',
  };
}

export function editBody(order: EditedOrder, values: EditValues): Body<'POST /api/orders/:id/versions'> {
  const reason = values.reason.trim();
  return {
    version: order.version,
    lines: values.lines.map(({ lineNo, variantId, quantity }) => ({
      ...(lineNo === undefined ? {} : { lineNo }),
      variantId,
      quantity,
    })),
    codes: [...values.codes],
    addedPrices: values.addedPrices,
    ...(reason === '' ? {} : { reason }),
  };
}

/** Would saving change anything? */
export function isEdited(order: EditedOrder, values: EditValues): boolean {
  const { reason: _, addedPrices: __, ...now } = values;
  const { reason: ___, addedPrices: ____, ...before } = editValues(order);
  return JSON.stringify(now) !== JSON.stringify(before);
}

/** One more of an article: on the new line that it has already, else on a line of its own. */
export function withArticle(values: EditValues, article: Omit<EditLine, 'lineNo' | 'quantity'>): EditValues {
  const known = values.lines.find((line) => line.variantId === article.variantId);
  const lines = known
    ? values.lines.map((line) => (line === known ? { ...line, quantity: line.quantity + 1000 } : line))
    : [...values.lines, { ...article, quantity: 1000 }];
  return { ...values, lines };
}
