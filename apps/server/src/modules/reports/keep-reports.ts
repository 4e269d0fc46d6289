/** Follows the `orders` stream of every merchant while the server runs: at most ten times a second, never in a sale. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Platform } from '../../platform/platform.ts';
import { sellingFacts } from '../merchants/index.ts';
import { projectSales } from './project-sales.ts';

const pauseMs = 100;

/** Starts to keep the roll-ups; gives the way to stop, which waits for what is under way. */
export function keepReports({ pool, pokes, log }: Platform, merchantIds: () => Promise<string[]>): () => Promise<void> {
  const waiting = new Set<string>();
  let isStopped = false;
  let running: Promise<void> | undefined;
  const wake = (): void => {
    if (!isStopped)
      running ??= run().finally(() => {
        running = undefined;
      });
  };
  const run = async (): Promise<void> => {
    while (waiting.size > 0 && !isStopped) {
      const ids = [...waiting];
      waiting.clear();
      for (const id of ids) {
        const more = await catchUp(id);
        if (more) waiting.add(id);
      }
      await wait(pauseMs);
    }
  };
  const catchUp = (merchantId: string): Promise<boolean> =>
    projectSales(pool, merchantId, async (tx) => {
      const facts = await sellingFacts(tx);
      return (locationId) => facts.locations.get(locationId ?? '')?.timeZone ?? facts.timeZone;
    }).catch((error: unknown) => {
      if (!isStopped) log.error({ err: error }, 'reports');
      return false;
    });
  const stopWatching = pokes.watch((poke) => {
    if (poke.stream !== 'orders') return;
    waiting.add(poke.merchantId);
    wake();
  });
  // A lost poke costs at most this long.
  const lookAround = (): void => {
    merchantIds().then(
      (ids) => {
        for (const id of ids) waiting.add(id);
        wake();
      },
      () => undefined,
    );
  };
  const timer = setInterval(lookAround, 5000);
  lookAround();
  return async () => {
    isStopped = true;
    clearInterval(timer);
    stopWatching();
    await running;
  };
}
