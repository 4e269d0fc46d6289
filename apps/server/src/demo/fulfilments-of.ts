/** The fulfilment groups of demo orders. */
import { sql } from '../platform/sql.ts';
import { readAs } from '../platform/transaction.ts';
import type { History } from './history.ts';

/** Ids by order, in one read. */
export async function fulfilmentsOf(
  { platform, world }: History,
  orderIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await readAs(platform.pool, world.merchantId, (tx) =>
    tx.rows<{ id: string; orderId: string }>(sql`
    select id, order_id as "orderId" from orders.fulfilment where merchant_id = ${world.merchantId} and order_id = any (${[...orderIds]}::uuid[]) order by id`),
  );
  return new Map(
    [...Map.groupBy(rows, (row) => row.orderId)].map(([orderId, groups]) => [orderId, groups.map((group) => group.id)]),
  );
}
