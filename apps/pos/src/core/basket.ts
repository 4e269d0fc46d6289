/** The basket: pure steps over readonly lines. A line keeps its place for as long as it lives, so nothing jumps. */
import type { TillVariant } from './till-facts.ts';

/** `lineId` stays the same while the quantity changes; the price is the one that the shopper saw when it was added. */
export interface BasketLine {
  readonly lineId: number;
  readonly variant: TillVariant;
  /** Thousandths of a piece. */
  readonly quantity: number;
}

export interface Basket {
  readonly lines: readonly BasketLine[];
  readonly nextLineId: number;
  /** The line that changed last, to be shown and lit. */
  readonly touched: number | null;
  /** What was taken out last, and from where, until something else happens. */
  readonly removed: { readonly line: BasketLine; readonly index: number } | null;
}

export const emptyBasket: Basket = { lines: [], nextLineId: 1, touched: null, removed: null };

export const quantityMax = 9_999_000;
const linesMax = 500;

/** Adds to the line of the same variant at the same price, else a new line at the end. Full baskets stay as they are. */
export function addToBasket(basket: Basket, variant: TillVariant, quantity = 1000): Basket {
  const same = basket.lines.find((line) => line.variant.id === variant.id && line.variant.amount === variant.amount);
  if (same) return setQuantity(basket, same.lineId, same.quantity + quantity);
  if (basket.lines.length >= linesMax) return basket;
  const line = { lineId: basket.nextLineId, variant, quantity };
  return { lines: [...basket.lines, line], nextLineId: line.lineId + 1, touched: line.lineId, removed: null };
}

/** Sets a quantity, up to the largest; nothing or less takes the line out. */
export function setQuantity(basket: Basket, lineId: number, quantity: number): Basket {
  if (quantity <= 0) return removeLine(basket, lineId);
  const lines = basket.lines.map((line) =>
    line.lineId === lineId ? { ...line, quantity: Math.min(quantity, quantityMax) } : line,
  );
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

/** Pieces in the basket: a weighed line counts as one. */
export function countPieces(basket: Basket): number {
  return basket.lines.reduce((sum, { quantity }) => sum + (quantity % 1000 === 0 ? quantity / 1000 : 1), 0);
}
