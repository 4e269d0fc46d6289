/** Appends to the stock ledger with one statement. */
import type { Movement } from '@tandem/domain/stock/movement.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Posted } from './stock-book.ts';

export function insertMovements(tx: Tx, posted: readonly Posted[]): void {
  const of = (field: keyof Movement) => posted.map((entry) => entry.movement[field] ?? 0);
  tx.later(sql`
    insert into inventory.movement (merchant_id, location_id, variant_id, entry_no, at, business_date, reason, counterparty, document_id, line_no,
      sellable, quality_control, damaged, expired, on_hold, committed, held, staged, in_transit, on_order, value_amount)
    select ${tx.merchantId}::uuid, * from unnest(
      ${posted.map((entry) => entry.locationId)}::uuid[], ${posted.map((entry) => entry.variantId)}::uuid[], ${posted.map((entry) => entry.entryNo)}::bigint[],
      ${posted.map((entry) => entry.at)}::timestamptz[], ${posted.map((entry) => entry.businessDate)}::date[],
      ${of('reason')}::text[], ${of('counterparty')}::text[], ${posted.map((entry) => entry.documentId)}::uuid[], ${posted.map((entry) => entry.lineNo)}::int[],
      ${of('sellable')}::bigint[], ${of('qualityControl')}::bigint[], ${of('damaged')}::bigint[], ${of('expired')}::bigint[], ${of('onHold')}::bigint[],
      ${of('committed')}::bigint[], ${of('held')}::bigint[], ${of('staged')}::bigint[], ${of('inTransit')}::bigint[], ${of('onOrder')}::bigint[],
      ${of('valueAmount')}::bigint[])`);
}
