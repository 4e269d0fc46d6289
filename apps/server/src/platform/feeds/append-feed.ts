/**
 * Hands out dense positions as the last statement of a transaction. The stream's row lock is held until the commit is
 * visible, so the order of positions is the order of visibility, and a reader can prove that it missed nothing.
 */
import { sql } from '../sql.ts';
import type { Tx } from '../transaction.ts';

export interface Moved {
  stream: string;
  position: number;
}

/** Appends the transaction's changes, one entry a stream. Streams are locked in sorted order. */
export async function appendFeed(tx: Tx): Promise<Moved[]> {
  const streams = [...tx.changes.streams.keys()].sort();
  if (streams.length === 0) return [];
  const rows = streams.map((stream) => JSON.stringify(tx.changes.streams.get(stream)));
  return tx.rows<Moved>(sql`
    with changed as (
      select stream, rows, ordinality from unnest(${streams}::text[], ${rows}::jsonb[]) with ordinality as c (stream, rows, ordinality)
    ), moved as (
      insert into platform.stream as s (merchant_id, stream, position)
      select ${tx.merchantId}::uuid, stream, 1 from changed order by ordinality
      on conflict (merchant_id, stream) do update set position = s.position + 1
      returning s.stream, s.position
    )
    insert into platform.feed_entry (merchant_id, stream, position, at, rows)
    select ${tx.merchantId}::uuid, m.stream, m.position, clock_timestamp(), c.rows from moved m join changed c using (stream)
    returning stream, position`);
}
