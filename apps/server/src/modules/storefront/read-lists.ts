/** The front page, categories and searches: which products, without what changes with every sale. */
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import type { Tx } from '../../platform/transaction.ts';
import { listPublished, searchVariantIds } from '../catalog/index.ts';
import type { KeptHome, KeptList, Read } from './page-memory.ts';
import type { Shop } from './read-shop.ts';
import { priceTiles } from './read-tiles.ts';

export const pageSize = 24;
const newestMax = 8;
const offersMax = 4;
/** Reduced products are looked for among this many of the newest. */
const offersAmong = 120;
const foundMax = 2000;
/** Pages beyond this are not offered: nobody leafs that far, and each costs more than the one before. */
export const pagesMax = 200;

export async function readHome(
  tx: Tx,
  shop: Shop,
  now: number,
  memberId: string | null = null,
): Promise<Read<KeptHome>> {
  const { cards } = await listPublished(tx, shop.channelId, { limit: offersAmong, offset: 0 });
  const { tiles, until } = await priceTiles(tx, shop.channelId, cards, now, memberId);
  const pictured = tiles.filter((tile) => tile.imageUrl !== null);
  const offers = tiles
    .filter((tile) => tile.compareAtAmount !== null && tile.compareAtAmount > tile.fromAmount)
    .slice(0, offersMax);
  return {
    value: { featured: pictured[0] ?? tiles[0] ?? null, newest: tiles.slice(0, newestMax), offers, until },
    variantIds: [],
    until,
  };
}

export async function readCategory(
  tx: Tx,
  shop: Shop,
  category: Shop['categoryIds'][string],
  page: number,
  now: number,
  memberId: string | null = null,
): Promise<Read<KeptList>> {
  const { cards, total } = await listPublished(tx, shop.channelId, {
    categoryId: category.id,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  });
  const { handle, name } = category;
  const { tiles, until } = await priceTiles(tx, shop.channelId, cards, now, memberId);
  return {
    value: { category: { handle, name }, search: '', tiles, total, page, pageCount: pageCount(total), until },
    variantIds: [],
    until,
  };
}

/** Products that have every word in their texts, SKUs or barcodes. */
export async function readSearch(
  tx: Tx,
  shop: Shop,
  search: string,
  page: number,
  now: number,
  memberId: string | null = null,
): Promise<Read<KeptList>> {
  const words = normaliseSearch(search);
  const found = words === '' ? [] : await searchVariantIds(tx, words, foundMax);
  const { cards, total } =
    found.length === 0
      ? { cards: [], total: 0 }
      : await listPublished(tx, shop.channelId, { variantIds: found, limit: pageSize, offset: (page - 1) * pageSize });
  const { tiles, until } = await priceTiles(tx, shop.channelId, cards, now, memberId);
  return {
    value: { category: null, search, tiles, total, page, pageCount: pageCount(total), until },
    variantIds: [],
    until,
  };
}

function pageCount(total: number): number {
  return Math.min(pagesMax, Math.max(1, Math.ceil(total / pageSize)));
}
