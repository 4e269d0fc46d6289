/** One server process, as a thread of its own: nothing that it remembers outlives it. Speaks by messages. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildApp } from '../apps/server/src/app.ts';
import { newLog } from '../apps/server/src/platform/log.ts';
import type { NodeGiven, NodeReply, NodeRequest } from './server-node.ts';

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
const reply = (message: NodeReply): void => parentPort?.postMessage(message);

async function answer({ number, request }: NodeRequest): Promise<void> {
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
