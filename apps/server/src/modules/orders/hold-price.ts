/**
 * What a shopper pays who has begun checkout: for some minutes no more than was shown then, whatever ended or rose since.
 * Stock, limits and codes are those of now, and so is the tax.
 */
import { chooseHeldPrice, type HeldPrice, isPriceHeld } from '@tandem/domain/orders/price-hold.ts';
import type { ItemPrices } from '@tandem/domain/pricing/basket.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import type { BasketContent, BasketPayment, StoredHold } from './basket.ts';
import { type BasketContext, type Priced, priceBasket } from './price-basket.ts';

export interface Quote {
  priced: PricedBasket;
  /** The instant that it was priced at: the beginning of checkout, or now. */
  pricedAt: string;
  hold: { until: string; state: HeldPrice; shownAmount: number } | null;
}

/** The price of now, or the one that is held where that is lower. */
export function quoteBasket(context: BasketContext, basket: Priced, at = context.at): Quote {
  const { priceHold: hold, payment } = basket.content;
  const now = priceBasket(context, basket, at);
  if (hold === undefined || context.holdMinutes === 0) return { priced: now, pricedAt: at, hold: null };
  const until = payment?.heldUntil ?? hold.until;
  const told = { until, shownAmount: hold.totalAmount };
  if (!isPriceHeld(hold, payment?.heldUntil, at))
    return { priced: now, pricedAt: at, hold: { ...told, state: 'over' } };
  const rules = context.heldRules.get(hold.ruleSetNumber);
  if (rules === undefined || isAsThen(context, basket, hold, at))
    return { priced: now, pricedAt: at, hold: { ...told, state: 'same' } };
  const then = priceBasket(asThen({ ...context, rules }, basket.channelId, hold), basket, hold.at);
  const state = chooseHeldPrice(then.totals.totalAmount, now.totals.totalAmount);
  if (state !== 'kept') return { priced: now, pricedAt: at, hold: { ...told, state } };
  return { priced: then, pricedAt: hold.at, hold: { ...told, state } };
}

/** The basket as it would be priced if it were paid so: some promotions ask how. */
export function paidBy(basket: Priced, kind: BasketPayment['kind']): Priced {
  return { ...basket, content: { ...basket.content, payment: paymentBy(kind) } };
}

/** A payment as it begins, of nothing yet. */
export function paymentBy(kind: BasketPayment['kind']): BasketPayment {
  return { kind, state: kind === 'test' ? 'authorized' : 'due_in_store', amount: 0 };
}

/** Begun in time, a payment is finished at its price, for as long as its goods are held. */
export function heldFor(hold: Quote['hold'], goodsUntil: string): { heldUntil?: string } {
  if (hold === null || hold.state === 'over') return {};
  return { heldUntil: [hold.until, goodsUntil].sort()[1] as string };
}

/**
 * The content with the hold that a step of checkout begins or goes on with, and what it costs so. A hold is over where goods
 * or codes came in that were never shown at the price that is kept.
 */
export function withHold(
  context: BasketContext,
  basket: Priced,
  { before, isCheckout }: { before: BasketContent | undefined; isCheckout: boolean },
): { content: BasketContent; quote: Quote } {
  const { content } = basket;
  const { holdMinutes, at } = context;
  const known = content.priceHold;
  const quote = quoteBasket(context, basket);
  if (known !== undefined && before !== undefined && quote.hold?.state === 'kept' && isMore(content, before)) {
    const over = { ...content, priceHold: { ...known, until: at } };
    return { content: over, quote: quoteBasket(context, { ...basket, content: over }) };
  }
  if (holdMinutes === 0 || content.lines.length === 0 || (known === undefined && !isCheckout))
    return { content, quote };
  const { priced } = quote;
  const shown = { totalAmount: priced.totals.totalAmount, prices: pricesIn(context, content) };
  // Nor does a payment that runs on at its price begin a hold anew: it would never end.
  if (known !== undefined && isPriceHeld(known, content.payment?.heldUntil, at)) {
    const prices = { ...shown.prices, ...known.prices };
    // Where nothing has moved, what is shown now is what is held.
    const validUntil = quote.hold?.state === 'same' ? priced.validUntil : known.validUntil;
    return {
      content: { ...content, priceHold: { ...known, ...shown, prices, validUntil } },
      quote: heldAs(quote, shown),
    };
  }
  const priceHold: StoredHold = {
    ...shown,
    at,
    until: new Date(Date.parse(at) + holdMinutes * 60_000).toISOString(),
    ruleSetNumber: priced.ruleSetNumber,
    validUntil: priced.validUntil,
    shipping: shippingIn(context, basket.channelId),
  };
  const hold = { until: priceHold.until, state: 'same' as const, shownAmount: shown.totalAmount };
  return { content: { ...content, priceHold }, quote: { ...quote, hold } };
}

