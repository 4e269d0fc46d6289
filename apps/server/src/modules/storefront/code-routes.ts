/** Codes of the basket: entered and taken out by plain forms. One that does not count is kept and says why. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../../platform/ids.ts';
import { RefusalError } from '../../platform/refusal.ts';
import { basketIdOf } from './basket-cookie.ts';
import { deriveId, isId } from './derive-id.ts';
import { formOf } from './read-form.ts';
import { queryWithProblem } from './read-query.ts';
import type { Site, Visit } from './site.ts';

const codeMax = 60;

export function addCodeRoutes(
  app: FastifyInstance,
  site: Site,
  prefix: string,
  visited: (request: FastifyRequest) => Promise<Visit>,
): void {
  const add = (path: string, act: 'addCode' | 'removeCode') =>
    app.post(`${prefix}${path}`, async (request, reply) => {
      const visit = await visited(request);
      const form = formOf(request);
      const basketId = basketIdOf(request);
      const code = (form.code ?? '').trim();
      const back = (to: string): FastifyReply => reply.header('cache-control', 'no-store').redirect(to, 303);
      if (basketId === undefined || code === '' || code.length > codeMax) return back(visit.at('/basket'));
      try {
        const command = deriveId(isId(form.command) ? form.command : newId(), basketId, act, code);
        await site.baskets[act](visit.principal, command, basketId, code);
        return await back(`${visit.at('/basket')}#codes`);
      } catch (error) {
        if (!(error instanceof RefusalError)) throw error;
        // Taken out already: that is what was asked for.
        if (error.refusal.code === 'basket_code.not_found') return back(visit.at('/basket'));
        return back(queryWithProblem(visit.at('/basket'), error.refusal));
      }
    });
  add('/basket/codes', 'addCode');
  add('/basket/codes/removal', 'removeCode');
}
