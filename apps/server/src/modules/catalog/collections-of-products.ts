/** Which collections products belong to: put in by hand, or found by a rule. */
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

/** For a `with recursive`: `below` gives each category with itself and everything below it. */
export const categoriesBelow = (tx: Tx): Sql => sql`
  below as (
    select id as root_id, id from catalog.category where merchant_id = ${tx.merchantId}
    union select b.root_id, c.id from below b join catalog.category c on c.merchant_id = ${tx.merchantId} and c.parent_id = b.id
  )`;

/** Whether the product `p` belongs to the collection `c`; needs `categoriesBelow`. What is archived fits no rule. */
export const belongs: Sql = sql`(
  case when c.kind = 'manual'
    then exists (select 1 from catalog.collection_product m where m.merchant_id = c.merchant_id and m.collection_id = c.id and m.product_id = p.id)
  when p.status = 'archived' then false
  when c.match = 'all'
    then (c.brands = '{}' or p.brand = any (c.brands)) and (c.tags = '{}' or p.tags && c.tags)
      and (c.category_ids = '{}' or exists (select 1 from below b where b.root_id = any (c.category_ids) and b.id = p.category_id))
  else p.brand = any (c.brands) or p.tags && c.tags
      or exists (select 1 from below b where b.root_id = any (c.category_ids) and b.id = p.category_id)
  end)`;

/**
 * The ids of each product's collections that are not archived, in id order; products without any, or that the merchant does not have, are left
 * out. One statement. Changes of a collection, of its products and of products stand in the `catalog` feed.
 */
export async function collectionsOfProducts(tx: Tx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.rows<{ productId: string; collectionIds: string[] }>(sql`
    with recursive ${categoriesBelow(tx)}
    select p.id as "productId", array_agg(c.id order by c.id) as "collectionIds"
    from catalog.product p join catalog.collection c on c.merchant_id = p.merchant_id
    where p.merchant_id = ${tx.merchantId} and p.id = any (${[...ids]}::uuid[]) and c.archived_at is null and ${belongs} group by p.id`);
  return new Map(rows.map((row) => [row.productId, row.collectionIds]));
}
