/**
 * Gathers what is waiting into batches. No timer: a batch starts at once while fewer than two are in flight, so a lonely
 * command waits for nobody and a crowd shares its transactions.
 */
import { RefusalError } from '../refusal.ts';

interface Waiting<W, A> {
  work: W;
  resolve: (answer: A) => void;
  reject: (error: unknown) => void;
}

export interface BatcherLimits {
  batchMax: number;
  inFlightMax: number;
  queueMax: number;
}

/** What became of each piece of work, in order: its answer, or the error to throw at its caller. */
export type Outcome<A> = { answer: A } | { error: unknown };

export class Batcher<W, A> {
  readonly #run: (batch: W[]) => Promise<Outcome<A>[]>;
  readonly #limits: BatcherLimits;
  readonly #queue: Waiting<W, A>[] = [];
  #inFlight = 0;

  constructor(run: (batch: W[]) => Promise<Outcome<A>[]>, limits: BatcherLimits) {
    this.#run = run;
    this.#limits = limits;
  }

  get isIdle(): boolean {
    return this.#inFlight === 0 && this.#queue.length === 0;
  }

  /** Resolves with the work's own answer. Refuses with 503 when the queue is full. */
  submit(work: W): Promise<A> {
    if (this.#queue.length >= this.#limits.queueMax) {
      return Promise.reject(
        new RefusalError({
          code: 'server.busy',
          status: 503,
          detail: 'Too much is waiting. Send it again with the same id in a second.',
        }),
      );
    }
    return new Promise<A>((resolve, reject) => {
      this.#queue.push({ work, resolve, reject });
      // What arrives in the same turn of the event loop shares a batch.
      if (this.#inFlight < this.#limits.inFlightMax) setImmediate(() => this.#flush());
    });
  }

  #flush(): void {
    while (this.#inFlight < this.#limits.inFlightMax && this.#queue.length > 0) {
      this.#inFlight += 1;
      void this.#take(this.#queue.splice(0, this.#limits.batchMax));
    }
  }

  async #take(batch: Waiting<W, A>[]): Promise<void> {
    try {
      const outcomes = await this.#run(batch.map((waiting) => waiting.work));
      batch.forEach((waiting, index) => {
        const outcome = outcomes[index];
        if (outcome === undefined) waiting.reject(new Error('A batch gave fewer outcomes than commands'));
        else if ('error' in outcome) waiting.reject(outcome.error);
        else waiting.resolve(outcome.answer);
      });
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    } finally {
      this.#inFlight -= 1;
      this.#flush();
    }
  }
}
