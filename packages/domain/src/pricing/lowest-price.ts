/** The lowest price of the last 30 days, which the law of many countries wants beside a reduced price. */

const day = 86_400_000;

/** A price that counted from an instant (UTC) until the next entry. */
export type PriceHistoryEntry = { readonly at: string; readonly amount: number };

/**
 * The lowest price that counted at any moment of the `days` days before the offer began, the price right before that span
 * included, since it still counted when the span began; null where no price is known. Entries may be in any order; of
 * entries at one instant the last counts.
 */
export function lowestPriceOfLast30Days(
  history: readonly PriceHistoryEntry[],
  offerBeganAt: string,
  days = 30,
): number | null {
  const until = Date.parse(offerBeganAt);
  const from = until - days * day;
  const entries = history
    .map((entry, index) => ({ at: Date.parse(entry.at), amount: entry.amount, index }))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  let lowest: number | null = null;
  entries.forEach(({ at, amount }, index) => {
    const end = entries[index + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (at >= until || end <= from || end === at) return;
    if (lowest === null || amount < lowest) lowest = amount;
  });
  return lowest;
}
