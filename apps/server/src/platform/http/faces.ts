/** Serves the built faces that run in the browser: immutable assets, and one page for every address below theirs. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

export interface Face {
  /** `/admin`. */
  prefix: string;
  /** The folder that the build wrote. */
  folder: string;
}

// The component library writes style elements; scripts are only ever our own files.
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Adds the face; where it was not built, its address says how to build it. */
export async function addFace(app: FastifyInstance, face: Face): Promise<void> {
  const page = await readFile(join(face.folder, 'index.html'), 'utf8').catch(() => undefined);
  if (page !== undefined) {
    await app.register(fastifyStatic, {
      root: join(face.folder, 'assets'),
      prefix: `${face.prefix}/assets/`,
      decorateReply: false,
      immutable: true,
      maxAge: '1y',
      index: false,
    });
  }
  const show = (_request: unknown, reply: import('fastify').FastifyReply) =>
    page === undefined
      ? reply
          .code(503)
          .header('content-type', 'text/plain; charset=utf-8')
          .send('This face is not built. Start Tandem with npm start, which builds it.')
      : reply
          .header('content-type', 'text/html; charset=utf-8')
          .header('content-security-policy', policy)
          .header('cache-control', 'no-cache')
          .send(page);
  app.get(face.prefix, show);
  app.get(`${face.prefix}/*`, show);
}
