/** What a till keeps on the device: all variants sold at its store, in chunks, with the positions to follow from. */
import type { Answer } from '@tandem/contract/index.ts';
import { streamPositions } from '../../platform/feeds/read-feed.ts';
import type { Tx } from '../../platform/transaction.ts';
import {
  collectionsOfProducts,
  inStoreRules,
  listCategories,
  listVariantIds,
  variantsByIds,
} from '../catalog/index.ts';
import { availableAt, unitCosts } from '../inventory/index.ts';
import { sellingFacts } from '../merchants/index.ts';
import { floorOf, taxTable } from '../orders/index.ts';
import { itemPricesOf, keptProtection, listTaxCategories } from '../pricing/index.ts';

export const chunkSize = 1000;

type Manifest = Answer<'GET /api/till/catalogue'>;
type TillVariant = Answer<'GET /api/till/variants'>['variants'][number];

/** The positions are read first: what changes while the chunks are read comes again through the feed. */
export async function readManifest(tx: Tx, locationId: string, channelId: string): Promise<Manifest> {
  const positions = await streamPositions(tx, ['catalog', `store:${locationId}`]);
  const ids = await listVariantIds(tx);
  const categories = await listCategories(tx);
  const taxes = await listTaxCategories(tx);
  const region = (await sellingFacts(tx)).locations.get(locationId)?.region ?? '*';
  return {
    positions,
    variantCount: ids.length,
    chunkCount: Math.ceil(ids.length / chunkSize),
    categories: categories.map(({ id, parentId, name, rank }) => ({ id, parentId, name, rank })),
    inStoreRules: inStoreRules.map((rule) => ({ ...rule })),
    channelId,
    taxCategories: taxes.map((category) => ({
      id: category.id,
      isDefault: category.isDefault,
      rates: ratesOf(category.rates, region).map(({ id, name, ratePpm, isCompound, validFrom, validUntil }) => ({
        id,
        name,
        ratePpm,
        isCompound,
        validFrom,
        validUntil,
      })),
    })),
  };
}

/** The store's own rates where its region has any, else those of everywhere: as the server taxes its sales. */
function ratesOf<R extends { region: string }>(rates: readonly R[], region: string): readonly R[] {
  const own = rates.filter((rate) => rate.region === region);
  return own.length > 0 ? own : rates.filter((rate) => rate.region === '*');
}

/** Chunk number `chunk`, from 0; empty beyond the last. */
export async function readChunk(tx: Tx, locationId: string, chunk: number, at: string): Promise<TillVariant[]> {
  const ids = await listVariantIds(tx);
  return readTillVariants(tx, locationId, ids.slice(chunk * chunkSize, (chunk + 1) * chunkSize), at);
}

/** Rows of the named variants as the till shows them at an instant (ISO); unknown ids are left out. */
export async function readTillVariants(
  tx: Tx,
  locationId: string,
  ids: readonly string[],
  at: string,
): Promise<TillVariant[]> {
  const variants = await variantsByIds(tx, ids);
  const prices = await itemPricesOf(tx, ids);
  const floorAmount = await floorsAt(tx, locationId, ids, prices, at);
  const productIds = [...new Set([...variants.values()].map((variant) => variant.productId))];
  const collections = await collectionsOfProducts(tx, productIds);
  const available = await availableAt(tx, locationId, ids);
  return ids.flatMap((id) => {
    const variant = variants.get(id);
    if (variant === undefined) return [];
    const price = prices.get(id);
    return [
      {
        id,
        productId: variant.productId,
        sku: variant.sku,
        name: variant.name,
        optionNames: variant.optionNames,
        categoryId: variant.categoryId,
        barcodes: variant.barcodes,
        amount: price?.amount ?? 0,
        compareAtAmount: price?.compareAtAmount ?? null,
        taxCategoryId: price?.taxCategoryId ?? null,
        brand: variant.brand === '' ? null : variant.brand,
        tags: variant.tags,
        collections: collections.get(variant.productId) ?? [],
        prices: price?.entries.map((entry) => ({ ...entry })) ?? [],
        floorAmount: floorAmount(id),
        imageUrl: variant.imageUrl,
        available: available.get(id) ?? 0,
        ...(variant.components.length === 0 ? {} : { components: variant.components }),
        // Without a price nothing can be sold at the till.
        isActive: variant.isActive && variant.status === 'active' && price !== undefined,
      },
    ];
  });
}

/** The floor of each variant in the store's price mode: the till learns what discounts may reach, never the cost behind it. */
async function floorsAt(
  tx: Tx,
  locationId: string,
  ids: readonly string[],
  prices: Awaited<ReturnType<typeof itemPricesOf>>,
  at: string,
): Promise<(id: string) => number | null> {
  const { floorMarginBasisPoints: marginBasisPoints } = await keptProtection(tx);
  if (marginBasisPoints === null) return (id) => prices.get(id)?.floorAmount ?? null;
  const { pricesIncludeTax, locations } = await sellingFacts(tx);
  const taxes = await taxTable(tx, at, locations.get(locationId)?.region ?? '*');
  const cards = { prices, floors: { marginBasisPoints, pricesIncludeTax, costs: await unitCosts(tx, ids) } };
  return (id) => floorOf(cards, id, taxes.rates(prices.get(id)?.taxCategoryId));
}
