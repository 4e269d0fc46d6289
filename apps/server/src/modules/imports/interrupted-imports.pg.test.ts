import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { buildPlatform, type RunningPlatform } from '../../platform/build-platform.ts';
import { newLog } from '../../platform/log.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { listImports, readImport } from './import-rows.ts';
import { importSales } from './index.ts';
import { type Running, startImport } from './run-import.ts';

const commandLine = path.join(import.meta.dirname, '../../cli/main.ts');
let world: TestWorld;
let second: RunningPlatform;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tandem-cut-off-'));
});
beforeEach(async () => {
  world = await createTestWorld({ products: 2, pieces: 10_000 });
  second = await buildPlatform({ target: world.database.target, log: newLog('silent') });
});
afterEach(async () => {
  vi.useRealTimers();
  await second.stop();
  await world.close();
});
afterAll(() => rm(folder, { recursive: true }));

const one = async (statement: string) => (await world.database.adminPool.query(statement)).rows[0];
const orders = async (): Promise<number> => (await one('select count(*)::int as n from orders."order"')).n;
const fallSilent = (seconds: number) =>
  world.database.adminPool.query(
    `update imports.import set heartbeat_at = now() - make_interval(secs => ${seconds}) where state = 'running'`,
  );
const stateOf = async (id: string) =>
  (await readAs(world.platform.pool, world.merchantId, (tx) => readImport(tx, id)))?.state;
const file = async (name: string, text: string): Promise<string> => {
  const at = path.join(folder, name);
  await writeFile(at, text);
  return at;
};

const invoices = 6000;
const salesFile = (): string =>
  `invoice,sku,quantity,date,price\n${Array.from({ length: invoices }, (_, at) => `${at + 1},A-${(at % 2) + 1},1,2024-05-01 10:00:00,100`).join('\n')}\n`;

/** Runs the command line on the test's database, and kills it once it has recorded sales. */
async function importAndKill(salesPath: string): Promise<void> {
  const { connectionString, user, host, port, database } = world.database.target;
  const url = connectionString ?? `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
  const child = spawn(process.execPath, [commandLine, 'import', 'sales', salesPath, '--location', 'CENTRAL'], {
    env: { PATH: process.env.PATH, DATABASE_URL: url, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while ((await orders()) === 0) {
    if (child.exitCode !== null) throw new Error(`The command line ended with ${child.exitCode}: ${said}`);
    await wait(5);
  }
  child.kill('SIGKILL');
  await ended;
}

it('an import that was killed is interrupted after a minute, and the same file on two servers at once finishes it once', {
  timeout: 60_000,
}, async () => {
  const salesPath = await file('sales.csv', salesFile());
  await importAndKill(salesPath);
  const { id } = await one('select id from imports.import');
  expect(await orders()).toBeLessThan(invoices);
  expect(await stateOf(id)).toBe('running');
  await fallSilent(58);
  expect(await stateOf(id)).toBe('running');
  await fallSilent(61);
  expect(await stateOf(id)).toBe('interrupted');
  expect(await readAs(second.pool, world.merchantId, listImports)).toMatchObject([{ id, state: 'interrupted' }]);

  const asked = {
    merchantId: world.merchantId,
    path: salesPath,
    fileName: 'sales.csv',
    staffId: null,
    locationCode: 'CENTRAL',
  };
  const started = await Promise.all([world.platform, second].map((platform) => importSales(platform, asked)));
  const views = await Promise.all(started.map((each) => each.ended));

  expect(started.map((each) => each.id)).toEqual([id, id]);
  for (const view of views)
    expect(view).toMatchObject({ state: 'done', rowsDone: invoices, counts: { invoices, sales: invoices } });
  expect(await one('select attempt, state from imports.import')).toEqual({ attempt: 2, state: 'done' });
  expect(await orders()).toBe(invoices);
  expect(await one('select count(*)::int as n, count(distinct source)::int as sources from orders."order"')).toEqual({
    n: invoices,
    sources: invoices,
  });
  expect((await verifyBooks(second.pool, world.merchantId)).filter((result) => result.differences > 0)).toEqual([]);
  expect((await importSales(second, asked)).isKnown).toBe(true);
});

/** An import that waits in its middle until it is let go; it counts under its own name. */
async function startWaiting(platform: RunningPlatform, name: string, atPath: string) {
  const gate = Promise.withResolvers<void>();
  const work = vi.fn(async ({ report, progress }: Running) => {
    await progress(1, 2);
    await gate.promise;
    await progress(2, 2);
    report.count(name);
    return {};
  });
  const tell = vi.fn();
  const asked = { merchantId: world.merchantId, path: atPath, fileName: 'a.csv', staffId: null, tell };
  return { ...(await startImport(platform, 'products', asked, {}, work)), work, tell, letGo: () => gate.resolve() };
}

it('an import gives a sign of life every five seconds, whatever its work waits for', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const running = await startWaiting(world.platform, 'first', await file('alive.csv', 'alive'));
  await fallSilent(59);

  await vi.advanceTimersByTimeAsync(5000);

  const isFresh = async () =>
    (await one("select heartbeat_at > now() - interval '5 seconds' as is from imports.import")).is;
  await vi.waitUntil(isFresh, { timeout: 20_000 });
  expect(await stateOf(running.id)).toBe('running');
  running.letGo();
  expect(await running.ended).toMatchObject({ state: 'done', rowsDone: 2, rowsTotal: 2, counts: { first: 1 } });
});

it('what runs elsewhere is waited for, and goes on here when that one falls silent', async () => {
  const csv = await file('waits.csv', 'waits');
  const first = await startWaiting(world.platform, 'first', csv);
  const other = await startWaiting(second, 'second', csv);
  expect([other.id, other.isKnown, other.work.mock.calls.length]).toEqual([first.id, false, 0]);

  await vi.waitUntil(() => other.tell.mock.calls.length > 0, { timeout: 20_000 });
  expect(other.tell.mock.calls[0]).toEqual([0, null]);
  await fallSilent(61);
  await vi.waitUntil(() => other.work.mock.calls.length === 1, { timeout: 20_000 });
  // The first was only slow: what it ends with counts no more, whether it fails or succeeds.
  first.letGo();
  await wait(200);
  expect(await one('select state, attempt, rows_done::int as done from imports.import')).toEqual({
    state: 'running',
    attempt: 2,
    done: 0,
  });

  other.letGo();
  const views = await Promise.all([first.ended, other.ended]);
  expect(views.map((view) => [view.state, view.counts])).toEqual([
    ['done', { second: 1 }],
    ['done', { second: 1 }],
  ]);
});
