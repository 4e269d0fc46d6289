/** Orders and receipts at addresses that only their shopper knows. */
import type { OrderPageView } from '@tandem/storefront/views.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { newId } from '../../platform/ids.ts';
import { RefusalError } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { listLocations } from '../merchants/index.ts';
import { seeOther } from './basket-routes.ts';
import { deriveId, isId } from './derive-id.ts';
import { sendPersonal } from './page.ts';
import { formOf } from './read-form.ts';
import { linesOf } from './read-shop.ts';
import type { Site, Visit } from './site.ts';

export function addOrderRoutes(
  app: FastifyInstance,
  site: Site,
  prefix: string,
  visited: (request: FastifyRequest) => Promise<Visit>,
): void {
  const add = (path: 'orders' | 'receipts') =>
    app.get<{ Params: { token: string } }>(`${prefix}/${path}/:token`, async (request, reply) => {
      const visit = await visited(request);
      const { token } = request.params;
      const view = await readView(site, visit, token);
      const { pages } = site.loaded;
      if (view === undefined) return sendPersonal(reply, pages.failure(visit.frame('/'), 'not_found'), 404);
      const frame = visit.frame(`/${path}/${token}`);
      return sendPersonal(reply, path === 'orders' ? pages.order(frame, view) : pages.receipt(frame, view));
    });
  add('orders');
  add('receipts');
  app.post<{ Params: { token: string } }>(`${prefix}/orders/:token/payment`, async (request, reply) => {
    const visit = await visited(request);
    const { token } = request.params;
    const { pages } = site.loaded;
    const missing = () => sendPersonal(reply, pages.failure(visit.frame('/'), 'not_found'), 404);
    if (!tokens.test(token)) return missing();
    const form = formOf(request);
    const card = form.payment === 'decline' ? ('decline' as const) : ('approve' as const);
    const dueAmount = /^\d{1,13}$/.test(form.due ?? '') ? Number(form.due) : 0;
    const command = isId(form.command) ? form.command : newId();
    try {
      const body = { kind: 'test' as const, card, dueAmount };
      await site.baskets.payOrder(visit.principal, deriveId(command, token, 'pay', card, dueAmount), token, body);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      const view = await readView(site, visit, token);
      if (view === undefined) return missing();
      return sendPersonal(
        reply,
        pages.order(visit.frame(`/orders/${token}`), { ...view, problem: error.refusal }),
        422,
      );
    }
    return seeOther(reply, visit.at(`/orders/${token}`));
  });
}

const tokens = /^[A-Za-z0-9_-]{16,80}$/;

async function readView({ baskets, platform }: Site, visit: Visit, token: string): Promise<OrderPageView | undefined> {
  if (!tokens.test(token)) return undefined;
  try {
    const order = await baskets.orderByToken(visit.principal, token);
    const places = await readAs(platform.pool, visit.shop.merchantId, listLocations);
    return {
      order,
      token,
      commandId: newId(),
      timeZone: visit.shop.timeZone,
      places: Object.fromEntries(
        places.map((place) => [
          place.id,
          { name: place.name, addressLines: linesOf(place.address), timeZone: place.timeZone },
        ]),
      ),
    };
  } catch (error) {
    if (error instanceof RefusalError && error.refusal.status === 404) return undefined;
    throw error;
  }
}
