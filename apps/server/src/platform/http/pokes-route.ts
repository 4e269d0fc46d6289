/** Server-sent events: "position moved" for the streams that a page watches; a lost poke costs at most one poll. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Poke, Pokes } from '../feeds/pokes.ts';
import type { Metrics } from '../metrics.ts';
import { refuse } from '../refusal.ts';
import type { Principal } from './principal.ts';

export interface PokesRoute {
  path: string;
  authenticate(request: FastifyRequest): Principal | Promise<Principal>;
  /** The streams that this caller may watch, of those asked for. */
  streams(request: FastifyRequest, principal: Principal): Promise<string[]> | string[];
}

const openMax = 10_000;
const beatMs = 20_000;

/** Adds one poke stream; events within 20 ms are told together. */
export function addPokesRoute(
  app: FastifyInstance,
  pokes: Pick<Pokes, 'watch'>,
  metrics: Metrics,
  route: PokesRoute,
): void {
  let open = 0;
  const replies = new Set<FastifyReply>();
  app.addHook('preClose', async () => {
    for (const reply of replies) reply.raw.end();
  });
  app.get(route.path, async (request, reply) => {
    const principal = await route.authenticate(request);
    const streams = new Set(await route.streams(request, principal));
    if (streams.size === 0)
      refuse('feed.no_stream', 'Name at least one stream that you may watch.', { status: 400, field: 'streams' });
    if (open >= openMax) refuse('server.busy', 'Too many watch at once.', { status: 503 });
    open += 1;
    replies.add(reply);
    metrics.openStreams.inc();
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    raw.write('retry: 1000\n\n');
    const stop = pokes.watch(
      told(principal.merchantId, streams, (positions) => raw.write(`data: ${JSON.stringify(positions)}\n\n`)),
    );
    const beat = setInterval(() => raw.write(': still here\n\n'), beatMs);
    raw.on('close', () => {
      stop();
      clearInterval(beat);
      replies.delete(reply);
      open -= 1;
      metrics.openStreams.dec();
    });
  });
}

/** Coalesces the pokes of 20 ms into one event. */
function told(
  merchantId: string,
  streams: ReadonlySet<string>,
  tell: (positions: Record<string, number>) => void,
): (poke: Poke) => void {
  let pending: Record<string, number> = {};
  let isWaiting = false;
  return (poke) => {
    if (poke.merchantId !== merchantId || !streams.has(poke.stream)) return;
    pending[poke.stream] = Math.max(pending[poke.stream] ?? 0, poke.position);
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      tell(pending);
      pending = {};
    }, 20);
  };
}
