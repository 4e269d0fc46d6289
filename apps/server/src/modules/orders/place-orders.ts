/** Orders are placed: holds become commitments, prices and tax are frozen, the money that was authorised is captured. */
import type { Answer } from '@tandem/contract/index.ts';
import { commit, commitHeld } from '@tandem/domain/stock/claim-stock.ts';
import { isStockRefusal } from '@tandem/domain/stock/movement.ts';
import type { Command } from '../../platform/commands/command.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { type Hold, releaseHolds, type StockBook } from '../inventory/index.ts';
import type { UsageBook } from '../promotions/index.ts';
import type { StoredBasket } from './basket-rows.ts';
import { quoteBasket } from './hold-price.ts';
import { contentsOf } from './line-components.ts';
import { orderOfBasket } from './order-of-basket.ts';
import type { NewOrder } from './order-rows.ts';
import { type BasketContext, claimantOf } from './price-basket.ts';
import { countOrder } from './pricing-members.ts';
import { sourceBasket } from './source-basket.ts';
import { linesOfHolds, type SourcedLine } from './source-lines.ts';

export interface PlaceBody {
  basketId: string;
  channelId: string;
  orderId: string;
  /** What the shopper saw; another total now is refused with a message. */
  totalAmount?: number | undefined;
}
export type Placed = Answer<'POST /api/shop/baskets/:id/order'>;
export interface Placing {
  context: BasketContext;
  uses: UsageBook;
  book: StockBook;
  holds: Map<string, Hold[]>;
  at: string;
  day: string;
}
export interface Ready {
  order: NewOrder;
  sourced: SourcedLine[];
}

/** Places the order of one basket. A refusal leaves stock as it was; a price that changed ends the payment. */
export function placeOne(
  placing: Placing,
  baskets: Map<string, StoredBasket>,
  { body, actor }: Command<PlaceBody>,
): Ready | Refusal {
  const { context, uses, holds, at } = placing;
  const basket = baskets.get(body.basketId);
  if (basket === undefined || basket.channelId !== body.channelId)
    return { code: 'basket.not_found', detail: 'There is no such basket.', status: 404 };
  if (basket.orderId !== null)
    return {
      code: 'basket.ordered',
      detail: 'This basket was already ordered.',
      status: 409,
      params: { orderId: basket.orderId },
    };
  const { content } = basket;
  if (content.lines.length === 0)
    return { code: 'basket.empty', detail: 'The basket is empty.', status: 422, field: 'lines' };
  const { payment } = content;
  if (payment === null || content.delivery === null)
    return { code: 'basket.payment_missing', detail: 'Choose how to pay first.', status: 422, field: 'payment' };
  const who = claimantOf(context.facts, basket, at);
  const { priced, pricedAt } = quoteBasket(context, basket, at);
  const { totalAmount } = priced.totals;
  if (totalAmount !== payment.amount || (body.totalAmount !== undefined && body.totalAmount !== totalAmount)) {
    baskets.set(basket.id, { ...basket, content: { ...content, payment: null } });
    uses.release(who);
    return {
      code: 'price.changed',
      detail: 'A price has changed. Look at the new total and pay again.',
      status: 409,
      params: { totalAmount },
    };
  }
  const sourced = claim(placing, basket, body.orderId);
  if ('code' in sourced) {
    baskets.set(basket.id, { ...basket, content: { ...content, payment: null } });
    uses.release(who);
    return sourced;
  }
  countOrder(context.members, content.memberId);
  holds.delete(basket.id);
  baskets.set(basket.id, { ...basket, orderId: body.orderId });
  uses.use(who, { orderId: body.orderId, channelId: basket.channelId, locationId: null, at }, priced.applied);
  return {
    order: orderOfBasket(placing, basket, { ...body, pricedAt }, priced, sourced, actor.staffId ?? null),
    sourced,
  };
}

/** Commits what was held; what is no longer held, or was never (pay in store), is committed anew if it is still there. */
function claim(placing: Placing, basket: StoredBasket, orderId: string): SourcedLine[] | Refusal {
  const { context, book, holds, at, day } = placing;
  const { content } = basket;
  const held = holds.get(basket.id);
  const contents = (variantId: string) => contentsOf(context, variantId);
  const sourced = held === undefined ? undefined : linesOfHolds(held, content.lines, contents);
  // What a bundle is made of changed since the payment began: other goods are claimed than were held.
  if (held !== undefined && sourced === undefined) {
    releaseHolds(book, held, at, day);
    holds.delete(basket.id);
  }
  if (held !== undefined && sourced !== undefined) {
    for (const one of held) {
      const movement = commitHeld(book.level(one), one.quantity);
      if (isStockRefusal(movement)) throw new Error('A hold is larger than what is held');
      book.post(one, movement, { documentId: orderId, lineNo: one.lineNo, at, businessDate: day });
    }
    return sourced;
  }
  const sourcing = sourceBasket(context, book, basket);
  if ('short' in sourcing)
    return {
      code: 'stock.short',
      detail: 'Not enough of an article is left.',
      status: 422,
      field: `lines.${sourcing.short.lineNo}`,
      params: { ...sourcing.short },
    };
  for (const line of sourcing.lines) {
    const movement = commit(book.level(line), line.quantity, { kind: 'none' });
    if (isStockRefusal(movement)) throw new Error('Stock that was promised is not there');
    book.post(line, movement, { documentId: orderId, lineNo: line.lineNo, at, businessDate: day });
  }
  return sourcing.lines;
}
