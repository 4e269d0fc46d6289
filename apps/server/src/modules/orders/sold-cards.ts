/** Names, prices and publication of variants: read now, or remembered for a second where only something is shown. */
import type { Tx } from '../../platform/transaction.ts';
import { collectionsOfProducts, publishedProductsOf, type VariantCard, variantsByIds } from '../catalog/index.ts';
import { itemPricesOf, type VariantPrices } from '../pricing/index.ts';

export interface SoldCards {
  variants: Map<string, VariantCard>;
  prices: Map<string, VariantPrices>;
  /** By product; empty where nobody asked for them. */
  collections: Map<string, readonly string[]>;
  /** The products that each channel shows. */
  published: Map<string, ReadonlySet<string>>;
}

/** Reads them in the transaction. */
export async function readCards(
  tx: Tx,
  ids: readonly string[],
  channelIds: readonly string[],
  withCollections = false,
): Promise<SoldCards> {
  if (ids.length === 0) return { variants: new Map(), prices: new Map(), collections: new Map(), published: new Map() };
  const [variants, prices, published] = await Promise.all([
    variantsByIds(tx, ids),
    itemPricesOf(tx, ids),
    publishedProductsOf(tx, channelIds, ids),
  ]);
  const productIds = [...new Set([...variants.values()].map((variant) => variant.productId))];
  const collections = withCollections ? await collectionsOfProducts(tx, productIds) : new Map<string, string[]>();
  return { variants, prices, collections, published };
}

interface Kept {
  variant: VariantCard;
  price: VariantPrices | undefined;
  /** Undefined where nobody asked for them yet. */
  collections: readonly string[] | undefined;
  /** The channels that it was found published in, or not, when asked. */
  channels: Map<string, boolean>;
  until: number;
}

const keptMs = 1000;
const keptMax = 20_000;
const kept = new Map<string, Kept>();

/** Forgets what is remembered, when the catalogue moved. */
export function forgetCards(): void {
  kept.clear();
}

/** The same, at most a second old; for what a shopper sees, never for what is charged. */
export async function keptCards(
  tx: Tx,
  ids: readonly string[],
  channelIds: readonly string[],
  withCollections = false,
): Promise<SoldCards> {
  const now = performance.now();
  // Taken out before the reading: while it runs, others may forget or replace what is remembered.
  const found = new Map<string, Kept>();
  for (const id of ids) {
    const known = kept.get(`${tx.merchantId} ${id}`);
    if (known === undefined || known.until <= now || (withCollections && known.collections === undefined)) continue;
    if (channelIds.every((channelId) => known.channels.has(channelId))) found.set(id, known);
  }
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length > 0) {
    const read = await readCards(tx, missing, channelIds, withCollections);
    const until = now + keptMs;
    for (const [id, one] of keep(tx.merchantId, channelIds, read, { until, withCollections })) found.set(id, one);
  }
  const cards: SoldCards = { variants: new Map(), prices: new Map(), collections: new Map(), published: new Map() };
  const shown = new Map(channelIds.map((channelId) => [channelId, new Set<string>()]));
  for (const [id, { variant, price, collections, channels }] of found) {
    cards.variants.set(id, variant);
    if (collections !== undefined) cards.collections.set(variant.productId, collections);
    if (price !== undefined) cards.prices.set(id, price);
    for (const channelId of channelIds) if (channels.get(channelId)) shown.get(channelId)?.add(variant.productId);
  }
  return { ...cards, published: shown };
}

function keep(
  merchantId: string,
  channelIds: readonly string[],
  cards: SoldCards,
  { until, withCollections }: { until: number; withCollections: boolean },
): Map<string, Kept> {
  if (kept.size > keptMax) kept.clear();
  const fresh = new Map<string, Kept>();
  for (const [id, variant] of cards.variants) {
    const channels = new Map(
      channelIds.map((channelId) => [channelId, cards.published.get(channelId)?.has(variant.productId) ?? false]),
    );
    const collections = withCollections ? (cards.collections.get(variant.productId) ?? []) : undefined;
    const one = { variant, price: cards.prices.get(id), collections, channels, until };
    fresh.set(id, one);
    kept.set(`${merchantId} ${id}`, one);
  }
  return fresh;
}
