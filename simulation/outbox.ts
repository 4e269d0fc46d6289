/** What a client has to send, in order: each command again and again under the same id until it is answered. */
import type { Call, Network } from './network.ts';
import type { Answer } from './server-node.ts';
import type { Timeline } from './timeline.ts';
import { isOutage } from './witness.ts';

export interface Errand {
  call: Call;
  done(answer: Answer): void;
  /** What a client with a fault sends the next time; a sound one sends the same. */
  again?: (() => Call) | undefined;
}

const patienceMs = 2000;
const patienceMsMax = 10_000;

export class Outbox {
  readonly #network: Network;
  readonly #timeline: Timeline;
  readonly #errands: Errand[] = [];

  constructor(network: Network, timeline: Timeline) {
    this.#network = network;
    this.#timeline = timeline;
  }

  get waiting(): number {
    return this.#errands.length;
  }

  add(errand: Errand): void {
    this.#errands.push(errand);
    if (this.#errands.length === 1) this.#send(errand, 1);
  }

  #send(errand: Errand, attempt: number): void {
    const call = attempt > 1 && errand.again !== undefined ? errand.again() : errand.call;
    this.#network.send(call, attempt, (answer) => this.#heard(errand, answer));
    this.#timeline.after(Math.min(patienceMs * attempt, patienceMsMax), () => {
      if (this.#errands[0] === errand) this.#send(errand, attempt + 1);
    });
  }

  #heard(errand: Errand, answer: Answer): void {
    if (this.#errands[0] !== errand || isOutage(answer)) return;
    // Before it leaves the box, so that what it puts into the box waits its turn.
    errand.done(answer);
    this.#errands.shift();
    const next = this.#errands[0];
    if (next !== undefined) this.#send(next, 1);
  }
}
