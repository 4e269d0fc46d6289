/** Categories in the merchant's order. */
import type { Answer } from '@tandem/contract/index.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export type CategoryView = Answer<'GET /api/categories'>['items'][number];

/** All categories with the number of their active products. */
export async function listCategories(tx: Tx): Promise<CategoryView[]> {
  return tx.rows<CategoryView>(sql`
    select c.id, c.handle, c.name, c.parent_id as "parentId", c.rank,
      (select count(*) from catalog.product p where p.merchant_id = c.merchant_id and p.category_id = c.id and p.status = 'active')::bigint as "productCount"
    from catalog.category c where c.merchant_id = ${tx.merchantId} order by c.rank, c.handle`);
}
