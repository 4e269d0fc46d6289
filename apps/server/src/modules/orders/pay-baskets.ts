/**
 * Payment starts: the goods are held for ten minutes and the money is authorised. Paying in the store holds nothing; the
 * goods are committed when the order is placed. A decline or a shortage leaves everything as it was.
 */
import type { Body } from '@tandem/contract/index.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { hold } from '@tandem/domain/stock/claim-stock.ts';
import { isStockRefusal } from '@tandem/domain/stock/movement.ts';
import type { Command, CommandKind, Verdict } from '../../platform/commands/command.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { type Hold, insertHolds, openStockBook, releaseHolds, type StockBook, takeHolds } from '../inventory/index.ts';
import { openUsageBook, type UsageBook } from '../promotions/index.ts';
import { lockBaskets, type StoredBasket, storeBaskets } from './basket-rows.ts';
import { type BasketView, basketView } from './basket-view.ts';
import { type BasketContext, basketContext, claimantOf, isSold, priceBasket } from './price-basket.ts';
import { candidates, sourceLines } from './source-lines.ts';

export type PayBody = { basketId: string; channelId: string } & Body<'POST /api/shop/baskets/:id/payment'>;
export const holdMinutes = 10;

/** Starts payments. One verdict a basket; several payments of one basket in a batch are decided in order. */
export const payBaskets: CommandKind<PayBody, BasketView> = {
  kind: 'basket.pay',
  batchMax: 64,
  decide: async (tx, commands) => {
    const at = commands[0]?.at ?? '';
    const baskets = await lockBaskets(
      tx,
      commands.map((command) => command.body.basketId),
    );
    const read = await basketContext(tx, [...baskets.values()], [], at, true);
    // A payment that starts again lets its earlier hold go first.
    const earlier = await takeHolds(tx, [...baskets.keys()]);
    const book = await openStockBook(tx, [...keysOf(read, [...baskets.values()]), ...earlier]);
    const uses = await openUsageBook(tx, read.rules, claimantsOf(read, baskets, at), at);
    const context = { ...read, uses };
    const day = businessDate(at, context.facts.timeZone, context.facts.dayCutOffHour);
    const expiresAt = new Date(Date.parse(at) + holdMinutes * 60_000).toISOString();
    const holds = new Map<string, Hold[]>();
    for (const one of earlier) holds.set(one.id, [...(holds.get(one.id) ?? []), one]);
    const verdicts = commands.map((command) =>
      payOne({ context, uses, book, day, holds, at, expiresAt }, baskets, command),
    );
    book.write(tx);
    insertHolds(tx, [...holds.values()].flat(), expiresAt);
    uses.write(tx);
    storeBaskets(tx, [...baskets.values()], at);
    return verdicts;
  },
};

/** Who may claim uses: baskets that are not ordered yet. */
export function claimantsOf(context: BasketContext, baskets: ReadonlyMap<string, StoredBasket>, at: string) {
  return [...baskets.values()]
    .filter((basket) => basket.orderId === null)
    .map((basket) => claimantOf(context.facts, basket, at));
}

interface Paying {
  context: BasketContext;
  uses: UsageBook;
  expiresAt: string;
  book: StockBook;
  day: string;
  holds: Map<string, Hold[]>;
  at: string;
}

function keysOf(context: BasketContext, baskets: readonly StoredBasket[]) {
  return baskets.flatMap((basket) =>
    candidates(context.facts, context.facts.channels.get(basket.channelId), basket.content.delivery).flatMap((source) =>
      basket.content.lines
        .filter((line) => context.variants.has(line.variantId))
        .map((line) => ({ locationId: source.locationId, variantId: line.variantId })),
    ),
  );
}

