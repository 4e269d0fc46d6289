/** A basket as it is stored, and the pure rules of changing it. */
import type { Body } from '@tandem/contract/index.ts';

export interface BasketLine {
  lineNo: number;
  variantId: string;
  quantity: number;
}
export interface BasketPayment {
  kind: 'test' | 'in_store';
  state: 'authorized' | 'due_in_store';
  /** What was authorised, in minor units. */
  amount: number;
}
export interface BasketContent {
  locale: 'en' | 'zh-Hant';
  lines: BasketLine[];
  contact: Body<'PUT /api/shop/baskets/:id/contact'>['contact'] | null;
  address: Body<'PUT /api/shop/baskets/:id/contact'>['address'] | null;
  delivery: Body<'PUT /api/shop/baskets/:id/delivery'> | null;
  payment: BasketPayment | null;
}

export const linesMax = 200;

export function emptyBasket(locale: BasketContent['locale']): BasketContent {
  return { locale, lines: [], contact: null, address: null, delivery: null, payment: null };
}

/** Adds pieces to the variant's line, or opens one. Any change of goods or delivery asks for payment again. */
export function withVariant(content: BasketContent, variantId: string, quantity: number): BasketContent {
  const known = content.lines.find((line) => line.variantId === variantId);
  const lines = known
    ? content.lines.map((line) => (line === known ? { ...line, quantity } : line))
    : [...content.lines, { lineNo: 1 + Math.max(0, ...content.lines.map((line) => line.lineNo)), variantId, quantity }];
  return { ...content, lines, payment: null };
}

/** Sets a line's quantity; 0 takes it out. */
export function withQuantity(content: BasketContent, lineNo: number, quantity: number): BasketContent {
  const lines = content.lines.flatMap((line) =>
    line.lineNo !== lineNo ? [line] : quantity === 0 ? [] : [{ ...line, quantity }],
  );
  return { ...content, lines, payment: null };
}
