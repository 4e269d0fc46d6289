/**
 * "Position moved", told to whoever watches. Within the process at once; to other processes coalesced on a connection of
 * their own, at most every 20 ms. NOTIFY never stands in a business transaction: it would put all commits in one queue.
 */
import { EventEmitter } from 'node:events';
import type { Client } from 'pg';
import type { Moved } from './append-feed.ts';

export interface Poke {
  merchantId: string;
  stream: string;
  position: number;
}

const channel = 'tandem_moved';
const payloadMax = 7500;
const pauseMs = 20;

export class Pokes {
  readonly #emitter = new EventEmitter().setMaxListeners(0);
  readonly #connect: () => Promise<Client>;
  readonly #node: string;
  readonly #pending = new Map<string, Poke>();
  #client: Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** `connect` opens a connection outside the pool, `node` names this process. */
  constructor(connect: () => Promise<Client>, node: string) {
    this.#connect = connect;
    this.#node = node;
  }

  /** Starts to listen to the other processes; a lost connection is opened again. */
  async start(): Promise<void> {
    if (this.#closed) return;
    try {
      const client = await this.#connect();
      client.on('error', () => client.emit('end'));
      client.once('end', () => {
        this.#client = undefined;
        if (!this.#closed) setTimeout(() => void this.start(), 500).unref();
      });
      client.on('notification', (message) => this.#heard(message.payload ?? ''));
      await client.query(`listen ${channel}`);
      this.#client = client;
    } catch {
      if (!this.#closed) setTimeout(() => void this.start(), 500).unref();
    }
  }

  /** Tells this process at once and the others soon. */
  moved(merchantId: string, moved: readonly Moved[]): void {
    for (const { stream, position } of moved) {
      const poke = { merchantId, stream, position };
      const key = `${merchantId} ${stream}`;
      // Two commits may be told in the other order; what is sent must be the farther one.
      if (position > (this.#pending.get(key)?.position ?? 0)) this.#pending.set(key, poke);
      this.#emit(poke);
    }
    this.#timer ??= setTimeout(() => void this.#send(), pauseMs).unref();
  }

  /** Calls back for every move of any stream; gives the way to stop. */
  watch(listener: (poke: Poke) => void): () => void {
    this.#emitter.on('poke', listener);
    return () => this.#emitter.off('poke', listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  #emit(poke: Poke): void {
    this.#emitter.emit('poke', poke);
  }

  async #send(): Promise<void> {
    this.#timer = undefined;
    const parts = [...this.#pending.values()].map((poke) => `${poke.merchantId},${poke.stream},${poke.position}`);
    this.#pending.clear();
    while (parts.length > 0) {
      let payload = this.#node;
      while (parts.length > 0 && payload.length + (parts[0] as string).length < payloadMax)
        payload += `|${parts.shift()}`;
      // A lost poke costs at most the reader's poll interval, never an entry.
      await this.#client?.query('select pg_notify($1, $2)', [channel, payload]).catch(() => undefined);
    }
  }

  #heard(payload: string): void {
    const [node, ...parts] = payload.split('|');
    if (node === this.#node) return;
    for (const part of parts) {
      const [merchantId = '', stream = '', position = '0'] = part.split(',');
      this.#emit({ merchantId, stream, position: Number(position) });
    }
  }
}
