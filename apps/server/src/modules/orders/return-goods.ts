/**
 * Everything of an order that did not come back yet comes back: each line its frozen share, each tender what is left on
 * it, the goods on stock where they are handed in. Promotions are never run again.
 */
import type { OrderRow } from '@tandem/contract/feeds.ts';
import { multiplyRounded } from '@tandem/domain/money/round.ts';
import { refundShares } from '@tandem/domain/orders/refund.ts';
import { returnToStock } from '@tandem/domain/stock/move-goods.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { openStockBook } from '../inventory/index.ts';
import type { LockedLine, LockedOrder, StoredTender } from './locked-order.ts';
import { printedNumber, takeNumbers } from './number-series.ts';
import { insertTenders } from './order-rows.ts';

export interface ReturnDocument {
  id: string;
  reason: string;
  /** Where the goods are handed in and the money is given back. */
  locationId: string | null;
  registerId: string | null;
  staffId: string | null;
  at: string;
  businessDate: string;
  /** `none`: the goods never left, so none come back. */
  disposition: 'sellable' | 'quality_control' | 'damaged' | 'none';
  withShipping: boolean;
}
interface ReturnLine {
  line: LockedLine;
  quantity: number;
  netAmount: number;
  taxAmount: number;
  costAmount: number;
}

/** Writes the return; gives what was paid back. The order's row is locked, and something is left to return. */
export async function returnEverything(
  tx: Tx,
  order: LockedOrder,
  lines: readonly LockedLine[],
  tenders: readonly StoredTender[],
  document: ReturnDocument,
): Promise<number> {
  const returned = lines.filter((line) => line.quantity > line.returnedQuantity).map(shareOf);
  const sums = returned.reduce((sum, line) => ({ net: sum.net + line.netAmount, tax: sum.tax + line.taxAmount }), {
    net: 0,
    tax: 0,
  });
  const shipping = document.withShipping
    ? { net: order.shippingNetAmount, tax: order.shippingTaxAmount }
    : { net: 0, tax: 0 };
  const total = sums.net + sums.tax + shipping.net + shipping.tax;
  const back = order.paidAmount - order.refundedAmount;
  await insertReturn(tx, order, document, {
    ...sums,
    shipping,
    total,
    rounding: order.paidAmount === 0 ? 0 : back - total,
  });
  await insertReturnLines(tx, order.id, document, returned);
  await refundTenders(tx, order, tenders, document);
  await tx.run(sql`
    update orders.order_line set returned_quantity = quantity where merchant_id = ${tx.merchantId} and order_id = ${order.id}`);
  await tx.run(sql`
    update orders."order" set refunded_amount = refunded_amount + ${back} where merchant_id = ${tx.merchantId} and id = ${order.id}`);
  if (document.disposition !== 'none') await putBack(tx, returned, document);
  tellReturn(tx, order, document, returned, { total, shipping });
  return back;
}

function shareOf(line: LockedLine): ReturnLine {
  const quantity = line.quantity - line.returnedQuantity;
  const share = refundShares(
    { ...line, grossAmount: line.netAmount + line.taxAmount },
    line.returnedQuantity,
    quantity,
  );
  const costBefore = multiplyRounded(line.costAmount, line.returnedQuantity, line.quantity);
  return {
    line,
    quantity,
    netAmount: share.netAmount,
    taxAmount: share.taxAmount,
    costAmount: line.costAmount - costBefore,
  };
}

async function insertReturn(
  tx: Tx,
  order: LockedOrder,
  document: ReturnDocument,
  money: { net: number; tax: number; shipping: { net: number; tax: number }; total: number; rounding: number },
): Promise<void> {
  const number = (await takeNumbers(tx, new Map([['R', 1]]))).get('R') ?? 0;
  await tx.run(sql`
    insert into orders."return" (merchant_id, id, order_id, number, location_id, channel_id, register_id, staff_id, reason, net_amount, tax_amount,
      shipping_net_amount, shipping_tax_amount, rounding_amount, total_amount, at, business_date)
    values (${tx.merchantId}, ${document.id}, ${order.id}, ${printedNumber('R', number)}, ${document.locationId}, ${order.channelId}, ${document.registerId}, ${document.staffId},
      ${document.reason}, ${money.net}, ${money.tax}, ${money.shipping.net}, ${money.shipping.tax}, ${money.rounding}, ${money.total}, ${document.at}, ${document.businessDate})`);
}

