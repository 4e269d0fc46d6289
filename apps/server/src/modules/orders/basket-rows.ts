/** Loading and storing baskets, many at once. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { BasketContent } from './basket.ts';

export interface StoredBasket {
  id: string;
  channelId: string;
  content: BasketContent;
  orderId: string | null;
}

/** Locks the baskets in id order. */
export async function lockBaskets(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredBasket>> {
  return byId(
    await tx.rows<StoredBasket>(sql`
    select id, channel_id as "channelId", content, order_id as "orderId" from orders.basket
    where merchant_id = ${tx.merchantId} and id = any (${[...new Set(ids)]}::uuid[]) order by id for update`),
  );
}

export async function readBasket(tx: Tx, id: string): Promise<StoredBasket | undefined> {
  return tx.row<StoredBasket>(sql`
    select id, channel_id as "channelId", content, order_id as "orderId" from orders.basket where merchant_id = ${tx.merchantId} and id = ${id}`);
}

/** Writes the baskets as they are now, new or known. */
export function storeBaskets(tx: Tx, baskets: readonly StoredBasket[], at: string): void {
  if (baskets.length === 0) return;
  tx.later(sql`
    insert into orders.basket as b (merchant_id, created_at, updated_at, id, channel_id, content, order_id)
    select ${tx.merchantId}::uuid, ${at}::timestamptz, ${at}::timestamptz, n.* from unnest(
      ${baskets.map((basket) => basket.id)}::uuid[], ${baskets.map((basket) => basket.channelId)}::uuid[], ${baskets.map((basket) => JSON.stringify(basket.content))}::jsonb[],
      ${baskets.map((basket) => basket.orderId)}::uuid[]) as n
    on conflict (merchant_id, id) do update set content = excluded.content, order_id = excluded.order_id, updated_at = excluded.updated_at`);
}

function byId(rows: StoredBasket[]): Map<string, StoredBasket> {
  return new Map(rows.map((row) => [row.id, row]));
}
