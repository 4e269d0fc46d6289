/** A small HTTP/1.1 client on raw sockets: on two cores, a load generator must not eat what it measures. */
import { connect, type Socket } from 'node:net';

export interface Reply {
  status: number;
  body: string;
  /** The first cookie that was set, as it is sent back. */
  cookie: string;
}

/** One kept-alive connection; one request at a time. */
export class Connection {
  readonly #socket: Socket;
  readonly #host: string;
  #pending: Buffer = Buffer.alloc(0);
  #resolve: ((reply: Reply) => void) | undefined;
  #reject: ((error: Error) => void) | undefined;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer | string) => this.#read(chunk as Buffer));
    socket.on('error', (error) => this.#reject?.(error));
    socket.on('close', () => this.#reject?.(new Error('The connection was closed')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Connection(socket, `localhost:${port}`)));
      socket.once('error', reject);
    });
  }

  /** Sends a request and waits for its reply. */
  request(method: string, path: string, headers: string, body?: string): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      const content =
        body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
      this.#socket.write(`${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${headers}${content}\r\n${body ?? ''}`);
    });
  }

  close(): void {
    this.#reject = undefined;
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const end = this.#pending.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#pending.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.#pending.length < end + 4 + length) return;
    const body = this.#pending.toString('utf8', end + 4, end + 4 + length);
    this.#pending = this.#pending.subarray(end + 4 + length);
    const resolve = this.#resolve;
    this.#resolve = undefined;
    resolve?.({ status: Number(head.slice(9, 12)), body, cookie: /set-cookie: ([^;\r]+)/i.exec(head)?.[1] ?? '' });
  }
}

export interface Load {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  count: number;
}

/**
 * Runs `work` on as many connections for about `seconds`, after a warm-up of a fifth of it; each piece of work counts as
 * one. Any error ends the run: a figure over failed requests is no figure.
 */
export async function load(
  port: number,
  connections: number,
  seconds: number,
  work: (connection: Connection) => Promise<void>,
): Promise<Load> {
  const all = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const times: number[] = [];
  const start = performance.now();
  const from = start + seconds * 200;
  const until = from + seconds * 1000;
  await Promise.all(
    all.map(async (connection) => {
      for (;;) {
        const began = performance.now();
        if (began >= until) break;
        await work(connection);
        if (began >= from) times.push(performance.now() - began);
      }
      connection.close();
    }),
  );
  const elapsed = (performance.now() - from) / 1000;
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / elapsed,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    count: times.length,
  };
}

/** The value below which the share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
