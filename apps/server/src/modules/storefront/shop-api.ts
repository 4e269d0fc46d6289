/** What shoppers' browsers and other programs ask for beside the pages. */
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import { type Implementation, implement } from '../../platform/http/implement.ts';
import type { Principal } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import {
  findPublished,
  listPublished,
  listPublishedCategories,
  searchVariantIds,
  variantIdsOfProduct,
} from '../catalog/index.ts';
import { signedIn } from './name-member.ts';
import type { KeptList, PageMemory } from './page-memory.ts';
import type { StockReader } from './read-stock.ts';
import { completeTiles, priceTiles } from './read-tiles.ts';

const offsetMax = 100_000;

export interface ShopApiPorts {
  platform: Pick<Platform, 'pool' | 'clock'>;
  memory: PageMemory;
  stock: StockReader;
}

export function shopApi({ platform, memory, stock }: ShopApiPorts): Implementation[] {
  return [
    implement('GET /api/shop/products', async ({ principal, query, request }) => {
      const { merchantId } = principal;
      const channelId = channelOf(principal);
      const offset = offsetOf(query.cursor);
      const { limit = 50, category, search } = query;
      const wanted = { channelId, category, search, limit, offset };
      const member = await signedIn({ platform }, merchantId, request);
      // A member's own prices are kept nowhere: what is kept is everybody's.
      const list = member
        ? await readList(platform, merchantId, { ...wanted, memberId: member.memberId }, memory.now())
        : await keptList(platform, memory, merchantId, wanted);
      const tiles = await completeTiles(stock, { merchantId, channelId }, list.tiles);
      return { items: tiles, nextCursor: offset + limit < list.total ? String(offset + limit) : null };
    }),
    implement('GET /api/shop/time', async () => ({ at: new Date(memory.now()).toISOString() })),
    implement('GET /api/shop/products/:id/availability', async ({ principal, params }) => {
      const { merchantId } = principal;
      const variantIds = await publishedVariants(platform, memory, principal, params.id);
      const there = await stock({ merchantId, channelId: channelOf(principal) }, variantIds);
      return { items: variantIds.flatMap((id) => there.get(id) ?? []) };
    }),
  ];
}

/** The variants of a product that the shop shows; 404 for any other. */
export async function publishedVariants(
  { pool }: Pick<Platform, 'pool'>,
  memory: PageMemory,
  principal: Principal,
  productId: string,
): Promise<string[]> {
  const channelId = channelOf(principal);
  const id = productId.toLowerCase();
  const known = await memory.load(memory.variants, 'variants', `${channelId} ${id}`, principal.merchantId, async () => {
    const found = await readAs(pool, principal.merchantId, async (tx) =>
      (await findPublished(tx, channelId, { id })) === undefined ? undefined : variantIdsOfProduct(tx, id),
    );
    return found === undefined ? undefined : { value: found, variantIds: [] };
  });
  return known ?? notFound('product');
}

interface Wanted {
  channelId: string;
  category: string | undefined;
  search: string | undefined;
  limit: number;
  offset: number;
  /** Whose prices; everybody's without. */
  memberId?: string;
}

/** The list as all shoppers see it whom nobody knows. */
async function keptList(
  platform: Pick<Platform, 'pool'>,
  memory: PageMemory,
  merchantId: string,
  wanted: Wanted,
): Promise<KeptList> {
  const { channelId, category, search, limit, offset } = wanted;
  const key = JSON.stringify(['api', channelId, category, search, limit, offset]);
  const kept = await memory.load(memory.lists, 'api', key, merchantId, async () => {
    const value = await readList(platform, merchantId, wanted, memory.now());
    return { value, variantIds: [], until: value.until };
  });
  return kept as KeptList;
}

async function readList(
  { pool }: Pick<Platform, 'pool'>,
  merchantId: string,
  { channelId, category, search, limit, offset, memberId }: Wanted,
  now: number,
): Promise<KeptList> {
  return readAs(pool, merchantId, async (tx) => {
    const categoryId =
      category === undefined
        ? undefined
        : ((await listPublishedCategories(tx, channelId)).find((one) => one.handle === category)?.id ??
          notFound('category'));
    const words = normaliseSearch(search ?? '');
    const variantIds = words === '' ? undefined : await searchVariantIds(tx, words, 2000);
    const { cards, total } = await listPublished(tx, channelId, { categoryId, variantIds, limit, offset });
    const priced = await priceTiles(tx, channelId, cards, now, memberId ?? null);
    return { category: null, search: search ?? '', ...priced, total, page: 1, pageCount: 1 };
  });
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const offset = /^\d{1,6}$/.test(cursor) ? Number(cursor) : -1;
  if (offset < 0 || offset > offsetMax)
    refuse('input.invalid', 'The cursor is not one of ours.', { status: 400, field: 'cursor' });
  return offset;
}

function channelOf(principal: Principal): string {
  if (principal.actor.channelId === undefined) throw new Error('A shopper has no channel');
  return principal.actor.channelId;
}
