/** Which ids name something of the merchant's: what others refer to is checked before it is kept. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface NamedIds {
  products: readonly string[];
  variants: readonly string[];
  categories: readonly string[];
  collections: readonly string[];
}

/** The ids of each kind that are there; an archived collection is not. One statement. */
export async function knownIds(tx: Tx, named: NamedIds): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    select id from catalog.product where merchant_id = ${tx.merchantId} and id = any (${[...named.products]}::uuid[])
    union all select id from catalog.variant where merchant_id = ${tx.merchantId} and id = any (${[...named.variants]}::uuid[])
    union all select id from catalog.category where merchant_id = ${tx.merchantId} and id = any (${[...named.categories]}::uuid[])
    union all select id from catalog.collection where merchant_id = ${tx.merchantId} and id = any (${[...named.collections]}::uuid[]) and archived_at is null`);
  return new Set(rows.map((row) => row.id));
}
