/** Files whose name changes with their content, and what robots and browser tabs ask for. */
import type { FastifyInstance } from 'fastify';
import type { LoadedPages } from './load-pages.ts';

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0f6b54"/><path d="M8 13h16l-1.6 10.2a2 2 0 0 1-2 1.8h-8.8a2 2 0 0 1-2-1.8zM13 13l2-6M19 13l-2-6" fill="none" stroke="#fff" stroke-width="2.2" stroke-linejoin="round" stroke-linecap="round"/></svg>`;

export function addAssetRoutes(app: FastifyInstance, { files }: LoadedPages): void {
  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const file = files.get(request.params.name);
    if (file === undefined) return reply.callNotFound();
    const accepted = request.headers['accept-encoding'] ?? '';
    reply
      .header('content-type', file.contentType)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding');
    if (file.plain === file.brotli) return reply.send(file.plain);
    if (accepted.includes('br')) return reply.header('content-encoding', 'br').send(file.brotli);
    if (accepted.includes('gzip')) return reply.header('content-encoding', 'gzip').send(file.gzip);
    return reply.send(file.plain);
  });
  app.get('/favicon.svg', (_request, reply) =>
    reply.header('content-type', 'image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
  );
  // Browsers ask for it by themselves, whatever the page says.
  app.get('/favicon.ico', (_request, reply) => reply.redirect('/favicon.svg', 301));
}
