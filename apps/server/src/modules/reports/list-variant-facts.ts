/** What a sheet of prices needs to know of each variant beside its prices: category, brand, unit cost. */
import type { Answer, Query } from '@tandem/contract/index.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

type Facts = Answer<'GET /api/reports/variant-facts'>;

/**
 * A page of all variants by id. The cost of a piece is the mean over everything on hand, as its levels are valued; where
 * nothing is on hand, the last cost that was paid. Null for who may not see costs.
 */
export async function listVariantFacts(
  tx: Tx,
  query: Query<'GET /api/reports/variant-facts'>,
  maySeeCosts: boolean,
): Promise<Facts> {
  const from = Number(readCursor(query.cursor, ['number'])?.[0] ?? 0);
  const limit = query.limit ?? 10_000;
  const rows = await tx.rows<Facts['items'][number]>(sql`
    select v.variant_id as "variantId", p.category_id as "categoryId", p.brand,
      case when ${maySeeCosts} then (
        select case when sum(l.on_hand) > 0 then round(sum(l.value_amount)::numeric * 1000 / sum(l.on_hand)) else max(nullif(l.last_unit_cost, 0)) end
        from (select sellable + quality_control + damaged + expired + on_hold as on_hand, value_amount, last_unit_cost from inventory.stock_level
          where merchant_id = ${tx.merchantId} and variant_id = v.variant_id) l
      )::bigint end as "costAmount"
    from reports.variant_row v join reports.product_name p on p.merchant_id = v.merchant_id and p.product_id = v.product_id
    where v.merchant_id = ${tx.merchantId} order by v.variant_id limit ${limit + 1} offset ${from}`);
  return { items: rows.slice(0, limit), nextCursor: rows.length > limit ? String(from + limit) : null };
}