/** Has the basket goods or codes that it had not before? */
function isMore(now: BasketContent, before: BasketContent): boolean {
  const pieces = ({ lines }: BasketContent, variantId: string) =>
    lines.reduce((sum, line) => sum + (line.variantId === variantId ? line.quantity : 0), 0);
  const { codes = [] } = now;
  return (
    now.lines.some(({ variantId }) => pieces(now, variantId) > pieces(before, variantId)) ||
    codes.some((code) => !(before.codes ?? []).includes(code))
  );
}

function heldAs(quote: Quote, { totalAmount }: { totalAmount: number }): Quote {
  return { ...quote, hold: quote.hold && { ...quote.hold, shownAmount: totalAmount } };
}

/** Nothing that this price depends on has moved since: then it is not worked out twice. */
function isAsThen(context: BasketContext, { channelId, content }: Priced, hold: StoredHold, at: string): boolean {
  if (hold.ruleSetNumber !== context.rules.number) return false;
  if (hold.validUntil !== null && hold.validUntil <= at) return false;
  const { shippingAmount, freeShippingFromAmount } = shippingIn(context, channelId);
  if (shippingAmount !== hold.shipping.shippingAmount) return false;
  if (freeShippingFromAmount !== hold.shipping.freeShippingFromAmount) return false;
  return content.lines.every(({ variantId }) => {
    const then = hold.prices[variantId];
    return then === undefined || isSamePrice(then, priceIn(context, variantId));
  });
}

function isSamePrice(then: ItemPrices, now: ItemPrices): boolean {
  if (then.baseAmount !== now.baseAmount || then.entries.length !== now.entries.length) return false;
  return then.entries.length === 0 || JSON.stringify(then.entries) === JSON.stringify(now.entries);
}

/** The context with the prices and the shipping that were shown. */
function asThen(context: BasketContext, channelId: string, hold: StoredHold): BasketContext {
  const prices = new Map(context.prices);
  for (const [variantId, { baseAmount, compareAtAmount, entries }] of Object.entries(hold.prices)) {
    const now = prices.get(variantId);
    if (now !== undefined) prices.set(variantId, { ...now, amount: baseAmount, compareAtAmount, entries });
  }
  const channel = context.facts.channels.get(channelId);
  const channels = new Map(context.facts.channels);
  if (channel !== undefined) channels.set(channelId, { ...channel, ...hold.shipping });
  return { ...context, prices, facts: { ...context.facts, channels } };
}

const pricesIn = (context: BasketContext, { lines }: BasketContent): Record<string, ItemPrices> =>
  Object.fromEntries(lines.map(({ variantId }) => [variantId, priceIn(context, variantId)]));

function priceIn({ prices }: BasketContext, variantId: string): ItemPrices {
  const price = prices.get(variantId);
  const { amount: baseAmount = 0, compareAtAmount = null, entries = [] } = price ?? {};
  return { baseAmount, compareAtAmount, entries };
}

function shippingIn({ facts }: BasketContext, channelId: string): StoredHold['shipping'] {
  const { shippingAmount = 0, freeShippingFromAmount = null } = facts.channels.get(channelId) ?? {};
  return { shippingAmount, freeShippingFromAmount };
}
