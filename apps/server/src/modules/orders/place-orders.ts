/** Orders are placed: holds become commitments, prices and tax are frozen, the money that was authorised is captured. */
import type { Answer } from '@tandem/contract/index.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { commit, commitHeld } from '@tandem/domain/stock/claim-stock.ts';
import { isStockRefusal } from '@tandem/domain/stock/movement.ts';
import type { Command, CommandKind, Verdict } from '../../platform/commands/command.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { type Hold, openStockBook, releaseHolds, type StockBook, takeHolds } from '../inventory/index.ts';
import { openUsageBook, type UsageBook } from '../promotions/index.ts';
import { lockBaskets, type StoredBasket, storeBaskets } from './basket-rows.ts';
import { insertFulfilments } from './fulfilment-rows.ts';
import { printedNumber, takeNumbers } from './number-series.ts';
import { tellSale } from './order-facts.ts';
import { orderOfBasket } from './order-of-basket.ts';
import { insertOrders, type NewOrder, totalOf } from './order-rows.ts';
import { claimantsOf } from './pay-baskets.ts';
import { type BasketContext, basketContext, claimantOf, priceBasket } from './price-basket.ts';
import { candidates, linesOfHolds, type SourcedLine, sourceLines } from './source-lines.ts';

export interface PlaceBody {
  basketId: string;
  channelId: string;
  orderId: string;
  /** What the shopper saw; another total now is refused with a message. */
  totalAmount?: number | undefined;
}
type Placed = Answer<'POST /api/shop/baskets/:id/order'>;
interface Placing {
  context: BasketContext;
  uses: UsageBook;
  book: StockBook;
  holds: Map<string, Hold[]>;
  at: string;
  day: string;
}
interface Ready {
  order: NewOrder;
  sourced: SourcedLine[];
}

/** Places orders in one batch. A refusal leaves basket, stock and money as they were. */
export const placeOrders: CommandKind<PlaceBody, Placed> = {
  kind: 'order.place',
  batchMax: 64,
  decide: async (tx, commands) => {
    const at = commands[0]?.at ?? '';
    const baskets = await lockBaskets(
      tx,
      commands.map((command) => command.body.basketId),
    );
    const read = await basketContext(tx, [...baskets.values()], [], at, true);
    const taken = await takeHolds(tx, [...baskets.keys()]);
    const holds = new Map<string, Hold[]>();
    for (const one of taken) holds.set(one.id, [...(holds.get(one.id) ?? []), one]);
    const dayOf = (instant: string) => businessDate(instant, read.facts.timeZone, read.facts.dayCutOffHour);
    const book = await openStockBook(tx, [...taken, ...unheldKeys(read, holds, baskets)]);
    const uses = await openUsageBook(tx, read.rules, claimantsOf(read, baskets, at), at);
    const context = { ...read, uses };
    const placing: Placing = {
      context,
      uses,
      book,
      holds,
      at,
      day: dayOf(at),
    };
    const decided = commands.map((command) =>
      placeOne({ ...placing, at: command.at, day: dayOf(command.at) }, baskets, command),
    );
    const ready = decided.flatMap((one) => ('order' in one ? [one] : []));
    // Holds whose order was refused after all are given back: the shopper starts payment again.
    releaseHolds(placing.book, [...holds.values()].flat(), at, placing.day);
    await numberOrders(tx, ready);
    placing.book.write(tx);
    uses.write(tx);
    insertOrders(
      tx,
      ready.map((one) => one.order),
      context.facts,
    );
    insertFulfilments(
      tx,
      ready.map((one) => ({ orderId: one.order.id, method: methodOf(one.order), lines: one.sourced })),
      at,
    );
    storeBaskets(tx, [...baskets.values()], at);
    for (const { order } of ready) tellSale(tx, order);
    return decided.map(
      (one): Verdict<Placed> =>
        'order' in one
          ? {
              ok: true,
              answer: {
                orderId: one.order.id,
                number: one.order.number,
                token: one.order.token,
                totalAmount: totalOf(one.order),
              },
            }
          : { ok: false, refusal: one },
    );
  },
};

function unheldKeys(
  context: BasketContext,
  holds: ReadonlyMap<string, Hold[]>,
  baskets: ReadonlyMap<string, StoredBasket>,
) {
  return [...baskets.values()]
    .filter((basket) => !holds.has(basket.id))
    .flatMap((basket) =>
      candidates(context.facts, context.facts.channels.get(basket.channelId), basket.content.delivery).flatMap(
        (source) =>
          basket.content.lines
            .filter((line) => context.variants.has(line.variantId))
            .map((line) => ({ locationId: source.locationId, variantId: line.variantId })),
      ),
    );
}

const methodOf = (order: NewOrder): 'ship' | 'pickup' =>
  (order.delivery as { method?: string } | null)?.method === 'pickup' ? 'pickup' : 'ship';

async function numberOrders(tx: Parameters<typeof takeNumbers>[0], ready: readonly Ready[]): Promise<void> {
  if (ready.length === 0) return;
  let next = (await takeNumbers(tx, new Map([['W', ready.length]]))).get('W') ?? 0;
  for (const { order } of ready) {
    order.number = printedNumber('W', next);
    next += 1;
  }
}

function placeOne(
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
  const priced = priceBasket(context, basket, at);
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
  holds.delete(basket.id);
  baskets.set(basket.id, { ...basket, orderId: body.orderId });
  uses.use(who, { orderId: body.orderId, channelId: basket.channelId, locationId: null, at }, priced.applied);
  return { order: orderOfBasket(placing, basket, body, priced, sourced, actor.staffId ?? null), sourced };
}

/** Commits what was held; what is no longer held, or was never (pay in store), is committed anew if it is still there. */
function claim(placing: Placing, basket: StoredBasket, orderId: string): SourcedLine[] | Refusal {
  const { context, book, holds, at, day } = placing;
  const { content } = basket;
  const held = holds.get(basket.id);
  if (held !== undefined) {
    for (const one of held) {
      const movement = commitHeld(book.level(one), one.quantity);
      if (isStockRefusal(movement)) throw new Error('A hold is larger than what is held');
      book.post(one, movement, { documentId: orderId, lineNo: one.lineNo, at, businessDate: day });
    }
    return linesOfHolds(held, content.lines);
  }
  const sources = candidates(context.facts, context.facts.channels.get(basket.channelId), content.delivery);
  const sourcing = sourceLines(sources, content.lines, (locationId, variantId) =>
    book.level({ locationId, variantId }),
  );
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
