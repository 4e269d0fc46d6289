/** Claims with an expiry, made when payment starts and turned into commitments when the order is placed. */

import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { releaseHold } from '@tandem/domain/stock/claim-stock.ts';
import { isStockRefusal } from '@tandem/domain/stock/movement.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts } from '../merchants/index.ts';
import { openStockBook, type StockBook } from './stock-book.ts';

export interface Hold {
  /** The basket that is being paid. */
  id: string;
  lineNo: number;
  locationId: string;
  variantId: string;
  quantity: number;
}

/** Writes the holds of payments that just started. */
export function insertHolds(tx: Tx, holds: readonly Hold[], expiresAt: string): void {
  if (holds.length === 0) return;
  tx.later(sql`
    insert into inventory.hold (merchant_id, id, line_no, location_id, variant_id, quantity, expires_at)
    select ${tx.merchantId}::uuid, h.*, ${expiresAt}::timestamptz
    from unnest(${holds.map((hold) => hold.id)}::uuid[], ${holds.map((hold) => hold.lineNo)}::int[], ${holds.map((hold) => hold.locationId)}::uuid[],
      ${holds.map((hold) => hold.variantId)}::uuid[], ${holds.map((hold) => hold.quantity)}::bigint[]) as h`);
}

/** Takes the holds of these baskets away, to be committed or released by the caller in the same transaction. */
export async function takeHolds(tx: Tx, ids: readonly string[]): Promise<Hold[]> {
  if (ids.length === 0) return [];
  return tx.rows<Hold>(sql`
    delete from inventory.hold where merchant_id = ${tx.merchantId} and id = any (${[...ids]}::uuid[])
    returning id, line_no as "lineNo", location_id as "locationId", variant_id as "variantId", quantity`);
}

/** Gives held goods back to everybody. */
export function releaseHolds(book: StockBook, holds: readonly Hold[], at: string, day: string): void {
  for (const hold of holds) {
    const movement = releaseHold(book.level(hold), hold.quantity);
    if (isStockRefusal(movement)) throw new Error('A hold is larger than what is held');
    book.post(hold, movement, { documentId: hold.id, lineNo: hold.lineNo, at, businessDate: day });
  }
}

/** Is there a hold that ran out? Asked before `expireHolds`, so that a quiet shop remembers no commands for nothing. */
export async function anyHoldExpired(tx: Tx, at: string): Promise<boolean> {
  const hold = await tx.row(
    sql`select 1 from inventory.hold where merchant_id = ${tx.merchantId} and expires_at <= ${at} limit 1`,
  );
  return hold !== undefined;
}

/** Lets holds go that ran out; safe to run at any time and on every node. Gives how many. */
export const expireHolds = singleKind('stock.expire_holds', async (tx: Tx, command: Command<object>) => {
  const holds = await tx.rows<Hold>(sql`
    delete from inventory.hold where (merchant_id, id, line_no) in (
      select merchant_id, id, line_no from inventory.hold
      where merchant_id = ${tx.merchantId} and expires_at <= ${command.at}
      order by expires_at limit 500 for update skip locked)
    returning id, line_no as "lineNo", location_id as "locationId", variant_id as "variantId", quantity`);
  const facts = await sellingFacts(tx);
  const book = await openStockBook(tx, holds);
  releaseHolds(book, holds, command.at, businessDate(command.at, facts.timeZone, facts.dayCutOffHour));
  book.write(tx);
  return { released: holds.length };
});
