/** The cookies of a shopper: the basket in use and the order placed last. No script can read them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isId } from './derive-id.ts';

const basketCookie = '__Host-tandem-basket';
const orderCookie = '__Host-tandem-order';
const days = 30;

/** The id of the basket; undefined when there is none yet. */
export function basketIdOf(request: FastifyRequest): string | undefined {
  const id = request.cookies[basketCookie];
  return isId(id) ? id : undefined;
}

export function keepBasket(reply: FastifyReply, id: string): void {
  put(reply, basketCookie, id);
}

/** The basket became an order: it is let go, and the order's page can be found again from this browser. */
export function keepOrder(reply: FastifyReply, token: string): void {
  dropBasket(reply);
  put(reply, orderCookie, token);
}

export function dropBasket(reply: FastifyReply): void {
  reply.clearCookie(basketCookie, { path: '/', secure: true, httpOnly: true, sameSite: 'lax' });
}

export function orderTokenOf(request: FastifyRequest): string | undefined {
  const token = request.cookies[orderCookie];
  return token !== undefined && /^[A-Za-z0-9_-]{16,80}$/.test(token) ? token : undefined;
}

function put(reply: FastifyReply, name: string, value: string): void {
  reply.setCookie(name, value, { path: '/', secure: true, httpOnly: true, sameSite: 'lax', maxAge: days * 86_400 });
}
