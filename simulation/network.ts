/** What lies between clients and servers: loses, doubles, delays and reorders, and parts a client from the world. */
import type { Chance } from './chance.ts';
import type { Cluster } from './cluster.ts';
import type { PlantedFault } from './planted-faults.data.ts';
import type { Answer, Request } from './server-node.ts';
import type { Timeline } from './timeline.ts';
import type { Witness } from './witness.ts';

export interface Call {
  /** The caller's id of the command; its Idempotency-Key. */
  id: string;
  /** What it is for, e.g. `till.sale`. */
  kind: string;
  client: string;
  request: Request;
  /** Reading changes nothing and may be answered otherwise the next time. */
  isRead?: boolean;
}

/** How bad it is, drawn once a run, so that every run has weather of its own. Parts of 1. */
export interface Weather {
  lostRequests: number;
  lostAnswers: number;
  doubled: number;
  slow: number;
}

export type Injected = Record<
  'requestsLost' | 'answersLost' | 'doubled' | 'slowed' | 'partitions' | 'kills' | 'cuts',
  number
>;

export interface NetworkPorts {
  timeline: Timeline;
  cluster: Cluster;
  witness: Witness;
  chance: Chance;
  weather: Weather;
  fault?: PlantedFault | undefined;
}

const slowMsMax = 4000;

export class Network {
  readonly injected: Injected = {
    requestsLost: 0,
    answersLost: 0,
    doubled: 0,
    slowed: 0,
    partitions: 0,
    kills: 0,
    cuts: 0,
  };
  readonly #ports: NetworkPorts;
  readonly #apartUntil = new Map<string, number>();
  #isCalm = false;

  constructor(ports: NetworkPorts) {
    this.#ports = ports;
  }

  /** From now on everything arrives, at once and in order. */
  calm(): void {
    this.#isCalm = true;
    this.#apartUntil.clear();
  }

  /** Nothing of this client's comes through for so long. */
  part(client: string, ms: number): void {
    this.injected.partitions += 1;
    this.#apartUntil.set(client, this.#ports.timeline.now + ms);
  }

  /** Sends; `heard` is called for every answer that comes back: none, one or several. */
  send(call: Call, attempt: number, heard: (answer: Answer) => void): void {
    const { chance, cluster, weather, timeline } = this.#ports;
    const luck = chance.of(`${call.id} ${call.request.url} ${attempt}`);
    const isDoubled = this.#strikes('doubled', luck.happens(weather.doubled));
    for (const copy of isDoubled ? [1, 2] : [1]) {
      const node = luck.whole(0, cluster.size - 1);
      const isLost = luck.happens(weather.lostRequests);
      const isAnswerLost = luck.happens(weather.lostAnswers);
      const delay = luck.happens(weather.slow) ? luck.whole(100, slowMsMax) : 0;
      const delayBack = luck.happens(weather.slow) ? luck.whole(100, slowMsMax) : 0;
      if (this.#isApart(call.client) || this.#strikes('requestsLost', isLost)) continue;
      this.#strikes('slowed', delay + delayBack > 0);
      timeline.after(this.#isCalm ? 0 : delay, async () => {
        const answer = await this.#deliver(call, node, copy);
        if (answer === undefined) return undefined;
        return () => {
          this.#ports.witness.note(call, answer);
          if (this.#isApart(call.client) || this.#strikes('answersLost', isAnswerLost)) return;
          timeline.after(this.#isCalm ? 0 : delayBack, () => heard(answer));
        };
      });
    }
  }

  #deliver(call: Call, node: number, copy: number): Promise<Answer | undefined> {
    const { cluster, fault } = this.#ports;
    const ask = (one: Call) =>
      cluster.ask(node, {
        ...one.request,
        headers: { ...one.request.headers, 'content-type': 'application/json', 'idempotency-key': one.id },
      });
    return fault?.deliver === undefined ? ask(call) : fault.deliver(call, ask, copy);
  }

  #isApart(client: string): boolean {
    return (this.#apartUntil.get(client) ?? 0) > this.#ports.timeline.now;
  }

  #strikes(what: keyof Injected, happens: boolean): boolean {
    if (!happens || this.#isCalm) return false;
    this.injected[what] += 1;
    return true;
  }
}
