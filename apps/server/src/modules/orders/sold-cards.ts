/** Names, prices and publication of variants: read now, or remembered for a second where only something is shown. */
import type { Tx } from '../../platform/transaction.ts';
import { collectionsOfProducts, publishedProductsOf, type VariantCard, variantsByIds } from '../catalog/index.ts';
import { unitCosts } from '../inventory/index.ts';
import { sellingFacts } from '../merchants/index.ts';
import { itemPricesOf, keptProtection, type VariantPrices } from '../pricing/index.ts';

export interface SoldCards {
  variants: Map<string, VariantCard>;
  prices: Map<string, VariantPrices>;
  /** By product; empty where nobody asked for them. */
  collections: Map<string, readonly string[]>;
  /** The products that each channel shows. */
  published: Map<string, ReadonlySet<string>>;
  floors: Floors;
}

/** What floors are made of beside the prices; the costs are read only where the merchant asks for a margin. */
export interface Floors {
  marginBasisPoints: number | null;
  pricesIncludeTax: boolean;
  /** Of one unit, without tax. */
  costs: Map<string, number>;
}

/** Reads them in the transaction, with those of the components of bundles among them. */
export async function readCards(
  tx: Tx,
  ids: readonly string[],
  channelIds: readonly string[],
  withCollections = false,
): Promise<SoldCards> {
  const cards = await readThese(tx, ids, channelIds, withCollections);
  const more = componentsMissing(cards);
  if (more.length > 0) addComponents(cards, await readThese(tx, more, [], false));
  return cards;
}

function componentsMissing({ variants }: SoldCards): string[] {
  const named = [...variants.values()].flatMap((card) => card.components.map((one) => one.variantId));
  return [...new Set(named)].filter((id) => !variants.has(id));
}

/** Components are known by name, cost and price; whether a channel shows them is not asked. */
function addComponents(cards: SoldCards, more: SoldCards): void {
  for (const [id, variant] of more.variants) cards.variants.set(id, variant);
  for (const [id, price] of more.prices) cards.prices.set(id, price);
}

async function readThese(
  tx: Tx,
  ids: readonly string[],
  channelIds: readonly string[],
  withCollections = false,
): Promise<SoldCards> {
  if (ids.length === 0) return noCards(await floorsOf(tx, []));
  const [variants, prices, published, floors] = await Promise.all([
    variantsByIds(tx, ids),
    itemPricesOf(tx, ids),
    publishedProductsOf(tx, channelIds, ids),
    floorsOf(tx, ids),
  ]);
  const productIds = [...new Set([...variants.values()].map((variant) => variant.productId))];
  const collections = withCollections ? await collectionsOfProducts(tx, productIds) : new Map<string, string[]>();
  return { variants, prices, collections, published, floors };
}

async function floorsOf(tx: Tx, ids: readonly string[]): Promise<Floors> {
  const { floorMarginBasisPoints } = await keptProtection(tx);
  const { pricesIncludeTax } = await sellingFacts(tx);
  const costs = floorMarginBasisPoints === null ? new Map<string, number>() : await unitCosts(tx, ids);
  return { marginBasisPoints: floorMarginBasisPoints, pricesIncludeTax, costs };
}

const noCards = (floors: Floors): SoldCards => ({
  variants: new Map(),
  prices: new Map(),
  collections: new Map(),
  published: new Map(),
  floors,
});

interface Kept {
  variant: VariantCard;
  cost: number | undefined;
  /** Was the cost asked for? */
  isCosted: boolean;
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
  const floors = await floorsOf(tx, []);
  const needsCost = floors.marginBasisPoints !== null;
  // Taken out before the reading: while it runs, others may forget or replace what is remembered.
  const found = new Map<string, Kept>();
  for (const id of ids) {
    const known = kept.get(`${tx.merchantId} ${id}`);
    if (known === undefined || known.until <= now || (withCollections && known.collections === undefined)) continue;
    if (needsCost && !known.isCosted) continue;
    if (channelIds.every((channelId) => known.channels.has(channelId))) found.set(id, known);
  }
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length > 0) {
    const read = await readThese(tx, missing, channelIds, withCollections);
    const until = now + keptMs;
    for (const [id, one] of keep(tx.merchantId, channelIds, read, { until, withCollections })) found.set(id, one);
  }
  const cards = noCards(floors);
  const shown = new Map(channelIds.map((channelId) => [channelId, new Set<string>()]));
  for (const [id, { variant, price, cost, collections, channels }] of found) {
    cards.variants.set(id, variant);
    if (cost !== undefined) cards.floors.costs.set(id, cost);
    if (collections !== undefined) cards.collections.set(variant.productId, collections);
    if (price !== undefined) cards.prices.set(id, price);
    for (const channelId of channelIds) if (channels.get(channelId)) shown.get(channelId)?.add(variant.productId);
  }
  const soldCards = { ...cards, published: shown };
  const more = componentsMissing(soldCards);
  if (more.length > 0) addComponents(soldCards, await keptCards(tx, more, []));
  return soldCards;
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
    const [price, cost] = [cards.prices.get(id), cards.floors.costs.get(id)];
    const isCosted = cards.floors.marginBasisPoints !== null;
    const one = { variant, price, cost, isCosted, collections, channels, until };
    fresh.set(id, one);
    kept.set(`${merchantId} ${id}`, one);
  }
  return fresh;
}
