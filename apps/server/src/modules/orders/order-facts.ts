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
