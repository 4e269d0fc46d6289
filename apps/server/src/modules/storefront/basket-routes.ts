/** The basket: its page, and the forms that change it. Every form is answered with a redirect, so that nothing is sent twice. */
import type { BasketView, Problem } from '@tandem/storefront/views.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../../platform/ids.ts';
import { RefusalError } from '../../platform/refusal.ts';
import { addToBasket, piecesOf, productOf } from './add-to-basket.ts';
import { basketIdOf, dropBasket } from './basket-cookie.ts';
import { addCodeRoutes } from './code-routes.ts';
import { deriveId, isId } from './derive-id.ts';
import { nameMember } from './name-member.ts';
import { sendPersonal } from './page.ts';
import { formOf } from './read-form.ts';
import { problemInQuery, queryOf, queryWithProblem } from './read-query.ts';
import type { Site, Visit } from './site.ts';

export function addBasketRoutes(
  app: FastifyInstance,
  site: Site,
  prefix: string,
  visited: (request: FastifyRequest) => Promise<Visit>,
): void {
  app.get(`${prefix}/basket`, async (request, reply) => {
    const visit = await visited(request);
    const basket = await readBasket(site, visit, request, reply);
    const view = {
      basket: basket ?? null,
      commandIds: { next: newId },
      canShip: visit.shop.canShip,
      problem: problemInQuery(queryOf(request)),
    };
    return sendPersonal(reply, site.loaded.pages.basket(visit.frame('/basket', untilOf(basket)), view));
  });
  app.post(`${prefix}/basket/lines`, async (request, reply) => {
    const visit = await visited(request);
    const form = formOf(request);
    const isScript = wantsJson(request);
    try {
      const basket = await addToBasket(site, visit, form, request, reply);
      const problems = problemsOf(basket);
      if (isScript)
        return await reply.header('cache-control', 'no-store').send({ pieces: piecesIn(basket), notices: problems });
      return await seeOther(
        reply,
        problems[0] === undefined ? visit.at('/basket') : queryWithProblem(visit.at('/basket'), problems[0]),
      );
    } catch (error) {
      if (isScript || !(error instanceof RefusalError) || error.refusal.status < 404) throw error;
      const product = await productOf(site, visit, form);
      return seeOther(
        reply,
        queryWithProblem(
          visit.at(product === undefined ? '/basket' : `/p/${encodeURIComponent(product.facts.handle)}`),
          error.refusal,
        ),
      );
    }
  });
  addCodeRoutes(app, site, prefix, visited);
  app.post<{ Params: { lineNo: string } }>(`${prefix}/basket/lines/:lineNo`, async (request, reply) => {
    const visit = await visited(request);
    const form = formOf(request);
    const basketId = basketIdOf(request);
    const { lineNo } = request.params;
    if (basketId === undefined || !/^\d{1,4}$/.test(lineNo)) return seeOther(reply, visit.at('/basket'));
    const body = { quantity: piecesOf(form.quantity ?? '') * 1000 };
    try {
      const command = deriveId(isId(form.command) ? form.command : newId(), basketId, lineNo, body);
      const problem = problemsOf(
        await site.baskets.setLine(visit.principal, command, basketId, Number(lineNo), body),
      )[0];
      return await seeOther(
        reply,
        problem === undefined ? visit.at('/basket') : queryWithProblem(visit.at('/basket'), problem),
      );
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      return seeOther(reply, queryWithProblem(visit.at('/basket'), error.refusal));
    }
  });
}

/** Until when (ms) the basket costs what it does. */
export function untilOf(basket: BasketView | undefined): number {
  return basket?.validUntil == null ? Number.POSITIVE_INFINITY : Date.parse(basket.validUntil);
}

/** The shopper's basket, as paid that way; undefined when there is none. One that was ordered or is gone is let go. */
export async function readBasket(
  site: Site,
  visit: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
  payment?: BasketView['payments'][number]['kind'],
): Promise<BasketView | undefined> {
  const id = basketIdOf(request);
  if (id === undefined) return undefined;
  try {
    await nameMember(site, visit, id);
    const basket = await site.baskets.read(visit.principal, id, payment);
    if (basket.orderId === null) return basket;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
  }
  dropBasket(reply);
  return undefined;
}

export function seeOther(reply: FastifyReply, path: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(path, 303);
}

export function wantsJson(request: FastifyRequest): boolean {
  return request.headers.accept?.startsWith('application/json') ?? false;
}

function problemsOf(basket: BasketView): Problem[] {
  return basket.notices.map(({ code, params }) => ({ code, params }));
}

function piecesIn(basket: BasketView): number {
  return basket.lines.reduce((sum, line) => sum + Math.max(1, Math.floor(line.quantity / 1000)), 0);
}
