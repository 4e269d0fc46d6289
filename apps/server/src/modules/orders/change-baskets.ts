/** Everything that changes a basket before payment: open, add, set a quantity, codes, contact, delivery. */
import type { Body } from '@tandem/contract/index.ts';
import type { Command } from '../../platform/commands/command.ts';
import type { Refusal } from '../../platform/refusal.ts';
import {
  type BasketContent,
  codesMax,
  emptyBasket,
  lineOf,
  linesMax,
  withCode,
  withMember,
  withoutCode,
  withQuantity,
  withVariant,
} from './basket.ts';
import type { StoredBasket } from './basket-rows.ts';
import type { BasketView } from './basket-view.ts';
import { contentsOf } from './line-components.ts';
import { type BasketContext, isSold, promisable } from './price-basket.ts';

export type BasketChange = { basketId: string; channelId: string } & (
  | { op: 'open'; locale: BasketContent['locale'] }
  | { op: 'add'; variantId: string; quantity: number; offeredBy?: string | undefined }
  | { op: 'code'; code: string }
  | { op: 'no_code'; code: string }
  /** By a shopper's session alone, never by what a shopper posts. */
  | { op: 'member'; memberId: string | null }
  | { op: 'set'; lineNo: number; quantity: number }
  | { op: 'contact'; contact: NonNullable<BasketContent['contact']>; address: BasketContent['address'] | undefined }
  | { op: 'delivery'; delivery: Body<'PUT /api/shop/baskets/:id/delivery'> }
);
type Notices = BasketView['notices'];
type Decided = { content: BasketContent; notices?: Notices } | { refusal: Refusal };

/** Does checkout begin, or go on, with this change? */
export const isCheckout = ({ op }: BasketChange): boolean => op === 'contact' || op === 'delivery';

/** The basket as the change would have it where that decides what must be read: the tax region, the codes and the member. */
export function withRegion(content: BasketContent, body: BasketChange): BasketContent {
  if (body.op === 'delivery') return { ...content, delivery: body.delivery };
  if (body.op === 'code') return withCode(content, body.code);
  if (body.op === 'member') return withMember(content, body.memberId);
  return body.op === 'contact' ? { ...content, address: body.address ?? null } : content;
}

/** What the change makes of the basket, or why it is refused; a refusal leaves the basket as it was. */
export function decideChange(
  context: BasketContext,
  basket: StoredBasket | undefined,
  { body }: Command<BasketChange>,
): Decided {
  if (body.op === 'open')
    return basket === undefined ? { content: emptyBasket(body.locale) } : { content: basket.content };
  if (basket === undefined || basket.channelId !== body.channelId)
    return no('basket.not_found', 'There is no such basket.', 404);
  if (basket.orderId !== null) return no('basket.ordered', 'This basket was already ordered.', 409);
  const { content } = basket;
  if (body.op === 'contact')
    return { content: { ...content, contact: body.contact, address: body.address ?? content.address } };
  if (body.op === 'delivery') return setDelivery(context, basket, body.delivery);
  if (body.op === 'code') {
    if ((content.codes ?? []).length >= codesMax)
      return no('basket.codes_full', `A basket takes ${codesMax} codes.`, 422, 'code');
    return { content: withCode(content, body.code) };
  }
  if (body.op === 'member')
    return body.memberId === null || context.members.has(body.memberId)
      ? { content: withMember(content, body.memberId) }
      : no('member.not_found', 'There is no such member.', 404);
  if (body.op === 'no_code') {
    const without = withoutCode(content, body.code);
    return without === undefined
      ? no('basket_code.not_found', 'This code was not entered.', 404, 'code')
      : { content: without };
  }
  if (body.op === 'set') return setLine(context, basket, body.lineNo, body.quantity);
  return addVariant(context, basket, body);
}

