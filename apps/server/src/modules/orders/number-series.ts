/** Gapless numbers: handed out under the series' row lock in the transaction that uses them. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

/** The first of `count` new numbers in each series. */
export async function takeNumbers(tx: Tx, counts: ReadonlyMap<string, number>): Promise<Map<string, number>> {
  const series = [...counts.keys()].sort();
  if (series.length === 0) return new Map();
  const rows = await tx.rows<{ series: string; last_number: number }>(sql`
    insert into orders.number_series as n (merchant_id, series, last_number)
    select ${tx.merchantId}::uuid, series, count from unnest(${series}::text[], ${series.map((name) => counts.get(name))}::bigint[]) as s (series, count) order by series
    on conflict (merchant_id, series) do update set last_number = n.last_number + excluded.last_number
    returning series, last_number`);
  return new Map(rows.map((row) => [row.series, row.last_number - (counts.get(row.series) ?? 0) + 1]));
}

/** Puts the last `count` numbers back that this transaction took and did not use: the series stays without gaps. */
export function putNumbersBack(tx: Tx, series: string, count: number): void {
  if (count === 0) return;
  tx.later(sql`
    update orders.number_series set last_number = last_number - ${count} where merchant_id = ${tx.merchantId} and series = ${series}`);
}

/** Notes numbers that a till handed out itself, so that the series never gives them again. */
export function noteNumbers(tx: Tx, highest: ReadonlyMap<string, number>): void {
  const series = [...highest.keys()].sort();
  if (series.length === 0) return;
  tx.later(sql`
    insert into orders.number_series as n (merchant_id, series, last_number)
    select ${tx.merchantId}::uuid, series, number from unnest(${series}::text[], ${series.map((name) => highest.get(name))}::bigint[]) as s (series, number) order by series
    on conflict (merchant_id, series) do update set last_number = greatest(n.last_number, excluded.last_number)`);
}

/** The highest number of a series so far, 0 for a new one. */
export async function lastNumber(tx: Tx, series: string): Promise<number> {
  const row = await tx.row<{ last_number: number }>(sql`
    select last_number from orders.number_series where merchant_id = ${tx.merchantId} and series = ${series}`);
  return row?.last_number ?? 0;
}

/** A printed number: the series and six digits at least. */
export function printedNumber(series: string, number: number): string {
  return `${series}-${String(number).padStart(6, '0')}`;
}
