/** The lowest price of the last 30 days, told beside a reduced price. */
import { lowestPriceOfLast30Days } from '@tandem/domain/pricing/lowest-price.ts';
import { instantOfLocal } from '@tandem/domain/pricing/schedule-state.ts';
import type { Tx } from '../../platform/transaction.ts';
import { priceHistoryOf } from '../pricing/index.ts';
import type { Shelf, ShelfPrice } from './price-goods.ts';

const variantsMax = 40;

/** By variant, in minor units; only those whose price is struck through and whose earlier base prices are known. */
export async function lowestPrices(tx: Tx, shelf: Shelf): Promise<Map<string, number>> {
  const reduced = [...shelf.prices].filter(([, price]) => price.listed.wasAmount !== null).slice(0, variantsMax);
  const found = await Promise.all(
    reduced.map(async ([id, price]) => {
      const { items } = await priceHistoryOf(tx, id);
      const history = items.map(({ from, amount }) => ({ at: from, amount }));
      return [id, lowestPriceOfLast30Days(history, beganAt(price, shelf) ?? items[0]?.from ?? '')] as const;
    }),
  );
  return new Map(found.flatMap(([id, amount]) => (amount === null ? [] : [[id, amount]])));
}

/** When the reduction began, UTC; undefined where the base price itself is the reduced one. */
function beganAt({ listed }: ShelfPrice, { rules, context }: Shelf): string | undefined {
  const promotion = rules.promotions.find(({ id }) => id === listed.promotionIds[0]);
  const list = rules.priceLists.find(({ id }) => id === listed.priceListId);
  if (promotion === undefined && list === undefined) return undefined;
  const { start, zone } = promotion?.schedule ?? list?.schedule ?? { start: null, zone: 'store' };
  if (start === null) return context.at;
  const began = instantOfLocal(start, zone === 'store' ? (context.timeZone ?? rules.timeZone) : zone);
  return new Date(began).toISOString();
}
