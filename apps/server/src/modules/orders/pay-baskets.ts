/**
 * Payment starts: the goods are held for ten minutes and the money is authorised. Paying in the store holds nothing; the
 * goods are committed when the order is placed. A decline or a shortage leaves everything as it was.
 */
import type { Body } from '@tandem/contract/index.ts';
import { hold } from '@tandem/domain/stock/claim-stock.ts';
import { isStockRefusal } from '@tandem/domain/stock/movement.ts';
import type { Command, Verdict } from '../../platform/commands/command.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { type Hold, releaseHolds, type StockBook } from '../inventory/index.ts';
import type { UsageBook } from '../promotions/index.ts';
import type { StoredBasket } from './basket-rows.ts';
import { type BasketView, basketView } from './basket-view.ts';
import { heldFor, paidBy, paymentBy, quoteBasket } from './hold-price.ts';
import { type BasketContext, claimantOf, isSold } from './price-basket.ts';
import { sourceBasket } from './source-basket.ts';

export type PayBody = { basketId: string; channelId: string } & Body<'POST /api/shop/baskets/:id/payment'>;
export const holdMinutes = 10;

export interface Paying {
  context: BasketContext;
  uses: UsageBook;
  expiresAt: string;
  book: StockBook;
  day: string;
  holds: Map<string, Hold[]>;
  at: string;
}

/** Starts the payment of one basket: posts its holds to the book, claims its uses. */
export function payOne(
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
  const quote = quoteBasket(context, paidBy(basket, body.kind), instant);
  const { priced, hold: held } = quote;
  const { totalAmount } = priced.totals;
  if (body.totalAmount !== undefined && body.totalAmount !== totalAmount)
    return no('price.changed', 'A price has changed. Look at the new total and pay again.', 409, undefined, {
      totalAmount,
    });
  if (body.kind === 'test') {
    const own = holds.get(basket.id) ?? [];
    releaseHolds(book, own, at, day);
    holds.delete(basket.id);
    const sourcing = sourceBasket(context, book, basket);
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
  const begun = { ...paymentBy(body.kind), amount: totalAmount, ...heldFor(held, expiresAt) };
  const paid: StoredBasket = { ...basket, content: { ...basket.content, payment: begun } };
  uses.hold(claimantOf(context.facts, basket, instant), priced.applied, expiresAt);
  baskets.set(basket.id, paid);
  return { ok: true, answer: basketView(context, paid, [], quote) };
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
