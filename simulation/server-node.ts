/** Server processes on one database: started, asked, killed without warning, started again. */
import { Worker } from 'node:worker_threads';
import type { DatabaseTarget } from '../apps/server/src/platform/database/target.ts';

export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  url: string;
  headers: Record<string, string>;
  body?: object;
}
export interface Answer {
  status: number;
  text: string;
  cookies: { name: string; value: string }[];
}
export interface NodeGiven {
  target: DatabaseTarget;
  /** Holds the simulated time as one double, in milliseconds since 1970. */
  clock: SharedArrayBuffer;
}
/** Names who is signed in to a basket: no address of the server, the worker asks the use case behind its pages. */
export const namingUrl = '/signed-in';
export interface NodeRequest {
  number: number;
  request: Request;
}
export type NodeReply = 'ready' | { number: number; answer: Answer };

export class ServerNode {
  readonly #given: NodeGiven;
  #worker: Worker | undefined;
  #asked = 0;
  #waiting = new Map<number, (answer: Answer | undefined) => void>();

  constructor(given: NodeGiven) {
    this.#given = given;
  }

  get isUp(): boolean {
    return this.#worker !== undefined;
  }

  /** Resolves when it answers. */
  async start(): Promise<void> {
    const worker = new Worker(new URL('./server-node.worker.ts', import.meta.url), { workerData: this.#given });
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.on('message', (reply: NodeReply) => (reply === 'ready' ? resolve() : this.#heard(reply)));
    });
    worker.on('error', () => this.#lose());
    this.#worker = worker;
  }

  /** The answer, or undefined when there is nobody, or when it ended before it answered. */
  ask(request: Request): Promise<Answer | undefined> {
    const worker = this.#worker;
    if (worker === undefined) return Promise.resolve(undefined);
    this.#asked += 1;
    const number = this.#asked;
    return new Promise((resolve) => {
      this.#waiting.set(number, resolve);
      worker.postMessage({ number, request } satisfies NodeRequest);
    });
  }

  /** Ends it in the middle of whatever it does: its memory is gone, its connections break. */
  async kill(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
    this.#lose();
  }

  /** Lets it finish what is under way. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.postMessage('stop');
    await ended;
    this.#worker = undefined;
    this.#lose();
  }

  #heard({ number, answer }: Exclude<NodeReply, 'ready'>): void {
    this.#waiting.get(number)?.(answer);
    this.#waiting.delete(number);
  }

  #lose(): void {
    for (const resolve of this.#waiting.values()) resolve(undefined);
    this.#waiting.clear();
  }
}
