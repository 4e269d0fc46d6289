/** Everything that a variant may cost: its base price, and its prices in lists. */
import type { PriceEntry } from '@tandem/domain/pricing/basket.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { VariantPrice } from './read-prices.ts';

export type VariantPrices = VariantPrice & { readonly entries: readonly PriceEntry[] };

/** As `pricesOf`, with the entries of all price lists; one statement. Variants without a base price are left out. */
export async function itemPricesOf(tx: Tx, variantIds: readonly string[]): Promise<Map<string, VariantPrices>> {
  const rows = await tx.rows<VariantPrices>(sql`
    select p.variant_id as "variantId", p.amount, p.compare_at_amount as "compareAtAmount", p.tax_category_id as "taxCategoryId", p.floor_amount as "floorAmount",
      coalesce((select jsonb_agg(jsonb_build_object('priceListId', e.price_list_id, 'minQuantity', e.min_quantity, 'amount', e.amount, 'compareAtAmount', e.compare_at_amount)
          order by e.price_list_id, e.min_quantity)
        from pricing.price_entry e where e.merchant_id = p.merchant_id and e.variant_id = p.variant_id), '[]') as entries
    from pricing.variant_price p where p.merchant_id = ${tx.merchantId} and p.variant_id = any (${[...variantIds]}::uuid[])`);
  return new Map(rows.map((row) => [row.variantId, row]));
}

/** Base prices as they were at an instant (ISO); variants that had none, or whose price never changed, are left out. */
export async function pricesAt(tx: Tx, variantIds: readonly string[], at: string): Promise<Map<string, number>> {
  const rows = await tx.rows<{ id: string; amount: number }>(sql`
    select distinct on (variant_id) variant_id as id, amount from pricing.price_change
    where merchant_id = ${tx.merchantId} and variant_id = any (${[...variantIds]}::uuid[]) and at <= ${at} order by variant_id, at desc`);
  return new Map(rows.map((row) => [row.id, row.amount]));
}

/** The same of many variants, each at its own instant, in their order; undefined where it had none. */
export async function pricesAtEach(
  tx: Tx,
  asked: readonly { variantId: string; at: string }[],
): Promise<(number | undefined)[]> {
  if (asked.length === 0) return [];
  const rows = await tx.rows<{ place: number; amount: number }>(sql`
    select n.place::int as place, p.amount from unnest(${asked.map((one) => one.variantId)}::uuid[], ${asked.map((one) => one.at)}::timestamptz[])
      with ordinality as n (variant_id, at, place)
    cross join lateral (
      select amount from pricing.price_change c where c.merchant_id = ${tx.merchantId} and c.variant_id = n.variant_id and c.at <= n.at order by c.at desc limit 1
    ) p`);
  const found = new Map(rows.map(({ place, amount }) => [place, amount]));
  return asked.map((_, index) => found.get(index + 1));
}

export interface PriceHistory {
  lowest30DaysAmount: number | null;
  items: { amount: number; compareAtAmount: number | null; from: string }[];
}

const dayMs = 86_400_000;

/** The last 200 base prices of a variant, the newest first, and the lowest that counted in the 30 days before the price of now. */
export async function priceHistoryOf(tx: Tx, variantId: string): Promise<PriceHistory> {
  const rows = await tx.rows<{ amount: number; compareAtAmount: number | null; from: Date }>(sql`
    select amount, compare_at_amount as "compareAtAmount", at as "from" from pricing.price_change
    where merchant_id = ${tx.merchantId} and variant_id = ${variantId} order by at desc limit 200`);
  const [now, ...before] = rows;
  return {
    lowest30DaysAmount: now === undefined ? null : lowestBefore(now.from.getTime() - 30 * dayMs, before),
    items: rows.map((row) => ({ ...row, from: row.from.toISOString() })),
  };
}

/** The lowest of the prices that counted after `since`: those set after it, and the one that was in force at it. */
function lowestBefore(since: number, before: readonly { amount: number; from: Date }[]): number | null {
  let lowest: number | null = null;
  for (const row of before) {
    lowest = lowest === null ? row.amount : Math.min(lowest, row.amount);
    if (row.from.getTime() <= since) break;
  }
  return lowest;
}
