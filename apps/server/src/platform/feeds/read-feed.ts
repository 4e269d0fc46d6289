/** Reading the feeds: whole transactions after a position. */
import { sql } from '../sql.ts';
import type { Tx } from '../transaction.ts';

export interface FeedEntry {
  stream: string;
  position: number;
  at: Date;
  rows: unknown[];
}

/** At most `limit` entries of each stream after the reader's positions, in order. */
export async function readFeed(tx: Tx, after: ReadonlyMap<string, number>, limit: number): Promise<FeedEntry[]> {
  const streams = [...after.keys()];
  return tx.rows<FeedEntry>(sql`
    select e.stream, e.position, e.at, e.rows
    from unnest(${streams}::text[], ${[...after.values()]}::bigint[]) as a (stream, position)
    cross join lateral (
      select f.stream, f.position, f.at, f.rows from platform.feed_entry f
      where f.merchant_id = ${tx.merchantId} and f.stream = a.stream and f.position > a.position
      order by f.position limit ${limit}
    ) e
    order by e.stream, e.position`);
}

/** Where the named streams stand; a stream that never moved stands at 0. */
export async function streamPositions(tx: Tx, streams: readonly string[]): Promise<Record<string, number>> {
  const rows = await tx.rows<{ stream: string; position: number }>(sql`
    select stream, position from platform.stream where merchant_id = ${tx.merchantId} and stream = any (${[...streams]}::text[])`);
  const known = new Map(rows.map((row) => [row.stream, row.position]));
  return Object.fromEntries(streams.map((stream) => [stream, known.get(stream) ?? 0]));
}

/** Parses `catalog:12,orders:40`; undefined when it is not of that form. */
export function parsePositions(text: string): Map<string, number> | undefined {
  const positions = new Map<string, number>();
  for (const part of text.split(',')) {
    const match = /^([a-z_]+(?::[0-9a-f-]{36})?):(\d{1,15})$/.exec(part);
    if (match === null || positions.size === 200) return undefined;
    positions.set(match[1] as string, Number(match[2]));
  }
  return positions;
}
