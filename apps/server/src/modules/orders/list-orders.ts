/** Orders and sales of all channels, newest first. */
import type { Answer, Query } from '@tandem/contract/index.ts';
import { orderHeadline } from '@tandem/domain/orders/order-headline.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { join, type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { memberNames } from '../members/index.ts';
import { sellingFacts } from '../merchants/index.ts';
import type { StoredFulfilment } from './fulfilment-rows.ts';

type Row = { memberId: string | null } & Omit<Answer<'GET /api/orders'>['items'][number], 'headline' | 'placedAt'> & {
    placedAt: Date;
    roundingAmount: number;
    fulfilments: StoredFulfilment['state'][];
  };

/** A page of orders; staff limited to locations see the sales there and the orders served from there. */
export async function listOrders(
  tx: Tx,
  query: Query<'GET /api/orders'>,
  locationIds: readonly string[] | null,
): Promise<Answer<'GET /api/orders'>> {
  const limit = query.limit ?? 50;
  const channels = query.channelKind === undefined ? [] : [...(await sellingFacts(tx)).channels.values()];
  const channelIds = channels.filter((channel) => channel.kind === query.channelKind).map((channel) => channel.id);
  const rows = await tx.rows<Row>(sql`
    select o.id, o.number, o.state, o.channel_id as "channelId", o.location_id as "locationId", o.register_id as "registerId", o.staff_id as "staffId", o.member_id as "memberId", o.currency,
      o.total_amount as "totalAmount", o.rounding_amount as "roundingAmount", o.paid_amount as "paidAmount", o.refunded_amount as "refundedAmount", o.placed_at as "placedAt",
      o.business_date as "businessDate", o.contact->>'name' as "customerName",
      (select coalesce(sum(l.quantity), 0)::bigint from orders.order_line l where l.merchant_id = o.merchant_id and l.order_id = o.id) as units,
      array(select f.state from orders.fulfilment f where f.merchant_id = o.merchant_id and f.order_id = o.id) as fulfilments
    from orders."order" o where ${join(conditionsOf(tx, query, locationIds, channelIds), ' and ')}
    order by o.placed_at desc, o.id desc limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const names = await memberNames(
    tx,
    page.flatMap((row) => row.memberId ?? []),
  );
  return {
    items: page.map((row) => viewOf(row, names)),
    nextCursor: rows.length > limit && last !== undefined ? `${last.placedAt.toISOString()}_${last.id}` : null,
  };
}

function conditionsOf(
  tx: Tx,
  query: Query<'GET /api/orders'>,
  locationIds: readonly string[] | null,
  channelIds: readonly string[],
): Sql[] {
  const conditions: Sql[] = [sql`o.merchant_id = ${tx.merchantId}`];
  if (query.state !== undefined) conditions.push(sql`o.state = ${query.state}`);
  if (query.channelKind !== undefined) conditions.push(sql`o.channel_id = any (${[...channelIds]}::uuid[])`);
  if (query.channelId !== undefined) conditions.push(sql`o.channel_id = ${query.channelId}`);
  if (query.locationId !== undefined) conditions.push(atLocations([query.locationId]));
  if (query.memberId !== undefined) conditions.push(sql`o.member_id = ${query.memberId}`);
  if (locationIds !== null) conditions.push(atLocations(locationIds));
  if (query.from !== undefined) conditions.push(sql`o.business_date >= ${query.from}`);
  if (query.to !== undefined) conditions.push(sql`o.business_date <= ${query.to}`);
  if (query.toFulfil === true) {
    conditions.push(
      sql`o.state = 'placed' and exists (select 1 from orders.fulfilment f where f.merchant_id = o.merchant_id and f.order_id = o.id and f.state in ('open', 'picked'))`,
    );
  }
  if (query.search !== undefined && query.search.trim() !== '') {
    const like = `%${query.search.trim().replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      sql`(o.number ilike ${like} or o.contact->>'name' ilike ${like} or o.contact->>'email' ilike ${like})`,
    );
  }
  const before = readCursor(query.cursor, ['instant', 'id']);
  if (before !== undefined) conditions.push(sql`(o.placed_at, o.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)`);
  return conditions;
}

function atLocations(ids: readonly string[]): Sql {
  return sql`(o.location_id = any (${[...ids]}::uuid[]) or exists (
    select 1 from orders.fulfilment f where f.merchant_id = o.merchant_id and f.order_id = o.id and f.location_id = any (${[...ids]}::uuid[])))`;
}

function viewOf({ roundingAmount, fulfilments, placedAt, memberId, ...row }: Row, names: ReadonlyMap<string, string>) {
  const total = row.totalAmount + roundingAmount;
  return {
    ...row,
    placedAt: placedAt.toISOString(),
    customerName: row.customerName ?? names.get(memberId ?? '') ?? null,
    headline: orderHeadline({
      state: row.state,
      fulfilments,
      total,
      balanceDue: total - row.paidAmount,
      refunded: row.refundedAmount,
    }),
  };
}
