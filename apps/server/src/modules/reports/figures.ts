/** Figures of sales from the roll-ups. */
import type { Answer } from '@tandem/contract/index.ts';
import { join, type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export type Figures = Answer<'GET /api/reports/sales'>['total'];

/** The sums, named as the contract names them. Profit is net − cost; the total has tax and shipping. */
export const figureColumns = sql`
  coalesce(sum(d.orders), 0)::bigint as orders, coalesce(sum(d.returns), 0)::bigint as returns, coalesce(sum(d.units), 0)::bigint as units,
  coalesce(sum(d.gross_amount), 0)::bigint as "grossAmount", coalesce(sum(d.discount_amount), 0)::bigint as "discountAmount",
  coalesce(sum(d.returned_amount), 0)::bigint as "returnedAmount", coalesce(sum(d.net_amount), 0)::bigint as "netAmount",
  coalesce(sum(d.tax_amount), 0)::bigint as "taxAmount", coalesce(sum(d.shipping_amount), 0)::bigint as "shippingAmount",
  coalesce(sum(d.net_amount + d.tax_amount + d.shipping_amount), 0)::bigint as "totalAmount", coalesce(sum(d.cost_amount), 0)::bigint as "costAmount",
  coalesce(sum(d.net_amount - d.cost_amount), 0)::bigint as "profitAmount"`;

export interface Filter {
  channelId?: string | undefined;
  locationId?: string | undefined;
  /** The only locations that the asker may see; null for all. */
  locationIds: readonly string[] | null;
}

export function filterOf(tx: Tx, filter: Filter): Sql {
  const conditions = [sql`d.merchant_id = ${tx.merchantId}`];
  if (filter.channelId !== undefined) conditions.push(sql`d.channel_id = ${filter.channelId}`);
  if (filter.locationId !== undefined) conditions.push(sql`d.location_id = ${filter.locationId}`);
  if (filter.locationIds !== null) conditions.push(sql`d.location_id = any (${[...filter.locationIds]}::uuid[])`);
  return join(conditions, ' and ');
}

/** Sums of the days from `from` to `to`, both included. */
export async function figuresOf(tx: Tx, filter: Filter, from: string, to: string): Promise<Figures> {
  const row = await tx.row<Figures>(sql`
    select ${figureColumns} from reports.daily_sales d where ${filterOf(tx, filter)} and d.business_date between ${from} and ${to}`);
  return row as Figures;
}
