/** Checkout on one page: details, then payment and order. A refusal shows the page again with what was typed. */
import type { BasketView, CheckoutView, Problem, Typed } from '@tandem/storefront/views.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../../platform/ids.ts';
import { RefusalError } from '../../platform/refusal.ts';
import { basketIdOf, keepOrder, orderTokenOf } from './basket-cookie.ts';
import { readBasket, seeOther, untilOf } from './basket-routes.ts';
import { detailsOf, typedOf } from './checkout-form.ts';
import { deriveId, isId } from './derive-id.ts';
import { nameMember } from './name-member.ts';
import { sendPersonal } from './page.ts';
import { formOf } from './read-form.ts';
import { queryOf } from './read-query.ts';
import type { Site, Visit } from './site.ts';

type Step = CheckoutView['step'];
type Visited = (request: FastifyRequest) => Promise<Visit>;

export function addCheckoutRoutes(app: FastifyInstance, site: Site, prefix: string, visited: Visited): void {
  app.get(`${prefix}/checkout`, async (request, reply) => {
    const visit = await visited(request);
    const basket = await readBasket(site, visit, request, reply);
    if (basket === undefined || basket.lines.length === 0) return seeOther(reply, visit.at('/basket'));
    const query = queryOf(request);
    const isKnown = basket.contact !== null && basket.delivery !== null && query.get('change') === null;
    const step = isKnown ? 'payment' : 'details';
    const typed = { ...ofMember(visit, basket), ...typedOf(basket), payment: query.get('payment') ?? 'test' };
    const change = changeSince(basket, query.get('goods'));
    // Whoever has come to the payment sees what it costs by the way that is chosen there.
    const shown = isKnown ? await asPaid(site, visit, request, reply, { basket, typed }) : basket;
    return show(site, visit, reply, { basket: shown, step, typed, ...change });
  });
  // What a refusal shows stands at this address: it may be loaded again, and asks for itself when a price changes.
  app.get(`${prefix}/checkout/order`, async (request, reply) =>
    seeOther(reply, (await visited(request)).at('/checkout')),
  );
  app.post(`${prefix}/checkout`, (request, reply) => act(site, visited, request, reply, 'details', keepDetails));
  app.post(`${prefix}/checkout/order`, (request, reply) => act(site, visited, request, reply, 'payment', payAndPlace));
}

type Act = (site: Site, visit: Visit, form: Typed, basketId: string, reply: FastifyReply) => Promise<FastifyReply>;

async function act(
  site: Site,
  visited: Visited,
  request: FastifyRequest,
  reply: FastifyReply,
  step: Step,
  run: Act,
): Promise<FastifyReply> {
  const visit = await visited(request);
  const form = formOf(request);
  const basketId = basketIdOf(request);
  if (basketId === undefined) return seeOther(reply, lastOrder(request, visit));
  try {
    return await run(site, visit, form, basketId, reply);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    if (['basket.ordered', 'basket.not_found'].includes(error.refusal.code))
      return seeOther(reply, lastOrder(request, visit));
    const known = await readBasket(site, visit, request, reply);
    if (known === undefined || known.lines.length === 0) return seeOther(reply, visit.at('/basket'));
    const basket = await asPaid(site, visit, request, reply, { basket: known, typed: form });
    const missing = basket.contact === null || basket.delivery === null;
    const typed = { ...typedOf(basket), ...form };
    const given = { basket, step: missing ? ('details' as const) : step, typed, problem: error.refusal };
    return show(site, visit, reply, given, 422);
  }
}

async function keepDetails(
  site: Site,
  visit: Visit,
  form: Typed,
  basketId: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { contact, delivery } = detailsOf(form, visit);
  const command = commandOf(form);
  await site.baskets.setContact(visit.principal, deriveId(command, basketId, 'contact', contact), basketId, contact);
  await site.baskets.setDelivery(
    visit.principal,
    deriveId(command, basketId, 'delivery', delivery),
    basketId,
    delivery,
  );
  return seeOther(reply, visit.at(`/checkout?goods=${/^\d{1,13}$/.test(form.goods ?? '') ? form.goods : ''}`));
}

/** Nobody types again what the shop knows. */
function ofMember({ member }: Visit, { contact }: BasketView): Typed {
  if (member === undefined || contact !== null) return {};
  const { name, email, phone } = member;
  return { name, ...(email === null ? {} : { email }), ...(phone === null ? {} : { phone }) };
}

/** The basket as it costs by the way to pay that stands chosen; read again only where that is another amount. */
async function asPaid(
  site: Site,
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
  { basket, typed }: { basket: BasketView; typed: Typed },
): Promise<BasketView> {
  const { payments } = basket;
  const way = payments.find(({ kind }) => kind === typed.payment) ?? payments[0];
  if (way === undefined || way.totalAmount === basket.totalAmount) return basket;
  return (await readBasket(site, visit, request, reply, way.kind)) ?? basket;
}

/** What to tell a shopper who saw the goods at another price on the step before. */
function changeSince({ goodsAmount, discountAmount }: BasketView, seen: string | null): { problem?: Problem } {
  if (seen === null || seen === '' || Number(seen) === goodsAmount - discountAmount) return {};
  return { problem: { code: 'price.changed' } };
}

async function payAndPlace(
  site: Site,
  visit: Visit,
  form: Typed,
  basketId: string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const command = commandOf(form);
  const totalAmount = /^\d{1,13}$/.test(form.total ?? '') ? Number(form.total) : 0;
  const payment =
    form.payment === 'in_store'
      ? { kind: 'in_store' as const }
      : { kind: 'test' as const, card: form.payment === 'decline' ? ('decline' as const) : ('approve' as const) };
  await nameMember(site, visit, basketId);
  await site.baskets.pay(visit.principal, deriveId(command, basketId, 'pay', payment, totalAmount), basketId, {
    ...payment,
    totalAmount,
  });
  const placed = await site.baskets.place(
    visit.principal,
    deriveId(command, basketId, 'place', payment, totalAmount),
    basketId,
    { totalAmount },
  );
  keepOrder(reply, placed.token);
  return seeOther(reply, visit.at(`/orders/${placed.token}`));
}

function show(
  site: Site,
  visit: Visit,
  reply: FastifyReply,
  given: { basket: BasketView; step: Step; typed: Typed; problem?: Problem },
  status = 200,
): FastifyReply {
  const html = site.loaded.pages.checkout(visit.frame('/checkout', untilOf(given.basket)), {
    ...given,
    commandId: newId(),
    canShip: visit.shop.canShip,
  });
  return sendPersonal(reply, html, status);
}

function commandOf(form: Typed): string {
  return isId(form.command) ? form.command : newId();
}

/** Where to go when the basket is no more: the order it became, if this browser knows it. */
function lastOrder(request: FastifyRequest, visit: Visit): string {
  const token = orderTokenOf(request);
  return visit.at(token === undefined ? '/basket' : `/orders/${token}`);
}
