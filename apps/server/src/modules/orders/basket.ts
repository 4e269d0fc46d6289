/** A basket as it is stored, and the pure rules of changing it. */
import type { Body } from '@tandem/contract/index.ts';
import type { PriceHold } from '@tandem/domain/orders/price-hold.ts';
import type { ItemPrices } from '@tandem/domain/pricing/basket.ts';

export interface BasketLine {
  lineNo: number;
  variantId: string;
  quantity: number;
  /** The promotion whose gift or add-on it is. */
  offeredBy?: string;
}
export interface BasketPayment {
  kind: 'test' | 'in_store';
  state: 'authorized' | 'due_in_store';
  /** What was authorised, in minor units. */
  amount: number;
  /** Until when the price that was held at its beginning counts for it. */
  heldUntil?: string;
}
/** What a basket cost when checkout began, with everything that is needed to price it so again. */
export interface StoredHold extends PriceHold {
  /** The next instant at which that price might have been another by itself. */
  validUntil: string | null;
  totalAmount: number;
  /** By variant. */
  prices: Record<string, ItemPrices>;
  shipping: { shippingAmount: number; freeShippingFromAmount: number | null };
}
export interface BasketContent {
  locale: 'en' | 'zh-Hant';
  lines: BasketLine[];
  contact: Body<'PUT /api/shop/baskets/:id/contact'>['contact'] | null;
  address: Body<'PUT /api/shop/baskets/:id/contact'>['address'] | null;
  delivery: Body<'PUT /api/shop/baskets/:id/delivery'> | null;
  payment: BasketPayment | null;
  /** Codes as they were entered; left out by baskets of before. */
  codes?: string[];
  /** The signed-in shopper; the server alone names one. */
  memberId?: string;
  /** Left out before checkout begins, or where no price is held. */
  priceHold?: StoredHold;
}

export const linesMax = 200;
export const codesMax = 20;

export function emptyBasket(locale: BasketContent['locale']): BasketContent {
  return { locale, lines: [], contact: null, address: null, delivery: null, payment: null };
}

/** The line of a variant; what a promotion offered stands on a line of its own. */
export function lineOf(content: BasketContent, variantId: string, offeredBy?: string): BasketLine | undefined {
  return content.lines.find((line) => line.variantId === variantId && line.offeredBy === offeredBy);
}

/** Adds pieces to the variant's line, or opens one. Any change of goods or delivery asks for payment again. */
export function withVariant(
  content: BasketContent,
  variantId: string,
  quantity: number,
  offeredBy?: string,
): BasketContent {
  const known = lineOf(content, variantId, offeredBy);
  const lineNo = 1 + Math.max(0, ...content.lines.map((line) => line.lineNo));
  const opened = { lineNo, variantId, quantity, ...(offeredBy === undefined ? {} : { offeredBy }) };
  const lines = known
    ? content.lines.map((line) => (line === known ? { ...line, quantity } : line))
    : [...content.lines, opened];
  return { ...content, lines, payment: null };
}

const sameCode = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();

/** Enters a code once; compared without case and outer blanks. */
export function withCode(content: BasketContent, code: string): BasketContent {
  const codes = content.codes ?? [];
  if (codes.some((one) => sameCode(one, code))) return content;
  return { ...content, codes: [...codes, code.trim()], payment: null };
}

/** Takes a code out; undefined where it was not entered. */
export function withoutCode(content: BasketContent, code: string): BasketContent | undefined {
  const codes = (content.codes ?? []).filter((one) => !sameCode(one, code));
  return codes.length === (content.codes ?? []).length ? undefined : { ...content, codes, payment: null };
}

/** Names the member whose basket it is, or nobody; another one asks for payment again. */
export function withMember(content: BasketContent, memberId: string | null): BasketContent {
  if ((content.memberId ?? null) === memberId) return content;
  const { memberId: _before, ...anybody } = content;
  return { ...anybody, ...(memberId === null ? {} : { memberId }), payment: null };
}

/** Sets a line's quantity; 0 takes it out. */
export function withQuantity(content: BasketContent, lineNo: number, quantity: number): BasketContent {
  const lines = content.lines.flatMap((line) =>
    line.lineNo !== lineNo ? [line] : quantity === 0 ? [] : [{ ...line, quantity }],
  );
  return { ...content, lines, payment: null };
}
