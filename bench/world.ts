/** A real Tandem of its own for a bench: embedded database with production settings, the server as another process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from '@tandem/contract/index.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../apps/server/src/platform/database/embedded.ts';
import { newId } from '../apps/server/src/platform/ids.ts';
import { silentLog } from '../apps/server/src/platform/start-log.ts';
import { Connection } from './http-load.ts';

export interface BenchWorld {
  port: number;
  database: EmbeddedDatabase;
  /** Headers that sign a paired register in. */
  registerHeaders: string;
  staffHeaders: string;
  merchantId: string;
  storeId: string;
  registerId: string;
  tillChannelId: string;
  variants: { variantId: string; productId: string; handle: string; amount: number }[];
  pid: number;
  home: string;
  /** Stops the server and starts it again on the same data; gives the milliseconds until it is ready. */
  restart(): Promise<number>;
  stop(): Promise<void>;
}

const productCount = 200;
/** As scripts/start.sh starts the server. */
export const memoryFlags = ['--max-semi-space-size=8', '--max-old-space-size=256'];
const root = join(import.meta.dirname, '..');

export async function startWorld(): Promise<BenchWorld> {
  const home = await mkdtemp(join(tmpdir(), 'tandem-bench-'));
  const database = await startEmbeddedDatabase({ home, log: silentLog });
  const port = await freePort();
  let server = spawnServer(home, database, port);
  await untilReady(port);
  const connection = await Connection.open(port);
  const filled = await fill(connection);
  connection.close();
  const stopServer = async (): Promise<void> => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
  };
  return {
    ...filled,
    port,
    database,
    home,
    get pid() {
      return server.pid ?? 0;
    },
    restart: async () => {
      await stopServer();
      const began = performance.now();
      server = spawnServer(home, database, port);
      await untilReady(port);
      return performance.now() - began;
    },
    stop: async () => {
      await stopServer();
      await database.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

function spawnServer(home: string, database: EmbeddedDatabase, port: number): ChildProcess {
  const url = `postgres://${database.user}@localhost:${database.port}/${database.database}?host=${encodeURIComponent(database.host)}`;
  return spawn(process.execPath, [...memoryFlags, join(root, 'apps/server/src/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      TANDEM_HOME: join(home, 'server'),
      DATABASE_URL: url,
      TANDEM_LOG_LEVEL: 'warn',
    },
  });
}

async function untilReady(port: number): Promise<void> {
  for (let tries = 0; tries < 3000; tries += 1) {
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The server did not become ready in a minute');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks and parses; any refusal ends the bench. */
export async function ask<T>(
  connection: Connection,
  method: string,
  path: string,
  headers: string,
  body?: object,
): Promise<T> {
  const reply = await connection.request(
    method,
    path,
    `${headers}idempotency-key: ${newId()}\r\n`,
    body === undefined ? undefined : JSON.stringify(body),
  );
  if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.body}`);
  return JSON.parse(reply.body) as T;
}

async function fill(connection: Connection) {
  const owner = { name: 'Bench', email: 'bench@example.test', password: 'bench-password' };
  const host = await fetchCookie(connection, '/api/setup', {
    merchantName: 'Bench',
    currency: 'HKD',
    pricesIncludeTax: true,
    timeZone: 'Asia/Hong_Kong',
    locale: 'en',
    taxRates: [{ name: 'VAT', ratePpm: 50_000 }],
    store: { code: 'S1', name: 'Store', address: {} },
    shopName: 'Shop',
    owner,
  });
  const staffHeaders = `cookie: ${host.cookie}\r\n`;
  const session = host.body as Answer<'POST /api/setup'>;
  const locations = await ask<Answer<'GET /api/locations'>>(connection, 'GET', '/api/locations', staffHeaders);
  const channels = await ask<Answer<'GET /api/channels'>>(connection, 'GET', '/api/channels', staffHeaders);
  const storeId = locations.items[0]?.id ?? '';
  const shop = channels.items.find((channel) => channel.kind === 'online');
  const variants: BenchWorld['variants'] = [];
  for (let index = 0; index < productCount; index += 1) {
    const product = await ask<Answer<'POST /api/products'>>(connection, 'POST', '/api/products', staffHeaders, {
      name: { en: `Product ${index}`, 'zh-Hant': `產品 ${index}` },
      description: { en: 'A good thing for every day, made to last and easy to care for.' },
      brand: 'Bench',
      status: 'active',
      channelIds: [shop?.id],
      variants: [{ sku: `B-${index}`, optionValues: [] }],
    });
    const variantId = product.variants[0]?.id ?? '';
    const amount = 10_000 + index * 100;
    await ask(connection, 'PUT', `/api/variants/${variantId}/price`, staffHeaders, { amount });
    variants.push({ variantId, productId: product.id, handle: product.handle, amount });
  }
  await ask(connection, 'POST', '/api/stock-receipts', staffHeaders, {
    locationId: storeId,
    lines: variants.map(({ variantId }) => ({ variantId, quantity: 1_000_000_000, unitCost: 4000 })),
  });
  const register = await ask<Answer<'POST /api/registers'>>(connection, 'POST', '/api/registers', staffHeaders, {
    code: 'B1',
    name: 'Bench',
    locationId: storeId,
  });
  const pairing = await ask<Answer<'POST /api/registers/:id/pairing-code'>>(
    connection,
    'POST',
    `/api/registers/${register.id}/pairing-code`,
    staffHeaders,
  );
  const paired = await fetchCookie(connection, '/api/till/pairing', { code: pairing.code });
  const registerHeaders = `cookie: ${paired.cookie}\r\n`;
  return {
    staffHeaders,
    registerHeaders,
    merchantId: session.merchant.id,
    storeId,
    registerId: register.id,
    tillChannelId: register.channelId,
    variants,
  };
}

/** Posts and keeps the cookie that comes back. */
async function fetchCookie(
  connection: Connection,
  path: string,
  body: object,
): Promise<{ cookie: string; body: unknown }> {
  const reply = await connection.request('POST', path, '', JSON.stringify(body));
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${reply.body}`);
  return { cookie: reply.cookie, body: JSON.parse(reply.body) };
}

/** Resident memory of the server in bytes. */
export function residentBytes(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return pages * 4096;
}
