/** A whole page as bytes, with its tag and, once asked for, its compressed forms. */
import { hash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contentSecurityPolicy } from '../../platform/http/security.ts';

export interface Page {
  plain: Buffer;
  /** Empty for a page that was asked for anew and is not kept. */
  tag: string;
  gzip?: Buffer;
  brotli?: Buffer;
}

export const pagePolicy = contentSecurityPolicy();

export function newPage(html: string, isKept: boolean): Page {
  const plain = Buffer.from(html);
  return { plain, tag: isKept ? hash('sha1', plain, 'base64url') : '' };
}

/** What the page takes in memory: itself, and room for its compressed forms. */
export function pageBytes(page: Page): number {
  return Math.ceil(page.plain.length * 1.5);
}

/** Answers with a shared page, or 304 when the browser has it. Caches may keep it and ask each time whether it still holds. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  const accepted = request.headers['accept-encoding'];
  const coding = accepted === undefined ? '' : accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : '';
  reply.header('cache-control', 'public, no-cache').header('vary', 'accept-encoding');
  if (page.tag !== '') {
    const tag = coding === '' ? `"${page.tag}"` : `"${page.tag}-${coding}"`;
    reply.header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  }
  reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', pagePolicy);
  if (coding === '') return reply.send(page.plain);
  return reply.header('content-encoding', coding).send(coding === 'br' ? brotliOf(page) : gzipOf(page));
}

/** Answers with a page that only this shopper may see. */
export function sendPersonal(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return (
    reply
      .code(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy)
      .header('cache-control', 'no-store')
      // The address of an order is a secret and does not travel to other sites.
      .header('referrer-policy', 'same-origin')
      .send(html)
  );
}

function brotliOf(page: Page): Buffer {
  page.brotli ??= brotliCompressSync(page.plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: page.plain.length },
  });
  return page.brotli;
}

function gzipOf(page: Page): Buffer {
  page.gzip ??= gzipSync(page.plain, { level: 6 });
  return page.gzip;
}
