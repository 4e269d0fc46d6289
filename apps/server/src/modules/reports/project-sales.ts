/**
 * Keeps the roll-ups from the `orders` stream, exactly once by position: the reader's position moves in the transaction
 * that adds the figures. Any process may do it; the position's row lock makes it one at a time.
 */
import type { OrderRow } from '@tandem/contract/feeds.ts';
import type { Pool } from 'pg';
import { readFeed } from '../../platform/feeds/read-feed.ts';
import { sql } from '../../platform/sql.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { type DayKey, type DaySums, hourOf, type ProductSums, sumDays, sumProducts } from './sum-facts.ts';

const consumer = 'reports.sales';
const entriesMax = 200;

/** Takes in what is new; true when there may be more. */
export async function projectSales(
  pool: Pool,
  merchantId: string,
  zones: (tx: Tx) => Promise<(locationId: string | null) => string>,
): Promise<boolean> {
  return readAs(pool, merchantId, async (tx) => {
    await tx.run(sql`
      insert into platform.consumer (merchant_id, consumer, stream, position) values (${merchantId}, ${consumer}, 'orders', 0) on conflict do nothing`);
    const cursor = await tx.row<{ position: number }>(sql`
      select position from platform.consumer where merchant_id = ${merchantId} and consumer = ${consumer} and stream = 'orders' for update skip locked`);
    if (cursor === undefined) return false;
    const entries = await readFeed(tx, new Map([['orders', cursor.position]]), entriesMax);
    const last = entries.at(-1);
    if (last === undefined) return false;
    if (last.position !== cursor.position + entries.length) throw new Error('The orders stream has a gap');
    const zoneOf = await zones(tx);
    const rows = entries.flatMap((entry) => entry.rows as OrderRow[]);
    await addDays(
      tx,
      sumDays(rows, (row) => hourOf(row.at, zoneOf(row.locationId))),
    );
    await addProducts(tx, sumProducts(rows));
    await tx.run(sql`
      update platform.consumer set position = ${last.position} where merchant_id = ${merchantId} and consumer = ${consumer} and stream = 'orders'`);
    return entries.length === entriesMax;
  });
}

async function addDays(tx: Tx, sums: (DayKey & DaySums)[]): Promise<void> {
  const of = <K extends keyof (DayKey & DaySums)>(field: K) => sums.map((sum) => sum[field]);
  await tx.run(sql`
    insert into reports.daily_sales as d (merchant_id, business_date, channel_id, location_id, hour, orders, returns, units, gross_amount, discount_amount, returned_amount,
      net_amount, tax_amount, shipping_amount, cost_amount)
    select ${tx.merchantId}::uuid, s.* from unnest(
      ${of('businessDate')}::date[], ${of('channelId')}::uuid[], ${of('locationId')}::uuid[], ${of('hour')}::smallint[], ${of('orders')}::bigint[], ${of('returns')}::bigint[], ${of('units')}::bigint[],
      ${of('grossAmount')}::bigint[], ${of('discountAmount')}::bigint[], ${of('returnedAmount')}::bigint[], ${of('netAmount')}::bigint[], ${of('taxAmount')}::bigint[],
      ${of('shippingAmount')}::bigint[], ${of('costAmount')}::bigint[]) as s (business_date, channel_id, location_id, hour)
    order by s.business_date, s.channel_id, s.location_id, s.hour
    on conflict (merchant_id, business_date, channel_id, location_id, hour) do update set
      orders = d.orders + excluded.orders, returns = d.returns + excluded.returns, units = d.units + excluded.units, gross_amount = d.gross_amount + excluded.gross_amount,
      discount_amount = d.discount_amount + excluded.discount_amount, returned_amount = d.returned_amount + excluded.returned_amount, net_amount = d.net_amount + excluded.net_amount,
      tax_amount = d.tax_amount + excluded.tax_amount, shipping_amount = d.shipping_amount + excluded.shipping_amount, cost_amount = d.cost_amount + excluded.cost_amount`);
}

async function addProducts(tx: Tx, sums: ProductSums[]): Promise<void> {
  if (sums.length === 0) return;
  const of = <K extends keyof ProductSums>(field: K) => sums.map((sum) => sum[field]);
  await tx.run(sql`
    insert into reports.daily_product as d (merchant_id, business_date, variant_id, channel_id, location_id, units, net_amount, cost_amount)
    select ${tx.merchantId}::uuid, s.* from unnest(
      ${of('businessDate')}::date[], ${of('variantId')}::uuid[], ${of('channelId')}::uuid[], ${of('locationId')}::uuid[], ${of('units')}::bigint[], ${of('netAmount')}::bigint[], ${of('costAmount')}::bigint[])
      as s (business_date, variant_id, channel_id, location_id)
    order by s.business_date, s.variant_id, s.channel_id, s.location_id
    on conflict (merchant_id, business_date, variant_id, channel_id, location_id) do update set
      units = d.units + excluded.units, net_amount = d.net_amount + excluded.net_amount, cost_amount = d.cost_amount + excluded.cost_amount`);
}
