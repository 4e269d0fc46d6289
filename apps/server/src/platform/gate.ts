/** Lets only so many through at once: for work that eats memory or a core, such as hashing a password or a picture. */
import { refuse } from './refusal.ts';

export interface Gate {
  /** Runs the work when its turn comes. Refuses with 503 when too many wait. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function newGate(atOnceMax: number, waitingMax: number): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running >= atOnceMax) {
        if (waiting.length >= waitingMax)
          refuse('server.busy', 'Too much is waiting. Try again in a second.', { status: 503 });
        // Whoever leaves hands the place over, so that nobody slips in between.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else running += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) running -= 1;
        else next();
      }
    },
  };
}
