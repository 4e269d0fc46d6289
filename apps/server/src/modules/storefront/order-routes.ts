/** Orders and receipts at addresses that only their shopper knows. */
import type { OrderPageView } from '@tandem/storefront/views.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RefusalError } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { listLocations } from '../merchants/index.ts';
import { sendPersonal } from './page.ts';
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
}

async function readView({ baskets, platform }: Site, visit: Visit, token: string): Promise<OrderPageView | undefined> {
  if (!/^[A-Za-z0-9_-]{16,80}$/.test(token)) return undefined;
  try {
    const order = await baskets.orderByToken(visit.principal, token);
    const places = await readAs(platform.pool, visit.shop.merchantId, listLocations);
    return {
      order,
      token,
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
