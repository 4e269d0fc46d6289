/** Variants by SKU, a page at a time, however many there are. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface SkuPage {
  /** SKU of the last variant before the page; none for the first page. The variant itself may come once more. */
  from: string | undefined;
  /** Words, already normalised, that product or variant must have. */
  words: string;
  /** Only these variants; all without it. */
  among?: readonly string[] | undefined;
  limit: number;
}

/** Ids and SKUs from `from` on, itself included, in the order of the SKUs. Reads the key, so a page costs what it holds. */
export async function pageVariantsBySku(
  tx: Tx,
  { from, words, among, limit }: SkuPage,
): Promise<{ id: string; sku: string }[]> {
  const likes = words
    .split(' ')
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const search =
    likes.length === 0
      ? sql``
      : sql`and exists (select 1 from catalog.product p where p.merchant_id = v.merchant_id and p.id = v.product_id
          and (p.search_text || ' ' || v.search_text) like all (${likes}::text[]))`;
  const only = among === undefined ? sql`` : sql`and v.id = any (${[...among]}::uuid[])`;
  const behind = from === undefined ? sql`` : sql`and v.sku >= ${from}`;
  return tx.rows(sql`
    select v.id, v.sku from catalog.variant v where v.merchant_id = ${tx.merchantId} ${behind} ${only} ${search} order by v.sku limit ${limit}`);
}

/** The SKU of a variant; undefined when the merchant has no such variant. */
export async function skuOf(tx: Tx, variantId: string): Promise<string | undefined> {
  const row = await tx.row<{ sku: string }>(
    sql`select sku from catalog.variant where merchant_id = ${tx.merchantId} and id = ${variantId}`,
  );
  return row?.sku;
}
