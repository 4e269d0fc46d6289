/** One server process, as a thread of its own: nothing that it remembers outlives it. Speaks by messages. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildApp } from '../apps/server/src/app.ts';
import { basketUseCases } from '../apps/server/src/modules/orders/index.ts';
import type { Principal } from '../apps/server/src/platform/http/principal.ts';
import { newLog } from '../apps/server/src/platform/log.ts';
import {
  type Answer,
  type NodeGiven,
  type NodeReply,
  type NodeRequest,
  namingUrl,
  type Request,
} from './server-node.ts';

const given = workerData as NodeGiven;
const time = new Float64Array(given.clock);
const app = await buildApp({
  config: { host: '127.0.0.1', port: 0 },
  target: given.target,
  log: newLog('silent'),
  clock: { now: () => time[0] ?? 0 },
  poolMax: 6,
  withJobs: false,
});
await app.http.ready();
const baskets = basketUseCases(app.platform);
const reply = (message: NodeReply): void => parentPort?.postMessage(message);

/** What the pages of the store do for a shopper who is signed in; they are not built here. */
async function nameMember({ headers, body }: Request): Promise<Answer> {
  const { shopper, basketId, memberId } = body as { shopper: Principal; basketId: string; memberId: string };
  try {
    const basket = await baskets.nameMember(shopper, headers['idempotency-key'] ?? '', basketId, memberId);
    return { status: 200, text: JSON.stringify(basket), cookies: [] };
  } catch (error) {
    // The caller sends the same id again.
    return { status: 503, text: String(error), cookies: [] };
  }
}

async function answer({ number, request }: NodeRequest): Promise<void> {
  if (request.url === namingUrl) return reply({ number, answer: await nameMember(request) });
  const answered = await app.http.inject({
    method: request.method,
    url: request.url,
    headers: request.headers,
    ...(request.body === undefined ? {} : { payload: JSON.stringify(request.body) }),
  });
  reply({ number, answer: { status: answered.statusCode, text: answered.body, cookies: answered.cookies } });
}

parentPort?.on('message', (message: NodeRequest | 'stop') => {
  if (message !== 'stop') return void answer(message);
  app.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
reply('ready');
