/** The brands and tags that products carry, to be picked from. */
import type { Answer } from '@tandem/contract/index.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

type Labels = Answer<'GET /api/brands'>['items'];

const labelsMax = 5000;

/** Brands of products that are not archived, by name, with how many products carry each. */
export function listBrands(tx: Tx): Promise<Labels> {
  return tx.rows(sql`
    select brand as name, count(*)::bigint as "productCount" from catalog.product
    where merchant_id = ${tx.merchantId} and status <> 'archived' and brand <> '' group by 1 order by lower(brand), 1 limit ${labelsMax}`);
}

/** Tags of products that are not archived, by name, with how many products carry each. */
export function listTags(tx: Tx): Promise<Labels> {
  return tx.rows(sql`
    select tag as name, count(*)::bigint as "productCount" from (
      select distinct p.id, tag from catalog.product p cross join lateral unnest(p.tags) as tag where p.merchant_id = ${tx.merchantId} and p.status <> 'archived'
    ) t group by 1 order by lower(tag), 1 limit ${labelsMax}`);
}
