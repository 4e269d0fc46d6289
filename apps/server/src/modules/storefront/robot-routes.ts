/** What search engines are told: where they may look, and every page worth finding, in both languages. */
import type { FastifyInstance } from 'fastify';
import { readAs } from '../../platform/transaction.ts';
import { listPublishedHandles } from '../catalog/index.ts';
import { findShop, type Site } from './site.ts';

/** More is not allowed in one file; each product has two addresses. */
const addressesMax = 50_000;

export function addRobotRoutes(app: FastifyInstance, site: Site): void {
  app.get('/robots.txt', (request, reply) => {
    const closed = [
      '/api/',
      '/admin',
      '/pos',
      '/basket',
      '/checkout',
      '/account',
      '/orders/',
      '/receipts/',
      '/search',
    ].flatMap((path) => [path, ...(['/api/', '/admin'].includes(path) ? [] : [`/zh-hant${path}`])]);
    const lines = [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${path}`),
      `Sitemap: ${request.protocol}://${request.host}/sitemap.xml`,
      '',
    ];
    return reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(lines.join('\n'));
  });
  app.get('/sitemap.xml', async (request, reply) => {
    const shop = await findShop(site, request.hostname);
    if (shop === undefined) return reply.callNotFound();
    const products = await readAs(site.platform.pool, shop.merchantId, (tx) =>
      listPublishedHandles(tx, shop.channelId, addressesMax / 2 - 100),
    );
    const origin = `${request.protocol}://${request.host}`;
    const pages = [
      entry(origin, '/'),
      ...shop.categories.map((category) => entry(origin, `/c/${encodeURIComponent(category.handle)}`)),
      ...products.map((product) => entry(origin, `/p/${encodeURIComponent(product.handle)}`, product.updatedAt)),
    ];
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${pages.join('\n')}\n</urlset>\n`;
    return reply
      .header('content-type', 'application/xml; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(text);
  });
}

/** Both languages of a page, each naming the other. */
function entry(origin: string, path: string, updatedAt?: Date): string {
  const english = escapeXml(`${origin}${path}`);
  const chinese = escapeXml(`${origin}/zh-hant${path === '/' ? '' : path}`);
  const others = `<xhtml:link rel="alternate" hreflang="en" href="${english}"/><xhtml:link rel="alternate" hreflang="zh-Hant" href="${chinese}"/>`;
  const changed = updatedAt === undefined ? '' : `<lastmod>${updatedAt.toISOString()}</lastmod>`;
  return [english, chinese].map((address) => `<url><loc>${address}</loc>${changed}${others}</url>`).join('\n');
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
