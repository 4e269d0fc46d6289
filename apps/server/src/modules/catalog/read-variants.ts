/** Variants as the modules above need them: with the product's name, the names of their options and a picture. */
import type { Component } from '@tandem/domain/stock/bundle.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface VariantCard {
  id: string;
  productId: string;
  sku: string;
  /** The product's name per language. */
  name: Record<string, string>;
  optionNames: Record<string, string>[];
  handle: string;
  imageUrl: string | null;
  isActive: boolean;
  categoryId: string | null;
  /** The category and all above it. */
  categories: string[];
  brand: string;
  tags: string[];
  status: string;
  barcodes: string[];
  /** What one piece is made of, where it is a bundle. */
  components: Component[];
}
type Row = Omit<VariantCard, 'optionNames' | 'imageUrl'> & {
  optionValues: string[];
  options: { values: { code: string; name: Record<string, string> }[] }[];
  mediaId: string | null;
  size: string | null;
};

/** The variants by id; unknown ids are left out. One statement, however many. */
export async function variantsByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, VariantCard>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<Row>(sql`
    select v.id, v.product_id as "productId", v.sku, p.name, v.option_values as "optionValues", p.options, p.handle, v.is_active as "isActive",
      p.category_id as "categoryId", p.brand, p.tags, p.status, m.id as "mediaId", m.size,
      array(with recursive up as (
        select c.id, c.parent_id from catalog.category c where c.merchant_id = p.merchant_id and c.id = p.category_id
        union select c.id, c.parent_id from catalog.category c join up on c.merchant_id = p.merchant_id and c.id = up.parent_id
      ) select id from up) as categories,
      array(select b.code from catalog.barcode b where b.merchant_id = v.merchant_id and b.variant_id = v.id order by b.code) as barcodes,
      array(select jsonb_build_object('variantId', c.component_id, 'quantity', c.quantity) from catalog.bundle_component c
        where c.merchant_id = v.merchant_id and c.bundle_id = v.id order by c.rank) as components
    from catalog.variant v
    join catalog.product p on p.merchant_id = v.merchant_id and p.id = v.product_id
    left join lateral (
      select m.id, f.size from catalog.media m join catalog.media_file f on f.merchant_id = m.merchant_id and f.media_id = m.id and f.size in ('svg', '640')
      where m.merchant_id = v.merchant_id and m.product_id = v.product_id
      order by m.variant_id is not distinct from v.id desc, m.rank, m.id limit 1
    ) m on true
    where v.merchant_id = ${tx.merchantId} and v.id = any (${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, cardOf(row)]));
}

function cardOf({ optionValues, options, mediaId, size, ...row }: Row): VariantCard {
  const optionNames = optionValues.map(
    (code, index) => options[index]?.values.find((value) => value.code === code)?.name ?? { en: code },
  );
  return { ...row, optionNames, imageUrl: mediaId === null ? null : `/media/${mediaId}/${size}` };
}

/** Ids of a product's variants, in their order; none for an unknown product. */
export async function variantIdsOfProduct(tx: Tx, productId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select id from catalog.variant where merchant_id = ${tx.merchantId} and product_id = ${productId} order by position, id`);
  return rows.map((row) => row.id);
}

/** Product and SKU of each variant; unknown variants are left out. */
export async function productsOfVariants(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { productId: string; sku: string }>> {
  const rows = await tx.rows<{ id: string; productId: string; sku: string }>(sql`
    select id, product_id as "productId", sku from catalog.variant where merchant_id = ${tx.merchantId} and id = any (${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Ids of all variants, in a fixed order. */
export async function listVariantIds(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    sql`select id from catalog.variant where merchant_id = ${tx.merchantId} order by product_id, position, id`,
  );
  return rows.map((row) => row.id);
}

/** Ids of variants whose product or own text has all the words (already normalised), at most `limit`. */
export async function searchVariantIds(tx: Tx, words: string, limit: number): Promise<string[]> {
  const likes = words
    .split(' ')
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await tx.rows<{ id: string }>(sql`
    select v.id from catalog.variant v join catalog.product p on p.merchant_id = v.merchant_id and p.id = v.product_id
    where v.merchant_id = ${tx.merchantId} and (p.search_text || ' ' || v.search_text) like all (${likes}::text[])
    order by v.product_id, v.position limit ${limit}`);
  return rows.map((row) => row.id);
}

/** The variants with these SKUs; unknown ones are left out. */
export async function findVariantsBySku(
  tx: Tx,
  skus: readonly string[],
): Promise<Map<string, { id: string; productId: string }>> {
  const rows = await tx.rows<{ sku: string; id: string; productId: string }>(sql`
    select sku, id, product_id as "productId" from catalog.variant where merchant_id = ${tx.merchantId} and sku = any (${[...new Set(skus)]}::text[])`);
  return new Map(rows.map(({ sku, ...row }) => [sku, row]));
}

/** By channel, the products of these variants that it shows; every channel has its set, perhaps an empty one. */
export async function publishedProductsOf(
  tx: Tx,
  channelIds: readonly string[],
  variantIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  if (channelIds.length === 0) return new Map();
  // By product and not by channel: a channel shows most of the catalogue, and reading that was the dearest part of a payment.
  const rows = await tx.rows<{ product_id: string; channel_ids: string[] }>(sql`
    select v.product_id, array(
      select p.channel_id from catalog.publication p
      where p.merchant_id = v.merchant_id and p.product_id = v.product_id and p.channel_id = any (${[...channelIds]}::uuid[])
    ) as channel_ids
    from catalog.variant v where v.merchant_id = ${tx.merchantId} and v.id = any (${[...variantIds]}::uuid[])`);
  const published = new Map(channelIds.map((channelId) => [channelId, new Set<string>()]));
  for (const row of rows) for (const channelId of row.channel_ids) published.get(channelId)?.add(row.product_id);
  return published;
}
