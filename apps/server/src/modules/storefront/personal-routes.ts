/** Pages for one shopper alone, in both languages, and what becomes of their errors. */
import type { Locale } from '@tandem/storefront/views.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isOutage } from '../../platform/commands/execute-batch.ts';
import { RefusalError } from '../../platform/refusal.ts';
import { addAccountRoutes } from './account-routes.ts';
import { addBasketRoutes, wantsJson } from './basket-routes.ts';
import { addCheckoutRoutes } from './checkout-routes.ts';
import { drawSearch } from './draw-shared.ts';
import { signedIn } from './name-member.ts';
import { addOrderRoutes } from './order-routes.ts';
import { sendPersonal } from './page.ts';
import { addFormParser } from './read-form.ts';
import { findShop, localePrefixes, type Site, type Visit, visitOf } from './site.ts';

class NoShop extends Error {}

export async function addPersonalRoutes(app: FastifyInstance, site: Site): Promise<void> {
  addFormParser(app);
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) =>
    sendFailure(site, error, request, reply),
  );
  for (const [locale, prefix] of Object.entries(localePrefixes) as [Locale, string][]) {
    const visited = async (request: FastifyRequest): Promise<Visit> => {
      const shop = await findShop(site, request.hostname);
      if (shop === undefined) throw new NoShop();
      return visitOf(site, shop, locale, request, await signedIn(site, shop.merchantId, request));
    };
    app.get(`${prefix}/search`, async (request, reply) => {
      const visit = await visited(request);
      const drawn = await drawSearch(site, visit, request);
      return drawn === undefined
        ? sendPersonal(reply, site.loaded.pages.failure(visit.frame('/'), 'not_found'), 404)
        : sendPersonal(reply, drawn.html);
    });
    addBasketRoutes(app, site, prefix, visited);
    addCheckoutRoutes(app, site, prefix, visited);
    addOrderRoutes(app, site, prefix, visited);
    addAccountRoutes(app, site, prefix, visited);
    app.get(`${prefix}/*`, async (request, reply) => {
      if (/^\/(api|assets|media)\//.test(request.url)) return reply.callNotFound();
      const visit = await visited(request);
      return sendPersonal(reply, site.loaded.pages.failure(visit.frame('/'), 'not_found'), 404);
    });
  }
}

/** A person gets a page that says what to do; a program, and whatever is a bug, goes the way of all errors. */
async function sendFailure(
  site: Site,
  error: Error & { statusCode?: number },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (error instanceof NoShop) return reply.header('cache-control', 'no-store').redirect('/admin', 302);
  const isKnown =
    error instanceof RefusalError || isOutage(error) || (error.statusCode !== undefined && error.statusCode < 500);
  if (wantsJson(request) || !isKnown) throw error;
  const locale: Locale = request.url.startsWith(localePrefixes['zh-Hant']) ? 'zh-Hant' : 'en';
  const shop = await findShop(site, request.hostname).catch(() => undefined);
  if (shop === undefined) throw error;
  const status =
    error instanceof RefusalError ? error.refusal.status : isOutage(error) ? 503 : (error.statusCode ?? 500);
  const html = site.loaded.pages.failure(
    visitOf(site, shop, locale, request).frame('/'),
    status === 503 ? 'outage' : 'refused',
  );
  return sendPersonal(reply, html, status);
}
