/** The HTTP server with this module's routes and some of others' open, on a test world; the routes of the rest refuse. */
import { routes } from '@tandem/contract/index.ts';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../../platform/clock.ts';
import { buildHttp } from '../../../platform/http/build-http.ts';
import type { Implementation } from '../../../platform/http/implement.ts';
import { refuse } from '../../../platform/refusal.ts';
import { createTestWorld, type TestWorld, type WorldOptions } from '../../../testing/test-world.ts';
import { type Merchants, merchantsModule } from '../index.ts';

export interface Doors {
  world: TestWorld;
  http: FastifyInstance;
  merchants: Merchants;
  /** Milliseconds by which the clock is ahead. */
  clock: { aheadMs: number };
  /** Calls a route; cookies as name → value. */
  call(method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', url: string, more?: CallOptions): Promise<Called>;
  close(): Promise<void>;
}

export interface CallOptions {
  body?: object;
  cookies?: Record<string, string>;
  headers?: Record<string, string>;
  address?: string;
}

export interface Called {
  status: number;
  // A test looks at whatever the route answers.
  // biome-ignore lint/suspicious/noExplicitAny: the answer of any route
  body: any;
  cookies: Record<string, string>;
  setCookie: string[];
}

export interface OpenOptions extends WorldOptions {
  others?(
    world: TestWorld,
    merchants: Merchants,
  ): { implementations: Implementation[]; plugins?: ((app: FastifyInstance) => Promise<void>)[] };
}

export async function openDoors({ others, ...options }: OpenOptions = {}): Promise<Doors> {
  const time = { aheadMs: 0 };
  const clock: Clock = { now: () => Date.now() + time.aheadMs };
  const world = await createTestWorld({ products: 0, clock, ...options });
  const merchants = merchantsModule(world.platform);
  const more = others?.(world, merchants) ?? { implementations: [] };
  const open = [...merchants.implementations, ...more.implementations];
  const keys = new Set(open.map(({ key }) => key));
  const closed = (Object.keys(routes) as Implementation['key'][])
    .filter((key) => !keys.has(key))
    .map(
      (key): Implementation => ({
        key,
        run: async () => refuse('route.closed', 'Not part of this test.', { status: 409 }),
      }),
    );
  const http = await buildHttp({
    log: world.platform.log,
    authenticate: merchants.authenticate,
    implementations: [...open, ...closed],
    plugins: more.plugins ?? [],
  });
  return {
    world,
    http,
    merchants,
    clock: time,
    async call(method, url, { body, cookies = {}, headers = {}, address = '192.0.2.1' } = {}) {
      const answer = await http.inject({
        method,
        url,
        cookies,
        headers,
        remoteAddress: address,
        ...(body === undefined ? {} : { payload: body }),
      });
      const setCookie = [answer.headers['set-cookie'] ?? []].flat();
      const text = answer.body;
      return {
        status: answer.statusCode,
        body: text.startsWith('{') ? JSON.parse(text) : text,
        cookies: Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value])),
        setCookie,
      };
    },
    async close() {
      await http.close();
      await world.close();
    },
  };
}
