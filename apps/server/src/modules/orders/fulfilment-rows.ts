/** Fulfilment groups: one order at one location by one method. */
import { newId } from '../../platform/ids.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { SourcedLine } from './source-lines.ts';

export interface NewFulfilment {
  orderId: string;
  method: 'ship' | 'pickup';
  lines: readonly SourcedLine[];
}

/** Opens a group for each location that serves an order. */
export function insertFulfilments(tx: Tx, orders: readonly NewFulfilment[], at: string): void {
  const groups = orders.flatMap((order) =>
    [...new Set(order.lines.map((line) => line.locationId))].map((locationId) => ({
      id: newId(),
      ...order,
      locationId,
      lines: order.lines.filter((line) => line.locationId === locationId),
    })),
  );
  if (groups.length === 0) return;
  const lines = groups.flatMap((group) =>
    group.lines.map((line) => ({ ...line, fulfilmentId: group.id, orderId: group.orderId })),
  );
  tx.later(sql`
    insert into orders.fulfilment (merchant_id, state, created_at, updated_at, id, order_id, location_id, method)
    select ${tx.merchantId}::uuid, 'open', ${at}::timestamptz, ${at}::timestamptz, f.* from unnest(
      ${groups.map((group) => group.id)}::uuid[], ${groups.map((group) => group.orderId)}::uuid[], ${groups.map((group) => group.locationId)}::uuid[], ${groups.map((group) => group.method)}::text[]) as f`);
  tx.later(sql`
    insert into orders.fulfilment_line (merchant_id, fulfilment_id, line_no, order_id, variant_id, quantity)
    select ${tx.merchantId}::uuid, l.* from unnest(
      ${lines.map((line) => line.fulfilmentId)}::uuid[], ${lines.map((line) => line.lineNo)}::int[], ${lines.map((line) => line.orderId)}::uuid[],
      ${lines.map((line) => line.variantId)}::uuid[], ${lines.map((line) => line.quantity)}::bigint[]) as l`);
}

export interface StoredFulfilment {
  id: string;
  orderId: string;
  locationId: string;
  method: 'ship' | 'pickup';
  state: 'open' | 'picked' | 'handed_over' | 'shipped' | 'cancelled';
  updatedAt: Date;
  lines: { lineNo: number; variantId: string; quantity: number }[];
}

/** The groups of an order, oldest first. */
export async function fulfilmentsOf(tx: Tx, orderId: string): Promise<StoredFulfilment[]> {
  return tx.rows<StoredFulfilment>(sql`
    select f.id, f.order_id as "orderId", f.location_id as "locationId", f.method, f.state, f.updated_at as "updatedAt",
      (select jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'variantId', l.variant_id, 'quantity', l.quantity) order by l.line_no)
        from orders.fulfilment_line l where l.merchant_id = f.merchant_id and l.fulfilment_id = f.id) as lines
    from orders.fulfilment f where f.merchant_id = ${tx.merchantId} and f.order_id = ${orderId} order by f.created_at, f.id`);
}

/** Moves a group, only from one of the named states; false when it is in another. */
export async function moveFulfilment(
  tx: Tx,
  id: string,
  from: readonly string[],
  to: StoredFulfilment['state'],
  at: string,
): Promise<boolean> {
  const moved = await tx.run(sql`
    update orders.fulfilment set state = ${to}, updated_at = ${at} where merchant_id = ${tx.merchantId} and id = ${id} and state = any (${[...from]}::text[])`);
  return moved === 1;
}
