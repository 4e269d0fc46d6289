/** What operators and programs ask of a server: is it alive, is it ready, what does it speak, how is it doing. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import type { Metrics } from '../metrics.ts';
import { docsPage } from './docs-page.ts';
import { openApiDocument } from './openapi.ts';
import { contentSecurityPolicy } from './security.ts';

export interface MetaOptions {
  pool: Pool;
  metrics: Metrics;
  /** False once the server is shutting down. */
  isServing(): boolean;
  /** Any tenant, to write through the real path; undefined while Tandem is empty. */
  anyMerchant(): Promise<string | undefined>;
  node: string;
}

const loopDelayMsMax = 200;

/** Adds /livez, /readyz, /metrics, /openapi.json and /docs. */
export function addMetaRoutes(app: FastifyInstance, options: MetaOptions): void {
  const loop = monitorEventLoopDelay({ resolution: 20 });
  loop.enable();
  app.addHook('onClose', async () => void loop.disable());
  app.get('/livez', (_request, reply) => reply.send({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    const checks: Record<string, string> = { serving: options.isServing() ? 'ok' : 'stopping' };
    checks.database = await options
      .anyMerchant()
      .then((merchantId) => writeAndUndo(options.pool, merchantId, options.node))
      .then(
        () => 'ok',
        () => 'does not take writes',
      );
    const delayMs = loop.percentile(50) / 1e6;
    loop.reset();
    checks.eventLoop = delayMs < loopDelayMsMax || Number.isNaN(delayMs) ? 'ok' : `${Math.round(delayMs)} ms late`;
    const isReady = Object.values(checks).every((check) => check === 'ok');
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: isReady ? 'ready' : 'not ready', checks });
  });
  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', options.metrics.registry.contentType).send(await options.metrics.registry.metrics()),
  );
  const document = newLongText(() => JSON.stringify(openApiDocument()));
  app.get('/openapi.json', (request, reply) =>
    document(request, reply.header('content-type', 'application/json; charset=utf-8')),
  );
  const docs = newLongText(docsPage);
  app.get('/docs', (request, reply) =>
    docs(
      request,
      reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', contentSecurityPolicy()),
    ),
  );
  app.get('/docs/style.css', (_request, reply) =>
    reply.header('content-type', 'text/css; charset=utf-8').send(docsStyle),
  );
}

/** Sends a long text that never changes: packed where that is understood, and kept packed only, since few ask for it. */
function newLongText(write: () => string) {
  let packed: Buffer | undefined;
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(write());
    packed ??= gzipSync(write());
    return reply.header('content-encoding', 'gzip').send(packed);
  };
}

/** A write under the tenant's own rules, rolled back: reading alone would not show a read-only or full database. */
async function writeAndUndo(pool: Pool, merchantId: string | undefined, node: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    if (merchantId === undefined) await client.query('select 1 from platform.tenant limit 1');
    else {
      await client.query("select set_config('tandem.merchant_id', $1, true)", [merchantId]);
      await client.query(
        'insert into platform.heartbeat (merchant_id, node, at) values ($1, $2, now()) on conflict (merchant_id, node) do update set at = now()',
        [merchantId, node],
      );
    }
    await client.query('rollback');
    client.release();
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}

const docsStyle = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2.5rem;border-bottom:1px solid #8884}article{padding:.75rem 0;border-bottom:1px solid #8882}code{font:14px ui-monospace,monospace}
.method{font-weight:700;color:#0f6b54;display:inline-block;min-width:4.5rem}@media(prefers-color-scheme:dark){.method{color:#6cc7ae}}
small{opacity:.85}nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}a{color:#0f6b54}@media(prefers-color-scheme:dark){a{color:#6cc7ae}}
details div,details ul{margin:.25rem 0;padding-left:1.25rem;font-size:14px;overflow-wrap:anywhere}details div{padding-left:0}summary{cursor:pointer}`;
