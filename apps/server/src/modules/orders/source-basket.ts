/** Which places serve a basket, by its channel, its delivery and the levels that are locked. */
import type { StockBook } from '../inventory/index.ts';
import type { StoredBasket } from './basket-rows.ts';
import { contentsOf } from './line-components.ts';
import type { BasketContext } from './price-basket.ts';
import { candidates, type Sourcing, sourceLines } from './source-lines.ts';

export function sourceBasket(context: BasketContext, book: StockBook, basket: StoredBasket): Sourcing {
  const { delivery, lines } = basket.content;
  return sourceLines(
    candidates(context.facts, context.facts.channels.get(basket.channelId), delivery),
    lines,
    (locationId, variantId) => book.level({ locationId, variantId }),
    (variantId) => contentsOf(context, variantId),
  );
}
