/**
 * Pages of goods. All shoppers whom nobody knows share them: drawn once, kept as bytes, forgotten when what they show moved.
 * Who is signed in gets a page of their own, which is kept nowhere.
 */
import type { Locale } from '@tandem/storefront/views.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Drawn, drawCategory, drawHome, drawProduct } from './draw-shared.ts';
import { carriesMember } from './member-cookie.ts';
import { signedIn } from './name-member.ts';
import { newPage, type Page, pageBytes, sendPage, sendPersonal } from './page.ts';
import { findShop, localePrefixes, type Site, sendToSetUp, type Visit, visitOf } from './site.ts';

type Draw = (site: Site, visit: Visit, request: FastifyRequest) => Promise<Drawn | undefined>;

export function addSharedRoutes(app: FastifyInstance, site: Site): void {
  for (const [locale, prefix] of Object.entries(localePrefixes) as [Locale, string][]) {
    const add = (path: string, draw: Draw) =>
      // Not an async function: a page that is kept is answered without waiting for a turn of the loop.
      app.get(path, (request, reply) => {
        if (carriesMember(request)) return answerMember(site, request, reply, locale, draw);
        return answerAll(site, request, reply, locale, draw);
      });
    add(prefix === '' ? '/' : prefix, drawHome);
    if (prefix !== '') app.get(`${prefix}/`, (_request, reply) => reply.redirect(prefix, 301));
    add(`${prefix}/c/:handle`, drawCategory);
    add(`${prefix}/p/:handle`, drawProduct);
  }
}

function answerAll(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  locale: Locale,
  draw: Draw,
): FastifyReply | Promise<FastifyReply> {
  const key = keyOf(request);
  const kept = key === undefined ? undefined : site.memory.pages.get(key, site.memory.now());
  if (kept !== undefined) return sendPage(request, reply, kept);
  return answer(site, request, reply, locale, key, draw);
}

/** The page at the member's own prices. A cookie whose session is over names nobody: it gets what all get. */
async function answerMember(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  locale: Locale,
  draw: Draw,
): Promise<FastifyReply> {
  const shop = await findShop(site, request.hostname);
  if (shop === undefined) return sendToSetUp(reply);
  const member = await signedIn(site, shop.merchantId, request);
  if (member === undefined) return answerAll(site, request, reply, locale, draw);
  const visit = visitOf(site, shop, locale, request, member);
  const drawn = await draw(site, visit, request);
  if (drawn === undefined) return sendPersonal(reply, site.loaded.pages.failure(visit.frame('/'), 'not_found'), 404);
  return sendPersonal(reply, drawn.html);
}

async function answer(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  locale: Locale,
  key: string | undefined,
  draw: Draw,
): Promise<FastifyReply> {
  const since = site.memory.marks.now();
  const shop = await findShop(site, request.hostname);
  if (shop === undefined) return sendToSetUp(reply);
  const visit = visitOf(site, shop, locale, request);
  const drawn = await draw(site, visit, request);
  if (drawn === undefined) return sendPersonal(reply, site.loaded.pages.failure(visit.frame('/'), 'not_found'), 404);
  if (drawn.isPersonal) return sendPersonal(reply, drawn.html);
  const page = newPage(drawn.html, key !== undefined);
  if (key !== undefined) keep(site, key, page, drawn, shop, since);
  return sendPage(request, reply, page);
}

function keep(
  site: Site,
  key: string,
  page: Page,
  { variantIds, until }: Drawn,
  shop: { merchantId: string; until: number },
  since: number,
): void {
  const { memory } = site;
  const { merchantId } = shop;
  if (memory.marks.changedSince(since, merchantId, variantIds)) return;
  memory.pages.put(key, page, {
    merchantId,
    variantIds,
    bytes: pageBytes(page),
    now: memory.now(),
    until: Math.min(until, shop.until),
  });
}

/**
 * Everything that a shared page depends on, as it came: host, the proxy's word on it, address. Undefined for what is not
 * kept: a question mark may carry anything, and a reader who asks for a fresh page gets one.
 */
function keyOf({ raw }: FastifyRequest): string | undefined {
  const { headers, url = '' } = raw;
  if (url.includes('?') || headers['cache-control'] === 'no-cache') return undefined;
  const host = headers.host ?? '';
  const forwarded = headers['x-forwarded-host'] ?? headers['x-forwarded-proto'];
  if (forwarded === undefined) return `${host} ${url}`;
  // A stranger may claim anything: what a proxy of ours said is kept apart by who said it.
  return `${host} ${url} ${headers['x-forwarded-host']} ${headers['x-forwarded-proto']} ${raw.socket.remoteAddress}`;
}
