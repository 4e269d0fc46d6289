/** What all routes of the shop share: which shop a request is for, in which language, and the frame of its pages. */
import type { Frame, Locale } from '@tandem/storefront/views.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import type { SignedIn } from '../members/index.ts';
import type { Tenants } from '../merchants/index.ts';
import type { BasketUseCases } from '../orders/index.ts';
import type { LoadedPages } from './load-pages.ts';
import type { PageMemory } from './page-memory.ts';
import { readShop, type Shop } from './read-shop.ts';
import type { StockReader } from './read-stock.ts';

export interface Site {
  platform: Pick<Platform, 'pool' | 'clock' | 'log'>;
  loaded: LoadedPages;
  memory: PageMemory;
  stock: StockReader;
  baskets: BasketUseCases;
  resolveShop: Tenants['resolveShop'];
}

/** A request of a shopper, with all that its page needs. */
export interface Visit {
  shop: Shop;
  locale: Locale;
  principal: Principal;
  /** Who signed in; undefined on a page that all shoppers share. */
  member: SignedIn | undefined;
  /** The frame of a page; `until` (ms) is when its prices stop being true by themselves. */
  frame(path: string, until?: number): Frame;
  /** The path in the visit's language. */
  at(path: string): string;
}

export const localePrefixes: Readonly<Record<Locale, string>> = { en: '', 'zh-Hant': '/zh-hant' };

const nothing: Principal['permissions'] = new Set();

/** The shop of the request's host; undefined when there is none. */
export async function findShop(
  site: Pick<Site, 'memory' | 'platform' | 'resolveShop'>,
  hostname: string,
): Promise<Shop | undefined> {
  const { memory, platform } = site;
  const found = await site.resolveShop(hostname);
  if (found === undefined) return undefined;
  const shop = await memory.load(memory.shops, 'shop', found.channelId, found.merchantId, async () => ({
    value: await readAs(platform.pool, found.merchantId, (tx) => readShop(tx, found.channelId, memory.now())),
    variantIds: [],
  }));
  return shop;
}

export function visitOf(site: Site, shop: Shop, locale: Locale, request: FastifyRequest, member?: SignedIn): Visit {
  const at = (path: string) => (path === '/' ? localePrefixes[locale] || '/' : `${localePrefixes[locale]}${path}`);
  return {
    shop,
    locale,
    at,
    member,
    principal: {
      merchantId: shop.merchantId,
      actor: { kind: 'shopper', channelId: shop.channelId },
      permissions: nothing,
      locationIds: null,
    },
    frame: (path, until) => ({
      ...(until === undefined
        ? {}
        : { validUntil: until === Number.POSITIVE_INFINITY ? null : new Date(until).toISOString() }),
      locale,
      ...(member === undefined ? {} : { memberName: member.name }),
      origin: `${request.protocol}://${request.host}`,
      path,
      assets: site.loaded.assets,
      shop,
    }),
  };
}

/** Where there is no shop yet, the back office sets one up. */
export function sendToSetUp(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect('/admin', 302);
}
