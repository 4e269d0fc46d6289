/** The price of goods before any promotion: a function of shopper, quantity and instant, so that no job flips prices. */

import type { ItemPrices, PriceEntry, PricingContext } from './basket.ts';
import { type ListState, type OpenPriceLists, openPriceLists } from './open-price-lists.ts';
import type { RuleSet } from './rule-set.ts';

export type ListPrice = {
  /** Minor units of the merchant's price mode. */
  readonly unitAmount: number;
  /** What the goods cost otherwise; only where it is above the price. */
  readonly compareAtAmount: number | null;
  /** Null: the base price. */
  readonly priceListId: string | null;
  /** UTC; the next instant at which the price may be another; null: never by itself. */
  readonly validUntil: string | null;
};

/**
 * The list price of one unit when `quantity` thousandths are bought. Lists for named members go before lists for
 * locations, these before other lists, these before the base price; among lists of a kind the lowest price counts,
 * then the id. Of one list the highest quantity break that is reached counts.
 */
export function listPrice(
  prices: ItemPrices,
  quantity: number,
  ruleSet: RuleSet,
  context: PricingContext,
  lists: OpenPriceLists = openPriceLists(ruleSet, context, Date.parse(context.at)),
): ListPrice {
  const found = findListPrice(prices, quantity, lists);
  return {
    ...found,
    validUntil: found.until === Number.POSITIVE_INFINITY ? null : new Date(found.until).toISOString(),
  };
}

export type FoundPrice = Omit<ListPrice, 'validUntil'> & {
  readonly until: number;
  /** The price is that of a list with an end or hours. */
  readonly isScheduled: boolean;
};

/** The same with the instant in milliseconds, for callers that have looked the lists up already. */
export function findListPrice(prices: ItemPrices, quantity: number, lists: OpenPriceLists): FoundPrice {
  const { baseAmount, compareAtAmount, entries } = prices;
  if (entries.length === 0) return priceOf(baseAmount, compareAtAmount, null, Number.POSITIVE_INFINITY);
  let until = Number.POSITIVE_INFINITY;
  let best: { entry: PriceEntry; list: ListState } | null = null;
  for (const entry of entries) {
    const list = lists.get(entry.priceListId);
    if (!list || entry.minQuantity > quantity) continue;
    if (list.until < until) until = list.until;
    if (!list.isOpen || isBelowHigherBreak(entry, entries, quantity)) continue;
    if (!best || isBefore(entry, list, best)) best = { entry, list };
  }
  if (!best) return priceOf(baseAmount, compareAtAmount, null, until);
  return priceOf(best.entry.amount, best.entry.compareAtAmount ?? compareAtAmount, best.list, until);
}

function priceOf(amount: number, compareAt: number | null, list: ListState | null, until: number): FoundPrice {
  const compareAtAmount = compareAt !== null && compareAt > amount ? compareAt : null;
  return {
    unitAmount: amount,
    compareAtAmount,
    priceListId: list?.id ?? null,
    until,
    isScheduled: list?.isScheduled ?? false,
  };
}

function isBelowHigherBreak(entry: PriceEntry, entries: readonly PriceEntry[], quantity: number): boolean {
  return entries.some(
    (other) =>
      other.priceListId === entry.priceListId && other.minQuantity <= quantity && other.minQuantity > entry.minQuantity,
  );
}

function isBefore(entry: PriceEntry, list: ListState, best: { entry: PriceEntry; list: ListState }): boolean {
  if (list.rank !== best.list.rank) return list.rank < best.list.rank;
  if (entry.amount !== best.entry.amount) return entry.amount < best.entry.amount;
  return list.id < best.list.id;
}
