/**
 * Writes a return that the domain settled: its lines with their frozen shares, the goods on stock, the money on its tenders,
 * the news for the reports. A cancelled order and a refund of everything come through here, too.
 */
import type { OrderRow } from '@tandem/contract/feeds.ts';
import { goneOf, type SettledReturn } from '@tandem/domain/orders/settle-return.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { goodsReturned } from './line-components.ts';
import { printedNumber, takeNumbers } from './number-series.ts';
import { insertTenders } from './order-rows.ts';
import { type Disposition, putBack } from './put-back.ts';
import type { OrderView } from './read-order.ts';

export interface ReturnDocument {
  id: string;
  reason: string;
  /** Where the goods are handed in and the money is given back. */
  locationId: string | null;
  registerId: string | null;
  staffId: string | null;
  at: string;
  businessDate: string;
  /** Of a line; `none`: the goods never left, so none come back. */
  dispositionOf(lineNo: number): Disposition | 'none';
}
type SoldLine = OrderView['lines'][number];
interface ReturnLine {
  line: SoldLine;
  share: SettledReturn['lines'][number];
  goods: ReturnType<typeof goodsReturned>;
  /** The original cost of what comes back. */
  costAmount: number;
  disposition: Disposition | 'none';
}

/** Writes the return; gives its printed number. The order's row is locked, and `order` was read under that lock. */
export async function writeReturn(
  tx: Tx,
  order: OrderView,
  settled: SettledReturn,
  document: ReturnDocument,
): Promise<string> {
  const lines = settled.lines.map((share): ReturnLine => {
    const line = order.lines.find((one) => one.lineNo === share.lineNo) as SoldLine;
    const disposition = document.dispositionOf(share.lineNo);
    const goods = goodsReturned(line, goneBefore(order, line), share.quantity);
    const costAmount = goods.reduce((sum, one) => sum + one.costAmount, 0);
    return { line, share, goods, costAmount, disposition };
  });
  const back = lines.flatMap(({ line, goods, disposition }) =>
    disposition === 'none'
      ? []
      : goods
          .filter((one) => one.quantity > 0)
          .map((one) => ({
            ...one,
            lineNo: line.lineNo,
            locationId: document.locationId ?? line.locationId,
            disposition,
          })),
  );
  if (back.length > 0) await putBack(tx, back, document);
  // After the goods, as a cancellation locks them.
  const number = printedNumber('R', (await takeNumbers(tx, new Map([['R', 1]]))).get('R') ?? 0);
  await insertReturn(tx, order, settled, document, number);
  await insertReturnLines(tx, order.id, document, lines);
  refundTenders(tx, order, settled, document);
  const paidBack = settled.tenders.reduce((sum, { amount }) => sum + amount, 0);
  await tx.run(sql`
    update orders.order_line l set returned_quantity = l.returned_quantity + r.quantity
    from unnest(${lines.map(({ line }) => line.lineNo)}::int[], ${lines.map(({ share }) => share.quantity)}::bigint[]) as r (line_no, quantity)
    where l.merchant_id = ${tx.merchantId} and l.order_id = ${order.id} and l.line_no = r.line_no`);
  await tx.run(sql`
    update orders."order" set refunded_amount = refunded_amount + ${paidBack} where merchant_id = ${tx.merchantId} and id = ${order.id}`);
  tellReturn(tx, order, settled, document, lines);
  return number;
}

const goneBefore = (order: OrderView, line: SoldLine): number =>
  goneOf(order, line.lineNo).reduce((sum, run) => sum + run.quantity, 0);

async function insertReturn(
  tx: Tx,
  order: OrderView,
  settled: SettledReturn,
  document: ReturnDocument,
  number: string,
): Promise<void> {
  await tx.run(sql`
    insert into orders."return" (merchant_id, id, order_id, number, location_id, channel_id, register_id, staff_id, reason, net_amount, tax_amount,
      shipping_net_amount, shipping_tax_amount, rounding_amount, total_amount, at, business_date)
    values (${tx.merchantId}, ${document.id}, ${order.id}, ${number}, ${document.locationId}, ${order.channelId}, ${document.registerId}, ${document.staffId},
      ${document.reason}, ${settled.netAmount}, ${settled.taxAmount}, ${settled.shippingNetAmount}, ${settled.shippingTaxAmount}, ${settled.roundingAmount}, ${settled.totalAmount},
      ${document.at}, ${document.businessDate})`);
}

async function insertReturnLines(
  tx: Tx,
  orderId: string,
  document: ReturnDocument,
  lines: readonly ReturnLine[],
): Promise<void> {
  const shares = lines.map(({ share }) => share);
  await tx.run(sql`
    insert into orders.return_line (merchant_id, return_id, order_id, line_no, quantity, net_amount, tax_amount, cost_amount, disposition, units)
    select ${tx.merchantId}::uuid, ${document.id}::uuid, ${orderId}::uuid, l.* from unnest(
      ${shares.map((one) => one.lineNo)}::int[], ${shares.map((one) => one.quantity)}::bigint[], ${shares.map((one) => one.netAmount)}::bigint[],
      ${shares.map((one) => one.taxAmount)}::bigint[], ${lines.map((one) => one.costAmount)}::bigint[], ${lines.map((one) => one.disposition)}::text[],
      ${shares.map((one) => JSON.stringify(one.units))}::jsonb[]) as l`);
}

function refundTenders(tx: Tx, order: OrderView, settled: SettledReturn, document: ReturnDocument): void {
  insertTenders(
    tx,
    settled.tenders.map(({ entryNo, kind, amount }, index) => ({
      orderId: order.id,
      entryNo: order.tenders.length + index + 1,
      kind: kind as OrderView['tenders'][number]['kind'],
      event: 'refunded' as const,
      amount: 0 - amount,
      tenderedAmount: null,
      changeAmount: null,
      returnId: document.id,
      refundsEntryNo: entryNo,
      locationId: document.locationId,
      staffId: document.staffId,
      at: document.at,
      businessDate: document.businessDate,
    })),
  );
}

function tellReturn(
  tx: Tx,
  order: OrderView,
  settled: SettledReturn,
  document: ReturnDocument,
  lines: readonly ReturnLine[],
): void {
  const row: OrderRow = {
    type: 'return',
    orderId: order.id,
    number: order.number,
    channelId: order.channelId,
    locationId: document.locationId ?? order.locationId,
    businessDate: document.businessDate,
    at: document.at,
    totalAmount: settled.totalAmount,
    shippingAmount: settled.shippingNetAmount,
    shippingTaxAmount: settled.shippingTaxAmount,
    lines: lines.map(({ line, share, costAmount }) => ({
      variantId: line.variantId,
      productId: line.productId,
      quantity: share.quantity,
      grossAmount: share.netAmount,
      discountAmount: 0,
      netAmount: share.netAmount,
      taxAmount: share.taxAmount,
      costAmount,
    })),
  };
  tx.changes.add('orders', row);
}
