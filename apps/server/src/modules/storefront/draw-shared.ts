/** Draws the pages of goods: for everybody from what is kept in memory, for a member from what is read for them alone. */
import type { Problem, TileView } from '@tandem/storefront/views.ts';
import type { FastifyRequest } from 'fastify';
import { readAs, type Tx } from '../../platform/transaction.ts';
import type { Kept } from './kept.ts';
import type { KeptHome, KeptList, Read } from './page-memory.ts';
import { pagesMax, readCategory, readHome, readSearch } from './read-lists.ts';
import { readProductPage } from './read-product-page.ts';
import { pageNumber, problemInQuery, queryOf } from './read-query.ts';
import { completeTiles, variantsOf } from './read-tiles.ts';
import type { Site, Visit } from './site.ts';

export interface Drawn {
  html: string;
  /** The variants whose stock the page tells. */
  variantIds: readonly string[];
  /** Until when its prices hold, ms. */
  until: number;
  isPersonal?: boolean;
}

export async function drawHome(site: Site, visit: Visit): Promise<Drawn> {
  const { memory, stock, loaded } = site;
  const { shop } = visit;
  const home = (await load(site, visit, memory.lists, `home ${shop.channelId}`, (tx, memberId) =>
    readHome(tx, shop, memory.now(), memberId),
  )) as KeptHome;
  const { featured, newest, offers } = home;
  const tiles = [...(featured === null ? [] : [featured]), ...newest, ...offers];
  const complete = new Map((await completeTiles(stock, shop, tiles)).map((tile) => [tile.id, tile]));
  const view = (ids: readonly { id: string }[]) => ids.flatMap(({ id }) => complete.get(id) ?? []) as TileView[];
  const html = loaded.pages.home(visit.frame('/', home.until), {
    featured: featured === null ? null : (complete.get(featured.id) ?? null),
    newest: view(newest),
    offers: view(offers),
  });
  return { html, variantIds: variantsOf(tiles), until: home.until };
}

export async function drawCategory(site: Site, visit: Visit, request: FastifyRequest): Promise<Drawn | undefined> {
  const { memory } = site;
  const { shop } = visit;
  const { handle } = request.params as { handle: string };
  const category = Object.hasOwn(shop.categoryIds, handle) ? shop.categoryIds[handle] : undefined;
  const page = pageNumber(queryOf(request).get('page'), pagesMax);
  if (category === undefined || page === undefined) return undefined;
  const key = `category ${shop.channelId} ${category.id} ${page}`;
  const list = (await load(site, visit, memory.lists, key, (tx, memberId) =>
    readCategory(tx, shop, category, page, memory.now(), memberId),
  )) as KeptList;
  if (page > list.pageCount) return undefined;
  return drawList(site, visit, list, `/c/${encodeURIComponent(handle)}${page === 1 ? '' : `?page=${page}`}`);
}

/** Searches are anybody's words: their pages are not kept, only what was found. */
export async function drawSearch(site: Site, visit: Visit, request: FastifyRequest): Promise<Drawn | undefined> {
  const { memory } = site;
  const { shop } = visit;
  const query = queryOf(request);
  const search = (query.get('q') ?? '').trim().slice(0, 200);
  const page = pageNumber(query.get('page'), pagesMax);
  if (page === undefined) return undefined;
  const key = `search ${shop.channelId} ${page} ${search}`;
  const list = (await load(site, visit, memory.lists, key, (tx, memberId) =>
    readSearch(tx, shop, search, page, memory.now(), memberId),
  )) as KeptList;
  return drawList(site, visit, list, search === '' ? '/search' : `/search?q=${encodeURIComponent(search)}`);
}

export async function drawProduct(site: Site, visit: Visit, request: FastifyRequest): Promise<Drawn | undefined> {
  const { handle } = request.params as { handle: string };
  return drawProductOf(site, visit, { handle }, problemInQuery(queryOf(request)));
}

async function drawProductOf(
  site: Site,
  visit: Visit,
  named: { handle: string },
  problem: Problem | undefined,
): Promise<Drawn | undefined> {
  const { memory, stock, loaded } = site;
  const { shop } = visit;
  if (named.handle.length > 120 || named.handle.includes('\0')) return undefined;
  const key = `${shop.channelId} ${named.handle}`;
  const product = await load(site, visit, memory.products, key, (tx, memberId) =>
    readProductPage(tx, shop, named, memory.now(), memberId),
  );
  if (product === undefined) return undefined;
  const { facts } = product;
  const ids = facts.variants.map((variant) => variant.id);
  const there = await stock(shop, ids);
  const related = await completeTiles(stock, shop, product.related);
  const html = loaded.pages.product(visit.frame(`/p/${encodeURIComponent(facts.handle)}`, product.until), {
    product: facts,
    availability: ids.flatMap((id) => there.get(id) ?? []),
    related,
    problem,
  });
  return {
    html,
    variantIds: [...ids, ...variantsOf(product.related)],
    until: product.until,
    ...(problem === undefined ? {} : { isPersonal: true }),
  };
}

async function drawList({ stock, loaded }: Site, visit: Visit, list: KeptList, path: string): Promise<Drawn> {
  const tiles = await completeTiles(stock, visit.shop, list.tiles);
  const html = loaded.pages.list(visit.frame(path, list.until), { ...list, tiles });
  return { html, variantIds: variantsOf(list.tiles), until: list.until };
}

/** What is kept for everybody; what is priced for a member is read anew, and nobody else is ever given it. */
async function load<V>(
  { memory, platform }: Site,
  { shop: { merchantId }, member }: Visit,
  kept: Kept<V>,
  key: string,
  read: (tx: Tx, memberId: string | null) => Promise<Read<V> | undefined>,
): Promise<V | undefined> {
  if (member !== undefined) return (await readAs(platform.pool, merchantId, (tx) => read(tx, member.memberId)))?.value;
  return memory.load(kept, 'page', key, merchantId, () => readAs(platform.pool, merchantId, (tx) => read(tx, null)));
}
