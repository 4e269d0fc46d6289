/** What a sheet of prices needs to know of each variant beside its prices: category, brand, unit cost. */
import type { Answer, Query } from '@tandem/contract/index.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

type Facts = Answer<'GET /api/reports/variant-facts'>;

/**
 * A page of all variants by id. The cost of a piece is the mean over everything on hand, as its levels are valued; where
 * nothing is on hand, the last cost that was paid; of a bundle the sum of its components. Null for who may not see costs.
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
      case when ${maySeeCosts} then coalesce((
        select case when count(*) = count(${costOf(tx, sql`c.component_id`)}) then sum(round(${costOf(tx, sql`c.component_id`)} * c.quantity / 1000.0)) else -1 end
        from catalog.bundle_component c where c.merchant_id = ${tx.merchantId} and c.bundle_id = v.variant_id having count(*) > 0
      ), ${costOf(tx, sql`v.variant_id`)})::bigint end as "costAmount"
    from reports.variant_row v join reports.product_name p on p.merchant_id = v.merchant_id and p.product_id = v.product_id
    where v.merchant_id = ${tx.merchantId} and (${query.ids?.split(',') ?? null}::uuid[] is null or v.variant_id = any (${query.ids?.split(',') ?? null}::uuid[])) order by v.variant_id limit ${limit + 1} offset ${from}`);
  const items = rows
    .slice(0, limit)
    .map((row) => ({ ...row, costAmount: row.costAmount === -1 ? null : row.costAmount }));
  return { items, nextCursor: rows.length > limit ? String(from + limit) : null };
}

const costOf = (tx: Tx, variantId: Sql): Sql => sql`(
  select case when sum(l.on_hand) > 0 then round(sum(l.value_amount)::numeric * 1000 / sum(l.on_hand)) else max(nullif(l.last_unit_cost, 0)) end
  from (select sellable + quality_control + damaged + expired + on_hold as on_hand, value_amount, last_unit_cost from inventory.stock_level
    where merchant_id = ${tx.merchantId} and variant_id = ${variantId}) l
)`;