function payOne(
  payment: Paying,
  baskets: Map<string, StoredBasket>,
  { body, at: instant }: Command<PayBody>,
): Verdict<BasketView> {
  const { context, uses, book, day, holds, at, expiresAt } = payment;
  const basket = baskets.get(body.basketId);
  if (basket === undefined || basket.channelId !== body.channelId)
    return no('basket.not_found', 'There is no such basket.', 404);
  const refusal = notReady(context, basket, body);
  if (refusal !== undefined) return { ok: false, refusal };
  const { content } = basket;
  const state = body.kind === 'test' ? 'authorized' : 'due_in_store';
  const paying: StoredBasket = { ...basket, content: { ...content, payment: { kind: body.kind, state, amount: 0 } } };
  const priced = priceBasket(context, paying, instant);
  const { totalAmount } = priced.totals;
  if (body.totalAmount !== undefined && body.totalAmount !== totalAmount)
    return no('price.changed', 'A price has changed. Look at the new total and pay again.', 409, undefined, {
      totalAmount,
    });
  if (body.kind === 'test') {
    const sources = candidates(context.facts, context.facts.channels.get(basket.channelId), content.delivery);
    const own = holds.get(basket.id) ?? [];
    releaseHolds(book, own, at, day);
    holds.delete(basket.id);
    const sourcing = sourceLines(sources, content.lines, (locationId, variantId) =>
      book.level({ locationId, variantId }),
    );
    if ('short' in sourcing)
      return no(
        'stock.short',
        'Not enough of an article is left.',
        422,
        `lines.${sourcing.short.lineNo}`,
        sourcing.short,
      );
    const made = sourcing.lines.map(
      (line, index): Hold => ({
        id: basket.id,
        lineNo: index + 1,
        locationId: line.locationId,
        variantId: line.variantId,
        quantity: line.quantity,
      }),
    );
    for (const one of made) {
      const movement = hold(book.level(one), one.quantity, { kind: 'none' });
      if (isStockRefusal(movement)) throw new Error('Stock that was promised is not there');
      book.post(one, movement, { documentId: basket.id, lineNo: one.lineNo, at, businessDate: day });
    }
    holds.set(basket.id, made);
  }
  const paid: StoredBasket = {
    ...basket,
    content: { ...content, payment: { kind: body.kind, state, amount: totalAmount } },
  };
  uses.hold(claimantOf(context.facts, basket, instant), priced.applied, expiresAt);
  baskets.set(basket.id, paid);
  return { ok: true, answer: basketView(context, paid, [], priced) };
}

function notReady(context: BasketContext, basket: StoredBasket, body: PayBody): Refusal | undefined {
  const { content } = basket;
  const refusal = (code: string, detail: string, field?: string): Refusal => ({
    code,
    detail,
    status: 422,
    ...(field === undefined ? {} : { field }),
  });
  if (basket.orderId !== null) return { ...refusal('basket.ordered', 'This basket was already ordered.'), status: 409 };
  if (content.lines.length === 0) return refusal('basket.empty', 'The basket is empty.', 'lines');
  if (content.contact === null) return refusal('basket.contact_missing', 'Say who you are first.', 'contact');
  if (content.delivery === null)
    return refusal('basket.delivery_missing', 'Choose shipping or pickup first.', 'delivery');
  if (body.kind === 'in_store' && content.delivery.method !== 'pickup')
    return refusal('payment.in_store_needs_pickup', 'Only a pickup can be paid in the store.', 'kind');
  const gone = content.lines.find((line) => !isSold(context, basket.channelId, line.variantId));
  if (gone !== undefined)
    return {
      ...refusal('stock.short', 'An article is no longer sold here.', `lines.${gone.lineNo}`),
      params: { lineNo: gone.lineNo, available: 0 },
    };
  if (body.card === 'decline') return refusal('payment.declined', 'The test card was declined.', 'card');
  return undefined;
}

function no(
  code: string,
  detail: string,
  status: Refusal['status'],
  field?: string,
  params?: object,
): Verdict<BasketView> {
  return {
    ok: false,
    refusal: {
      code,
      detail,
      status,
      ...(field === undefined ? {} : { field }),
      ...(params === undefined ? {} : { params: { ...params } }),
    },
  };
}