async function insertReturnLines(
  tx: Tx,
  orderId: string,
  document: ReturnDocument,
  returned: readonly ReturnLine[],
): Promise<void> {
  await tx.run(sql`
    insert into orders.return_line (merchant_id, return_id, order_id, disposition, line_no, quantity, net_amount, tax_amount, cost_amount)
    select ${tx.merchantId}::uuid, ${document.id}::uuid, ${orderId}::uuid, ${document.disposition}, l.* from unnest(
      ${returned.map((one) => one.line.lineNo)}::int[], ${returned.map((one) => one.quantity)}::bigint[], ${returned.map((one) => one.netAmount)}::bigint[],
      ${returned.map((one) => one.taxAmount)}::bigint[], ${returned.map((one) => one.costAmount)}::bigint[]) as l`);
}

async function refundTenders(
  tx: Tx,
  order: LockedOrder,
  tenders: readonly StoredTender[],
  document: ReturnDocument,
): Promise<void> {
  const left = new Map<StoredTender['kind'], number>();
  for (const tender of tenders) left.set(tender.kind, (left.get(tender.kind) ?? 0) + tender.amount);
  const refunds = [...left].filter(([, amount]) => amount > 0);
  insertTenders(
    tx,
    refunds.map(([kind, amount], index) => ({
      orderId: order.id,
      entryNo: tenders.length + index + 1,
      kind,
      event: 'refunded' as const,
      amount: -amount,
      tenderedAmount: null,
      changeAmount: null,
      returnId: document.id,
      locationId: document.locationId,
      staffId: document.staffId,
      at: document.at,
      businessDate: document.businessDate,
    })),
  );
}

async function putBack(tx: Tx, returned: readonly ReturnLine[], document: ReturnDocument): Promise<void> {
  const known = returned.flatMap((one) => {
    const locationId = document.locationId ?? one.line.locationId;
    return one.line.variantId === null || locationId === null
      ? []
      : [{ ...one, key: { locationId, variantId: one.line.variantId } }];
  });
  const book = await openStockBook(
    tx,
    known.map((one) => one.key),
  );
  const bucket =
    document.disposition === 'quality_control'
      ? 'qualityControl'
      : document.disposition === 'damaged'
        ? 'damaged'
        : 'sellable';
  for (const one of known) {
    for (const movement of returnToStock(book.level(one.key), bucket, one.quantity, one.costAmount)) {
      book.post(one.key, movement, {
        documentId: document.id,
        lineNo: one.line.lineNo,
        at: document.at,
        businessDate: document.businessDate,
      });
    }
  }
  book.write(tx);
}

function tellReturn(
  tx: Tx,
  order: LockedOrder,
  document: ReturnDocument,
  returned: readonly ReturnLine[],
  money: { total: number; shipping: { net: number; tax: number } },
): void {
  const row: OrderRow = {
    type: 'return',
    orderId: order.id,
    number: order.number,
    channelId: order.channelId,
    locationId: document.locationId ?? order.locationId,
    businessDate: document.businessDate,
    at: document.at,
    totalAmount: money.total,
    shippingAmount: money.shipping.net,
    shippingTaxAmount: money.shipping.tax,
    lines: returned.map((one) => ({
      variantId: one.line.variantId,
      productId: one.line.productId,
      quantity: one.quantity,
      grossAmount: one.netAmount,
      discountAmount: 0,
      netAmount: one.netAmount,
      taxAmount: one.taxAmount,
      costAmount: one.costAmount,
    })),
  };
  tx.changes.add('orders', row);
}
