/** The basket: pure steps over readonly lines. A line keeps its place for as long as it lives, so nothing jumps. */
import type { KnownCode, ManualDiscount } from '@tandem/domain/pricing/basket.ts';
import type { TillMember, TillVariant } from './till-facts.ts';

/** A price that is not the list's: typed in by somebody who may, or printed on the label and binding. */
export interface PriceOverride {
  /** Minor units a piece. */
  readonly unitAmount: number;
  readonly kind: 'entered' | 'printed';
  readonly reason: string;
}

/** `lineId` stays the same while the quantity changes. */
export interface BasketLine {
  readonly lineId: number;
  /** As it was when it was added; prices come from the catalogue as it is now. */
  readonly variant: TillVariant;
  /** Thousandths of a piece. */
  readonly quantity: number;
  /** The promotion that offered it as a gift or add-on. */
  readonly offeredBy: string | null;
  readonly override: PriceOverride | null;
  readonly manual: ManualDiscount | null;
}

/** A code as it was entered; `known` is what the server said of one that no promotion shares. */
export interface BasketCode {
  readonly code: string;
  readonly known: TillCode | null;
}

/** What the server said of a code, and whose it is where only one member may use it. */
export type TillCode = KnownCode & { readonly memberId?: string | null };

/** Somebody with more rights allowed something in this basket, by PIN. */
export interface Approval {
  readonly approvalId: string;
  readonly staffId: string;
  readonly role: string;
}

export interface Basket {
  readonly lines: readonly BasketLine[];
  readonly nextLineId: number;
  /** The line that changed last, to be shown and lit. */
  readonly touched: number | null;
  /** What was taken out last, and from where, until something else happens. */
  readonly removed: { readonly line: BasketLine; readonly index: number } | null;
  readonly codes: readonly BasketCode[];
  /** Taken off the whole basket by hand. */
  readonly manual: ManualDiscount | null;
  readonly approvals: readonly Approval[];
  /** Who buys, as the server knew them when they were named. */
  readonly member: TillMember | null;
}

export const emptyBasket: Basket = {
  lines: [],
  nextLineId: 1,
  touched: null,
  removed: null,
  codes: [],
  manual: null,
  approvals: [],
  member: null,
};

export const quantityMax = 9_999_000;
const linesMax = 500;
export const codesMax = 20;
const plain = { offeredBy: null, override: null, manual: null };

/** What else is said of goods that are put in. */
export interface AddedAs {
  readonly quantity?: number;
  readonly offeredBy?: string;
  readonly override?: PriceOverride;
}

/**
 * Adds to the line of the same goods on the same terms, else a new line at the end. What was changed by hand or weighed
 * stays a line of its own. A full basket stays as it is.
 */
export function addToBasket(basket: Basket, variant: TillVariant, added: AddedAs = {}): Basket {
  const { quantity = 1000, offeredBy = null, override = null } = added;
  const isWhole = quantity % 1000 === 0;
  const same = basket.lines.find(
    (line) =>
      isWhole &&
      line.quantity % 1000 === 0 &&
      line.variant.id === variant.id &&
      line.offeredBy === offeredBy &&
      line.manual === null &&
      line.override === null &&
      override === null,
  );
  if (same) return setQuantity(basket, same.lineId, same.quantity + quantity);
  if (basket.lines.length >= linesMax) return basket;
  const line: BasketLine = { lineId: basket.nextLineId, variant, quantity, ...plain, offeredBy, override };
  return {
    ...basket,
    lines: [...basket.lines, line],
    nextLineId: line.lineId + 1,
    touched: line.lineId,
    removed: null,
  };
}

/** Sets a quantity, up to the largest; nothing or less takes the line out. */
export function setQuantity(basket: Basket, lineId: number, quantity: number): Basket {
  if (quantity <= 0) return removeLine(basket, lineId);
  return changeLine(basket, lineId, { quantity: Math.min(quantity, quantityMax) });
}

/** Sets what is taken off a line by hand, or the price that is charged for it; null takes it back. */
export function changeLine(
  basket: Basket,
  lineId: number,
  change: Partial<Pick<BasketLine, 'quantity' | 'manual' | 'override'>>,
): Basket {
  const lines = basket.lines.map((line) => (line.lineId === lineId ? { ...line, ...change } : line));
  return { ...basket, lines, touched: lineId, removed: null };
}

/** Takes a line out; `undoRemoval` puts it back where it was. */
export function removeLine(basket: Basket, lineId: number): Basket {
  const index = basket.lines.findIndex((line) => line.lineId === lineId);
  const line = basket.lines[index];
  if (!line) return basket;
  const lines = basket.lines.filter((other) => other.lineId !== lineId);
  return { ...basket, lines, touched: null, removed: { line, index } };
}

/** The last line that was taken out comes back in its old place. */
export function undoRemoval(basket: Basket): Basket {
  if (!basket.removed) return basket;
  const { line, index } = basket.removed;
  const lines = [...basket.lines.slice(0, index), line, ...basket.lines.slice(index)];
  return { ...basket, lines, touched: line.lineId, removed: null };
}

/** Enters a code; one that is there already, in whatever case, is not entered twice. */
export function addCode(basket: Basket, entered: BasketCode): Basket {
  const key = sameCode(entered.code);
  if (basket.codes.length >= codesMax || basket.codes.some(({ code }) => sameCode(code) === key)) return basket;
  return { ...basket, codes: [...basket.codes, { ...entered, code: entered.code.trim() }], removed: null };
}

export function removeCode(basket: Basket, code: string): Basket {
  return { ...basket, codes: basket.codes.filter((entered) => entered.code !== code), removed: null };
}

/** Names who buys; null: nobody. */
export function nameMember(basket: Basket, member: TillMember | null): Basket {
  return { ...basket, member, removed: null };
}

function sameCode(code: string): string {
  return code.trim().toUpperCase();
}

/** A basket that an earlier version of the till kept, with everything that it did not know yet. */
export function completeBasket(kept: Partial<Basket>): Basket {
  return { ...emptyBasket, ...kept, lines: (kept.lines ?? []).map((line) => ({ ...plain, ...line })) };
}

/** Pieces in the basket: a weighed line counts as one. */
export function countPieces(basket: Basket): number {
  return basket.lines.reduce((sum, { quantity }) => sum + (quantity % 1000 === 0 ? quantity / 1000 : 1), 0);
}
