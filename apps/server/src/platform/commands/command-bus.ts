/** Where callers hand in commands: one batcher a merchant and kind. */

import type { Clock } from '../clock.ts';
import { isoNow } from '../clock.ts';
import { Batcher } from './batcher.ts';
import type { Actor, CommandKind } from './command.ts';
import { type BatchPorts, executeBatch, type Submitted } from './execute-batch.ts';
import { requestHash } from './request-hash.ts';

export interface CommandGiven<B> {
  merchantId: string;
  /** The caller's id; the same id with the same body gives the same answer for ever. */
  id: string;
  body: B;
  actor: Actor;
  /** The instant to decide at; now unless history is being brought in. */
  at?: string;
}

export class CommandBus {
  readonly #ports: BatchPorts;
  readonly #clock: Clock;
  readonly #batchers = new Map<string, Batcher<Submitted, unknown>>();

  constructor(ports: BatchPorts, clock: Clock) {
    this.#ports = ports;
    this.#clock = clock;
  }

  /** The command's answer. Throws RefusalError when the trade says no (remembered), anything else for bugs and outages. */
  run<B, A>(kind: CommandKind<B, A>, given: CommandGiven<B>): Promise<A> {
    const command = {
      id: given.id.toLowerCase(),
      body: given.body,
      actor: given.actor,
      at: given.at ?? isoNow(this.#clock),
    };
    const submitted: Submitted = { command, requestHash: requestHash(kind.kind, given.body) };
    return this.#batcher(kind as unknown as CommandKind<unknown, unknown>, given.merchantId).submit(
      submitted,
    ) as Promise<A>;
  }

  /** Resolves when nothing is waiting or under way. */
  async drained(): Promise<void> {
    while ([...this.#batchers.values()].some((batcher) => !batcher.isIdle))
      await new Promise((resolve) => setTimeout(resolve, 5));
  }

  #batcher(kind: CommandKind<unknown, unknown>, merchantId: string): Batcher<Submitted, unknown> {
    const key = `${merchantId} ${kind.kind}`;
    let batcher = this.#batchers.get(key);
    if (batcher === undefined) {
      const run = (batch: Submitted[]) => executeBatch(this.#ports, merchantId, kind, batch);
      batcher = new Batcher(run, { batchMax: kind.batchMax, inFlightMax: kind.inFlightMax ?? 2, queueMax: 4000 });
      this.#batchers.set(key, batcher);
    }
    return batcher;
  }
}
