/** What goods cost by list when an order was priced: base prices by their history, lists as its rules had them. */
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Tx } from '../../platform/transaction.ts';
import { entriesUnder, pricesAt, type VariantPrices } from '../pricing/index.ts';
import type { BasketContext } from './price-basket.ts';
import type { OrderView } from './read-order.ts';

export type PricesThen = Map<string, VariantPrices>;

/** No floor of today: what was given stays given. */
export async function pricesThen(
  tx: Tx,
  { prices }: Pick<BasketContext, 'prices'>,
  { rules, pricedAt }: { rules: RuleSet; pricedAt: string },
): Promise<PricesThen> {
  const ids = [...prices.keys()];
  const bases = await pricesAt(tx, ids, pricedAt);
  const entries = rules.priceLists.length === 0 ? new Map() : await entriesUnder(tx, ids, rules.number);
  return new Map(
    [...prices].map(([id, price]) => [
      id,
      { ...price, amount: bases.get(id) ?? price.amount, entries: entries.get(id) ?? [], floorAmount: null },
    ]),
  );
}

/** The goods that the order has. */
export const keptOf = (order: Pick<OrderView, 'lines'>): Set<string> =>
  new Set(order.lines.flatMap((line) => line.variantId ?? []));
