/** The basket as the online store uses it, over HTTP or from its own pages. */
import type { Body } from '@tandem/contract/index.ts';
import type { Principal } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { notFound } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import type { BasketPayment } from './basket.ts';
import { readBasket } from './basket-rows.ts';
import { type BasketView, basketView } from './basket-view.ts';
import type { BasketChange } from './change-baskets.ts';
import { paidBy, quoteBasket } from './hold-price.ts';
import { payOnline } from './pay-order.ts';
import type { Placed } from './place-orders.ts';
import { basketContext } from './price-basket.ts';
import { readOrderByToken } from './read-order.ts';
import { type BasketStep, serveBaskets } from './serve-baskets.ts';

type Changes = Body<'PUT /api/shop/baskets/:id/contact'>;
type Payment = Body<'POST /api/shop/orders/:token/payment'>;
type Op = BasketChange extends infer C ? (C extends BasketChange ? Omit<C, 'basketId' | 'channelId'> : never) : never;

/** Every use case takes the principal (a shopper of a channel) and the caller's id of the command. */
export function basketUseCases({ bus, pool, clock }: Platform) {
  /** The answer's type follows from the step. */
  const serve = <A>(principal: Principal, commandId: string, body: BasketStep): Promise<A> =>
    bus.run(serveBaskets, command(principal, commandId, body)) as Promise<unknown> as Promise<A>;
  const change = (principal: Principal, commandId: string, basketId: string, op: Op): Promise<BasketView> =>
    serve(principal, commandId, { step: 'change', basketId, channelId: channelOf(principal), ...op } as BasketStep);
  return {
    /** The basket's id is the command's: opening twice with one id gives one basket. */
    open: (principal: Principal, commandId: string, body: Body<'POST /api/shop/baskets'>) =>
      change(principal, commandId, commandId, { op: 'open', locale: body.locale ?? 'en' }),
    /** At the prices of now; as paid that way where one is named and no payment has begun. */
    read: (principal: Principal, id: string, payment?: BasketPayment['kind']): Promise<BasketView> =>
      readAs(pool, principal.merchantId, async (tx) => {
        const basket = await readBasket(tx, id);
        if (basket === undefined || basket.channelId !== channelOf(principal)) return notFound('basket');
        const context = await basketContext(tx, { showing: [basket], at: new Date(clock.now()).toISOString() });
        const isOpen = payment === undefined || basket.content.payment !== null;
        return basketView(context, basket, [], quoteBasket(context, isOpen ? basket : paidBy(basket, payment)));
      }),
    addLine: (principal: Principal, commandId: string, id: string, body: Body<'POST /api/shop/baskets/:id/lines'>) =>
      change(principal, commandId, id, { op: 'add', ...body }),
    setLine: (
      principal: Principal,
      commandId: string,
      id: string,
      lineNo: number,
      body: Body<'PUT /api/shop/baskets/:id/lines/:lineNo'>,
    ) => change(principal, commandId, id, { op: 'set', lineNo, ...body }),
    addCode: (principal: Principal, commandId: string, id: string, code: string) =>
      change(principal, commandId, id, { op: 'code', code }),
    removeCode: (principal: Principal, commandId: string, id: string, code: string) =>
      change(principal, commandId, id, { op: 'no_code', code }),
    /**
     * Whose basket it is, for a shopper who signed in (null: nobody). The caller has proved who it is: no route takes a
     * member from what a shopper posts. Refuses `member.not_found`.
     */
    nameMember: (principal: Principal, commandId: string, id: string, memberId: string | null) =>
      change(principal, commandId, id, { op: 'member', memberId }),
    setContact: (principal: Principal, commandId: string, id: string, body: Changes) =>
      change(principal, commandId, id, { op: 'contact', contact: body.contact, address: body.address }),
    setDelivery: (
      principal: Principal,
      commandId: string,
      id: string,
      body: Body<'PUT /api/shop/baskets/:id/delivery'>,
    ) => change(principal, commandId, id, { op: 'delivery', delivery: body }),
    pay: (principal: Principal, commandId: string, id: string, body: Body<'POST /api/shop/baskets/:id/payment'>) =>
      serve<BasketView>(principal, commandId, { step: 'pay', basketId: id, channelId: channelOf(principal), ...body }),
    /** The order's id is the command's. */
    place: (principal: Principal, commandId: string, id: string, body: Body<'POST /api/shop/baskets/:id/order'>) =>
      serve<Placed>(principal, commandId, {
        step: 'place',
        basketId: id,
        channelId: channelOf(principal),
        orderId: commandId,
        totalAmount: body.totalAmount,
      }),
    orderByToken: (principal: Principal, token: string) =>
      readAs(pool, principal.merchantId, (tx) => readOrderByToken(tx, token)),
    /** Pays what is due of the order behind the secret; 404 for a wrong one. */
    payOrder: async (principal: Principal, commandId: string, token: string, body: Payment) => {
      const { id: orderId } = await readAs(pool, principal.merchantId, (tx) => readOrderByToken(tx, token));
      return bus.run(payOnline, command(principal, commandId, { ...body, orderId }));
    },
  };
}

export type BasketUseCases = ReturnType<typeof basketUseCases>;

function command<B>(principal: Principal, id: string, body: B) {
  return { merchantId: principal.merchantId, id, actor: principal.actor, body };
}

function channelOf(principal: Principal): string {
  if (principal.actor.channelId === undefined) throw new Error('A shopper has no channel');
  return principal.actor.channelId;
}
