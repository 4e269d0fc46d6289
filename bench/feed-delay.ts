/** From a sale's commit to the client of another process: a second server on the same database, 500 sales a second on the first. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { newId } from '../apps/server/src/platform/ids.ts';
import { type Figure, figure } from './figure.ts';
import { Connection, quantile } from './http-load.ts';
import { saleBody } from './sales.ts';
import { type BenchWorld, memoryFlags } from './world.ts';

const perSecond = 500;

/**
 * The client hears a poke of the `orders` stream from the second server. The delay runs from the instant that the database
 * wrote the entry, just before its commit, so the true delay from the commit is never larger than what is told.
 */
export async function benchFeedDelay(world: BenchWorld, seconds: number): Promise<Figure[]> {
  const port = world.port + 1;
  const url = `postgres://${world.database.user}@localhost:${world.database.port}/${world.database.database}?host=${encodeURIComponent(world.database.host)}`;
  const second = spawn(process.execPath, [...memoryFlags, join(import.meta.dirname, '../apps/server/src/main.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      TANDEM_HOME: join(world.home, 'second'),
      DATABASE_URL: url,
      TANDEM_LOG_LEVEL: 'warn',
    },
  });
  try {
    await untilUp(port);
    const abort = new AbortController();
    const pokes: { position: number; at: number }[] = [];
    const cookie = /cookie: (.*)\r\n/.exec(world.staffHeaders)?.[1] ?? '';
    const stream = await fetch(`http://127.0.0.1:${port}/api/feed/pokes?streams=orders`, {
      headers: { cookie },
      signal: abort.signal,
    });
    const listening = listen(stream, pokes);
    const before = await writtenAfter(world, 0);
    const sent = await sell(world, seconds);
    await new Promise((resolve) => setTimeout(resolve, 500));
    // A batch of sales is one entry, so the entries of earlier runs must be left out by position, not by number.
    const commits = await writtenAfter(world, before.at(-1)?.position ?? 0);
    abort.abort();
    await listening;
    const delays = delaysOf(commits, pokes).sort((a, b) => a - b);
    if (sent === 0 || delays.length === 0 || delays.length < commits.length)
      throw new Error(
        `Of ${commits.length} entries only ${delays.length} were heard half a second after the last sale`,
      );
    return [
      figure('feed.delay.p50', quantile(delays, 0.5), 'ms'),
      figure('feed.delay.p99', quantile(delays, 0.99), 'ms'),
    ];
  } finally {
    second.kill('SIGTERM');
    await new Promise((resolve) => second.once('exit', resolve));
  }
}

async function untilUp(port: number): Promise<void> {
  for (let tries = 0; tries < 1000; tries += 1) {
    if (
      await fetch(`http://127.0.0.1:${port}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The second server did not become ready');
}

async function listen(stream: Response, pokes: { position: number; at: number }[]): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of stream.body as ReadableStream<Uint8Array>) {
      for (const match of decoder.decode(chunk).matchAll(/"orders":(\d+)/g))
        pokes.push({ position: Number(match[1]), at: performance.timeOrigin + performance.now() });
    }
  } catch {
    // Aborting is how listening ends.
  }
}

async function sell(world: BenchWorld, seconds: number): Promise<number> {
  const connections = await Promise.all(Array.from({ length: 32 }, () => Connection.open(world.port)));
  const start = performance.now();
  let sent = 0;
  await Promise.all(
    connections.map(async (connection, index) => {
      for (let turn = index; turn < perSecond * seconds; turn += connections.length) {
        const due = start + (turn * 1000) / perSecond;
        const wait = due - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        await connection.request(
          'POST',
          '/api/till/sales',
          `${world.registerHeaders}idempotency-key: ${newId()}\r\n`,
          JSON.stringify(saleBody(world, false)),
        );
        sent += 1;
      }
      connection.close();
    }),
  );
  return sent;
}

/** When each position of the stream after this one was written, by the database's own clock, which is this machine's. */
async function writtenAfter(world: BenchWorld, after: number): Promise<{ position: number; at: number }[]> {
  const { openClient } = await import('../apps/server/src/platform/database/open-pool.ts');
  const client = openClient(world.database);
  await client.connect();
  const { rows } = await client.query(
    "select position, extract(epoch from at) * 1000 as at from platform.feed_entry where stream = 'orders' and position > $1 order by position",
    [after],
  );
  await client.end();
  return rows.map((row) => ({ position: Number(row.position), at: Number(row.at) }));
}

/** For each entry, the first poke that covers it. */
function delaysOf(
  commits: readonly { position: number; at: number }[],
  pokes: readonly { position: number; at: number }[],
): number[] {
  let next = 0;
  return commits.flatMap((commit) => {
    while (next < pokes.length && (pokes[next]?.position ?? 0) < commit.position) next += 1;
    const heard = pokes[next];
    return heard === undefined ? [] : [heard.at - commit.at];
  });
}
