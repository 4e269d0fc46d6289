/** The rows of returns without an order of ours: return, lines and money, each with one statement for a whole batch. */
import type { AppliedTax } from '@tandem/domain/tax/tax.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface UnlinkedReturnLine {
  lineNo: number;
  productId: string;
  variantId: string;
  sku: string;
  name: Record<string, string>;
  quantity: number;
  unitAmount: number;
  netAmount: number;
  taxAmount: number;
  taxes: AppliedTax[];
  costAmount: number;
}
export interface UnlinkedReturn {
  id: string;
  number: string;
  locationId: string;
  channelId: string;
  staffId: string | null;
  memberId: string | null;
  reason: string;
  source: string;
  netAmount: number;
  taxAmount: number;
  at: string;
  businessDate: string;
  lines: UnlinkedReturnLine[];
}

/** Writes the returns; their money is one tender each, taken back outside of Tandem. */
export function insertUnlinkedReturns(tx: Tx, returns: readonly UnlinkedReturn[]): void {
  const of = <K extends keyof UnlinkedReturn>(field: K) => returns.map((one) => one[field]);
  const totals = returns.map((one) => one.netAmount + one.taxAmount);
  tx.later(sql`
    insert into orders."return" (merchant_id, id, number, location_id, channel_id, staff_id, member_id, reason, source, net_amount, tax_amount, total_amount, at, business_date)
    select ${tx.merchantId}::uuid, r.* from unnest(
      ${of('id')}::uuid[], ${of('number')}::text[], ${of('locationId')}::uuid[], ${of('channelId')}::uuid[], ${of('staffId')}::uuid[], ${of('memberId')}::uuid[], ${of('reason')}::text[],
      ${of('source')}::text[], ${of('netAmount')}::bigint[], ${of('taxAmount')}::bigint[], ${totals}::bigint[], ${of('at')}::timestamptz[], ${of('businessDate')}::date[]) as r`);
  insertLines(tx, returns);
  tx.later(sql`
    insert into orders.return_tender (merchant_id, entry_no, kind, return_id, amount, location_id, staff_id, at, business_date)
    select ${tx.merchantId}::uuid, 1, 'external', t.* from unnest(
      ${of('id')}::uuid[], ${totals.map((total) => 0 - total)}::bigint[], ${of('locationId')}::uuid[], ${of('staffId')}::uuid[], ${of('at')}::timestamptz[], ${of('businessDate')}::date[]) as t`);
}

function insertLines(tx: Tx, returns: readonly UnlinkedReturn[]): void {
  const lines = returns.flatMap((one) => one.lines.map((line) => ({ returnId: one.id, ...line })));
  const of = <K extends keyof (typeof lines)[number]>(field: K) => lines.map((line) => line[field]);
  tx.later(sql`
    insert into orders.return_line (merchant_id, disposition, return_id, line_no, product_id, variant_id, sku, name, quantity, unit_amount, net_amount, tax_amount, taxes, cost_amount)
    select ${tx.merchantId}::uuid, 'sellable', l.* from unnest(
      ${of('returnId')}::uuid[], ${of('lineNo')}::int[], ${of('productId')}::uuid[], ${of('variantId')}::uuid[], ${of('sku')}::text[], ${lines.map((line) => JSON.stringify(line.name))}::jsonb[],
      ${of('quantity')}::bigint[], ${of('unitAmount')}::bigint[], ${of('netAmount')}::bigint[], ${of('taxAmount')}::bigint[], ${lines.map((line) => JSON.stringify(line.taxes))}::jsonb[],
      ${of('costAmount')}::bigint[]) as l`);
}
