/** The server is killed in the middle of load, again and again: every sale that was acknowledged is in the books once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePairingCode, pairRegister } from '../modules/merchants/index.ts';
import { newId } from '../platform/ids.ts';
import { createTestWorld, saleOf, type TestWorld } from './test-world.ts';

const kills = 50;
const tills = 8;
let world: TestWorld;
let home: string;
let token: string;

beforeAll(async () => {
  world = await createTestWorld({ pieces: 1_000_000 });
  home = await mkdtemp(join(tmpdir(), 'tandem-kill-'));
  const { code } = await makePairingCode(world.platform, world.merchantId, world.registerId, { kind: 'system' });
  token = (await pairRegister(world.platform, world.merchantId, code, '127.0.0.1')).token;
});
afterAll(async () => {
  await world.close();
  await rm(home, { recursive: true, force: true });
});

it(`${kills} kills lose nothing that was acknowledged and double nothing`, { timeout: 300_000 }, async () => {
  const port = await freePort();
  const state = { isOver: false, acknowledged: new Map<string, string>() };
  const selling = Array.from({ length: tills }, () => sell(port, state));

  for (let kill = 0; kill < kills; kill += 1) {
    const server = startServer(port);
    await untilMore(state, 25);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  }
  const last = startServer(port);
  state.isOver = true;
  await Promise.all(selling);
  last.kill('SIGTERM');
  await new Promise((resolve) => last.once('exit', resolve));

  const { rows } = await world.database.adminPool.query<{ id: string; number: string }>(
    'select id, number from orders."order"',
  );
  const booked = new Map(rows.map((row) => [row.id, row.number]));
  expect(state.acknowledged.size).toBeGreaterThanOrEqual(kills * 25);
  for (const [orderId, number] of state.acknowledged) expect(booked.get(orderId)).toBe(number);
  // Every till sent each sale until it was acknowledged, so nothing else can be in the books.
  expect(booked.size).toBe(state.acknowledged.size);
  const moved = await world.database.adminPool.query(
    "select count(*) as n from inventory.movement where reason = 'sale'",
  );
  expect(Number(moved.rows[0].n)).toBe(state.acknowledged.size);
});

/** Sells one sale after the other and sends each with its own id until it is acknowledged. */
async function sell(port: number, state: { isOver: boolean; acknowledged: Map<string, string> }): Promise<void> {
  while (!state.isOver) {
    const {
      locationId: _l,
      channelId: _c,
      registerId: _r,
      series: _s,
      ...body
    } = saleOf(world, [world.variants[Math.floor(state.acknowledged.size % 4)]?.id ?? '']);
    const id = newId();
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/till/sales`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': id, authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(5000),
      }).catch(() => undefined);
      const text = await answer?.json().catch(() => undefined);
      if (answer?.status === 201 && text !== undefined) {
        state.acknowledged.set((text as { orderId: string }).orderId, (text as { number: string }).number);
        break;
      }
      if (answer !== undefined && answer.status < 500)
        throw new Error(`A sale was refused: ${answer.status} ${JSON.stringify(text)}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function untilMore(state: { acknowledged: Map<string, string> }, more: number): Promise<void> {
  const wanted = state.acknowledged.size + more;
  for (const end = Date.now() + 30_000; state.acknowledged.size < wanted; ) {
    if (Date.now() > end) throw new Error('The server acknowledged nothing for 30 seconds');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function startServer(port: number): ChildProcess {
  const { target } = world.database;
  const url = `postgres://${target.user}@localhost:${target.port}/${target.database}?host=${encodeURIComponent(target.host)}`;
  return spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      TANDEM_HOME: join(home, 'home'),
      DATABASE_URL: url,
      TANDEM_LOG_LEVEL: 'silent',
      NODE_OPTIONS: '',
      // Fifty starts would translate the same sources fifty times.
      NODE_COMPILE_CACHE: join(home, 'compiled'),
    },
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
