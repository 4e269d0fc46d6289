/** What the `orders` stream tells reports and screens of a sale: net figures, as the dictionary of reports counts them. */
import type { OrderFactLine, OrderRow } from '@tandem/contract/feeds.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type NewOrder, totalOf } from './order-rows.ts';

export function tellSale(tx: Tx, order: NewOrder): void {
  const row: OrderRow = {
    type: 'sale',
    orderId: order.id,
    number: order.number,
    channelId: order.channelId,
    locationId: order.locationId,
    businessDate: order.businessDate,
    at: order.placedAt,
    totalAmount: totalOf(order),
    shippingAmount: order.shippingNetAmount,
    shippingTaxAmount: order.shippingTaxAmount,
    lines: order.lines.map(factOf),
  };
  tx.changes.add('orders', row);
}

/** The difference that an edit makes to a sale, in the day and hour that it was sold in: what it was is taken away. */
export function tellEdit(
  tx: Tx,
  head: Omit<OrderRow, 'type' | 'lines'>,
  before: readonly OrderFactLine[],
  now: NewOrder,
): void {
  const away = before.map((line) => ({
    ...line,
    quantity: 0 - line.quantity,
    grossAmount: 0 - line.grossAmount,
    discountAmount: 0 - line.discountAmount,
    netAmount: 0 - line.netAmount,
    taxAmount: 0 - line.taxAmount,
    costAmount: 0 - line.costAmount,
  }));
  tx.changes.add('orders', { ...head, type: 'edit', lines: [...away, ...now.lines.map(factOf)] } satisfies OrderRow);
}

function factOf(line: NewOrder['lines'][number]): OrderFactLine {
  return {
    variantId: line.variantId,
    productId: line.productId,
    quantity: line.quantity,
    grossAmount: line.netAmount + line.discountNetAmount,
    discountAmount: line.discountNetAmount,
    netAmount: line.netAmount,
    taxAmount: line.taxAmount,
    costAmount: line.costAmount,
  };
}
