/** The lowest price of the 30 days before a reduction, told beside every price that is struck through. */
import { lowestPriceOfLast30Days } from '@tandem/domain/pricing/lowest-price.ts';
import type { Tx } from '../../platform/transaction.ts';
import { pastEntries, pastPrices, pastRules } from '../pricing/index.ts';
import { type PastShelfPrice, pastShelf } from './past-shelf.ts';
import type { Shelf } from './price-goods.ts';

const dayMs = 86_400_000;
/** A reduction that has lasted up to 30 days is compared with the 30 days before it. */
const lookBackMs = 60 * dayMs;

/**
 * By variant, in minor units, over base prices, price lists and promotions of the channel; only those of `variantIds` whose
 * price is struck through and whose earlier prices are known.
 */
export async function lowestPrices(
  tx: Tx,
  shelf: Shelf,
  variantIds: Iterable<string> = shelf.prices.keys(),
): Promise<Map<string, number>> {
  const reduced = [...new Set(variantIds)].flatMap((id) => {
    const price = shelf.prices.get(id);
    return price === undefined || price.listed.wasAmount === null ? [] : [price.line];
  });
  if (reduced.length === 0) return new Map();
  const now = Date.parse(shelf.context.at);
  const rules = await pastRules(tx, now - lookBackMs);
  if (rules[0] === undefined || rules[0].from > now - 30 * dayMs) return new Map();
  const ids = reduced.map((line) => line.variantId);
  const prices = await pastPrices(tx, ids, now - lookBackMs);
  // Most merchants have no lists: then there is nothing to ask for.
  const hadLists = rules.some((one) => one.rules.priceLists.length > 0);
  const entries = hadLists ? await pastEntries(tx, ids, rules[0].rules.number) : new Map();
  const shelves = pastShelf(reduced, { rules, prices, entries }, shelf.context, now);
  return new Map(
    [...(shelves ?? [])].flatMap(([id, history]) => {
      const amount = lowestPriceOfLast30Days(history, beganAt(history) ?? shelf.context.at);
      return amount === null ? [] : [[id, amount]];
    }),
  );
}

/** When the price began to be reduced, without a pause until now; undefined where it was for as long as we look back. */
function beganAt(history: readonly PastShelfPrice[]): string | undefined {
  const last = history.findLastIndex((price) => !price.isReduced);
  return last < 0 ? undefined : history[last + 1]?.at;
}
