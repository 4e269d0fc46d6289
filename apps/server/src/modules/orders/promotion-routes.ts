/** What promotions would do to baskets, and did: over HTTP. */
import { isoNow } from '../../platform/clock.ts';
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { cancelSimulation, listSimulations, readSimulation, startSimulation } from '../promotions/index.ts';
import { previewPromotion } from './preview-promotion.ts';
import { promotionResults } from './promotion-results.ts';
import { type SimulationJob, simulationQueue } from './run-simulation.ts';

export function promotionEffectRoutes({ pool, bus, clock, jobs }: Platform): Implementation[] {
  return [
    implement('POST /api/promotions/preview', ({ principal, body }) =>
      readAs(pool, principal.merchantId, (tx) => previewPromotion(tx, body, isoNow(clock))),
    ),
    implement('GET /api/promotions/:id/results', ({ principal, params, query }) =>
      readAs(pool, principal.merchantId, (tx) => promotionResults(tx, params.id, query, isoNow(clock))),
    ),
    implement('POST /api/promotions/simulations', async (asked) => {
      const started = await bus.run(startSimulation, given(asked, asked.body));
      await jobs.send<SimulationJob>(simulationQueue, { merchantId: asked.principal.merchantId, id: started.id });
      return started;
    }),
    implement('GET /api/promotions/simulations', ({ principal, query }) =>
      readAs(pool, principal.merchantId, (tx) => listSimulations(tx, query)),
    ),
    implement('GET /api/promotions/simulations/:id', ({ principal, params }) =>
      readAs(pool, principal.merchantId, (tx) => readSimulation(tx, params.id)),
    ),
    implement('POST /api/promotions/simulations/:id/cancellation', (asked) =>
      bus.run(cancelSimulation, given(asked, { simulationId: asked.params.id })),
    ),
  ];
}
