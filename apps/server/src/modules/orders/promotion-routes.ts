/** What promotions would do to baskets, and did: over HTTP. */
import { isoNow } from '../../platform/clock.ts';
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { readRules } from '../pricing/index.ts';
import {
  listSimulations,
  moveSimulation,
  readSimulation,
  type SimulationStep,
  startSimulation,
} from '../promotions/index.ts';
import { previewPromotion } from './preview-promotion.ts';
import { promotionResults } from './promotion-results.ts';
import { countBaskets, emptyResult, type PageEnd, replayPage } from './simulate-promotion.ts';

const dayMs = 86_400_000;

export function promotionEffectRoutes(platform: Platform): Implementation[] {
  const { pool, bus, clock, log } = platform;
  return [
    implement('POST /api/promotions/preview', ({ principal, body }) =>
      readAs(pool, principal.merchantId, (tx) => previewPromotion(tx, body, isoNow(clock))),
    ),
    implement('GET /api/promotions/:id/results', ({ principal, params, query }) =>
      readAs(pool, principal.merchantId, (tx) => promotionResults(tx, params.id, query, isoNow(clock))),
    ),
    implement('POST /api/promotions/simulations', async (asked) => {
      const started = await bus.run(startSimulation, given(asked, asked.body));
      runSimulation(platform, asked.principal.merchantId, started.id).catch((error: unknown) =>
        log.error({ err: error, simulationId: started.id }, 'simulation'),
      );
      return started;
    }),
    implement('GET /api/promotions/simulations', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, (tx) => listSimulations(tx, isoNow(clock))),
    })),
    implement('GET /api/promotions/simulations/:id', ({ principal, params }) =>
      readAs(pool, principal.merchantId, (tx) => readSimulation(tx, params.id, isoNow(clock))),
    ),
  ];
}

/** Does the work of a simulation that was started, page by page, each in a short transaction of its own. */
export async function runSimulation({ pool, bus, clock }: Platform, merchantId: string, id: string): Promise<void> {
  const asked = await readAs(pool, merchantId, (tx) => readSimulation(tx, id, isoNow(clock)));
  const until = asked.startedAt;
  const since = new Date(Date.parse(until) - asked.days * dayMs).toISOString();
  const { rules, total } = await readAs(pool, merchantId, async (tx) => ({
    rules: await readRules(tx),
    total: await countBaskets(tx, since, until),
  }));
  const result = emptyResult();
  const move = (state: SimulationStep['state']) =>
    bus.run(moveSimulation, {
      merchantId,
      id: newId(),
      actor: { kind: 'system' },
      body: {
        id,
        done: Math.min(total, result.baskets),
        total,
        state,
        result: state === 'done' ? { ...result } : null,
      },
    });
  try {
    let last: PageEnd | undefined;
    do {
      const after = last ?? null;
      last = await readAs(
        pool,
        merchantId,
        (tx): Promise<PageEnd | undefined> => replayPage(tx, { since, until, after }, rules, asked.definition, result),
      );
      await move('running');
    } while (last !== undefined);
    await move('done');
  } catch (error) {
    await move('failed');
    throw error;
  }
}
