/** The HTTP server: the contract's routes with validation, permission, limits and problem documents. */
import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { Answer, RouteKey } from '@tandem/contract/index.ts';
import { routes } from '@tandem/contract/index.ts';
import type { Route } from '@tandem/contract/route.ts';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { isOutage } from '../commands/execute-batch.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';
import { RefusalError, refuse } from '../refusal.ts';
import type { Asked, Implementation } from './implement.ts';
import type { Authenticate } from './principal.ts';
import { problemOf, sendProblem } from './problem.ts';
import { checkText, readJson } from './read-json.ts';
import { addSecurity, securityHeaders } from './security.ts';
import { compileValidator } from './validate.ts';

export interface HttpOptions {
  log: Log;
  authenticate: Authenticate;
  implementations: readonly Implementation[];
  /** What modules add to the server itself: file uploads, pictures. */
  plugins?: readonly ((app: FastifyInstance) => Promise<void>)[];
}

/** A server with every route of the contract. Throws when a route has no implementation, or two. */
export async function buildHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: 65_536,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
    trustProxy: 'loopback',
    // An address that cannot be decoded never reaches a hook.
    frameworkErrors: (error, _request, reply) => {
      void sendProblem(
        reply.headers(securityHeaders),
        problemOf({
          code: 'input.invalid',
          status: error.statusCode ?? 400,
          field: 'path',
          detail: 'The address cannot be read.',
        }),
      );
    },
  });
  app.server.headersTimeout = 10_000;
  app.setValidatorCompiler(compileValidator as never);
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, (body as Buffer).length === 0 ? undefined : readJson(body as Buffer));
    } catch (error) {
      done(error as Error);
    }
  });
  await app.register(cookie);
  addSecurity(app);
  app.setErrorHandler((error: Error, request, reply) => sendError(error, request, reply, options.log));
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(
      reply,
      problemOf({ code: 'route.not_found', status: 404, detail: 'There is nothing at this address.' }),
    ),
  );
  for (const plugin of options.plugins ?? []) await plugin(app);
  const open = new Set(Object.keys(routes));
  for (const implementation of options.implementations) {
    if (!open.delete(implementation.key)) throw new Error(`${implementation.key} is implemented twice or unknown`);
    addRoute(app, implementation, options.authenticate);
  }
  if (open.size > 0) throw new Error(`Routes without implementation: ${[...open].join(', ')}`);
  return app;
}

function addRoute(app: FastifyInstance, { key, run }: Implementation, authenticate: Authenticate): void {
  const [method = '', url = ''] = key.split(' ');
  const route: Route = routes[key];
  const status = route.status ?? 200;
  app.route({
    method,
    url,
    ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
    schema: {
      ...(route.params === undefined ? {} : { params: route.params }),
      ...(route.query === undefined ? {} : { querystring: route.query }),
      ...(route.body === undefined ? {} : { body: route.body }),
      response: { [status]: route.answer },
    },
    // Who you are comes before what you ask: a stranger learns nothing from validation messages.
    preValidation: async (request) => {
      if (route.params !== undefined) checkText(request.params, 'path', 0);
      if (route.query !== undefined) checkText(request.query, 'query', 0);
      request.principal = await authenticate(request, route.access);
    },
    handler: async (request, reply) => {
      const asked = {
        params: request.params,
        query: request.query,
        body: request.body,
        commandId: commandIdOf(request, route),
        principal: request.principal,
        request,
        reply,
      } as unknown as Asked<RouteKey>;
      const answer = (await run(asked)) as Answer<RouteKey>;
      const tag = reply.getHeader('etag');
      if (typeof tag !== 'string') return reply.code(status).header('cache-control', 'no-store').send(answer);
      // What has a tag never changes under it: the caller keeps it, and asks each time whether it is still the one.
      reply.header('cache-control', 'private, no-cache');
      return hasTag(request, tag) ? reply.code(304).send() : reply.code(status).send(answer);
    },
  });
}

/** Does the caller have what bears this tag? A proxy that compresses makes a strong tag a weak one. */
function hasTag(request: FastifyRequest, tag: string): boolean {
  const known = request.headers['if-none-match'] ?? '';
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}

declare module 'fastify' {
  interface FastifyRequest {
    principal: import('./principal.ts').Principal;
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function commandIdOf(request: FastifyRequest, route: Route): string {
  const id = request.headers['idempotency-key'];
  if (id === undefined && route.idempotency !== 'required') return newId();
  if (typeof id !== 'string' || !uuid.test(id)) {
    refuse('command.id_missing', 'Name the command with a UUID in the Idempotency-Key header.', {
      status: 400,
      field: 'idempotency-key',
    });
  }
  return id.toLowerCase();
}

function sendError(
  error: Error & { statusCode?: number; code?: string },
  request: FastifyRequest,
  reply: FastifyReply,
  log: Log,
): FastifyReply {
  if (error instanceof RefusalError) return sendProblem(reply, problemOf(error.refusal));
  if (isOutage(error)) {
    log.error({ err: error, url: request.routeOptions.url }, 'outage');
    return sendProblem(
      reply,
      problemOf({
        code: 'server.unavailable',
        status: 503,
        detail: 'The database does not answer. Send it again with the same id.',
      }),
    );
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    const field = error.statusCode === 413 || error.statusCode === 415 ? 'body' : undefined;
    return sendProblem(
      reply,
      problemOf({
        code: 'input.invalid',
        status: error.statusCode as 400,
        detail: error.message,
        ...(field === undefined ? {} : { field }),
      }),
    );
  }
  const incident = randomUUID();
  log.error({ err: error, incident, method: request.method, url: request.routeOptions.url }, 'bug');
  return sendProblem(
    reply,
    problemOf({
      code: 'server.bug',
      status: 500,
      detail: `Something is wrong on our side. Incident ${incident}.`,
      incident,
    }),
  );
}