function addVariant(
  context: BasketContext,
  basket: StoredBasket,
  { variantId, quantity, offeredBy }: Extract<BasketChange, { op: 'add' }>,
): Decided {
  const { content } = basket;
  if (!isSold(context, basket.channelId, variantId))
    return no('variant.not_sold_here', 'This article is not sold here.', 422, 'variantId');
  if (offeredBy !== undefined && !isOffered(context, variantId, offeredBy))
    return no('basket.not_offered', 'No promotion offers this article so.', 422, 'offeredBy');
  if (isBroken(context, variantId, quantity)) return broken;
  const already = lineOf(content, variantId, offeredBy)?.quantity ?? 0;
  if (already === 0 && content.lines.length >= linesMax)
    return no('basket.full', `A basket takes ${linesMax} lines.`, 422);
  const change = (taken: number) => withVariant(content, variantId, taken, offeredBy);
  return limited(context, basket, variantId, already + quantity, change, already);
}

/** Does that promotion give this variant as its gift or add-on? */
function isOffered({ rules }: BasketContext, variantId: string, promotionId: string): boolean {
  const action = rules.promotions.find((promotion) => promotion.id === promotionId)?.action;
  if (action?.kind === 'gift') return action.steps.some((step) => step.choices.includes(variantId));
  return action?.kind === 'add_on' && action.choices.some((choice) => choice.variantId === variantId);
}

function setLine(context: BasketContext, basket: StoredBasket, lineNo: number, quantity: number): Decided {
  const line = basket.content.lines.find((one) => one.lineNo === lineNo);
  if (line === undefined) return no('basket_line.not_found', 'There is no such line.', 404, 'lineNo');
  if (quantity === 0) return { content: withQuantity(basket.content, lineNo, 0) };
  if (isBroken(context, line.variantId, quantity)) return broken;
  return limited(context, basket, line.variantId, quantity, (taken) => withQuantity(basket.content, lineNo, taken), 0);
}

/** Of a bundle nobody can have a part: its components would come apart. */
export const isBroken = (context: BasketContext, variantId: string, quantity: number): boolean =>
  quantity % 1000 !== 0 && contentsOf(context, variantId).length > 0;

/** Takes what is available and says so; refuses only where nothing at all is to be had. */
function limited(
  context: BasketContext,
  basket: StoredBasket,
  variantId: string,
  wanted: number,
  change: (quantity: number) => BasketContent,
  already: number,
): Decided {
  const line = change(wanted).lines.find((one) => one.variantId === variantId && one.quantity === wanted);
  const elsewhere = basket.content.lines
    .filter((one) => one.variantId === variantId && one.lineNo !== line?.lineNo)
    .reduce((sum, one) => sum + one.quantity, 0);
  const most = promisable(context, basket, variantId) - elsewhere;
  if (most >= wanted) return { content: change(wanted) };
  if (most <= already || most <= 0)
    return {
      refusal: {
        ...no('stock.short', 'No more of this article is available.', 422, 'quantity').refusal,
        params: { available: Math.max(0, most) },
      },
    };
  const lineNo = line?.lineNo ?? null;
  return { content: change(most), notices: [{ code: 'stock.fewer', lineNo, params: { wanted, available: most } }] };
}

function setDelivery(
  context: BasketContext,
  basket: StoredBasket,
  delivery: NonNullable<BasketContent['delivery']>,
): Decided {
  const channel = context.facts.channels.get(basket.channelId);
  if (delivery.locationId !== undefined && !context.facts.locations.has(delivery.locationId))
    return no('delivery.location_unknown', 'There is no such store.', 422, 'locationId');
  if (delivery.method === 'pickup') {
    const place = context.facts.locations.get(delivery.locationId ?? '');
    const isOffered =
      place?.isActive && place.mayPickUp && channel?.sources.some((source) => source.locationId === place.id);
    if (!isOffered) return no('delivery.location_unknown', 'This store offers no pickup.', 422, 'locationId');
  } else if (delivery.address === undefined && basket.content.address == null) {
    return no('delivery.address_missing', 'Name the address to ship to.', 422, 'address');
  }
  return { content: { ...basket.content, delivery, payment: null } };
}

function no(code: string, detail: string, status: Refusal['status'], field?: string): { refusal: Refusal } {
  return { refusal: { code, detail, status, ...(field === undefined ? {} : { field }) } };
}

const broken = no('bundle.whole_only', 'A bundle is sold in whole pieces.', 422, 'quantity');
