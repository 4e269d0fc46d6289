/** An order under lock, as the commands that change it need it. */

import type { OrderStateRow } from '@tandem/contract/feeds.ts';
import { newId } from '../../platform/ids.ts';
import { notFound } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type LockedComponent, lockedComponents } from './line-components.ts';

export interface LockedOrder {
  id: string;
  number: string;
  state: 'placed' | 'closed' | 'cancelled';
  channelId: string;
  locationId: string | null;
  netAmount: number;
  taxAmount: number;
  shippingNetAmount: number;
  shippingTaxAmount: number;
  roundingAmount: number;
  totalAmount: number;
  paidAmount: number;
  refundedAmount: number;
  businessDate: string;
  placedAt: Date;
}
export interface LockedLine {
  lineNo: number;
  productId: string | null;
  variantId: string | null;
  quantity: number;
  returnedQuantity: number;
  netAmount: number;
  taxAmount: number;
  costAmount: number;
  locationId: string | null;
  /** What it is made of, frozen; empty unless it is a bundle. */
  components: LockedComponent[];
}
export interface StoredTender {
  entryNo: number;
  kind: 'cash' | 'card' | 'test' | 'in_store' | 'external';
  event: 'captured' | 'refunded';
  amount: number;
}

/** Locks the order's row; every command on an order begins here. 404 when it is not there. */
export async function lockOrder(tx: Tx, id: string): Promise<LockedOrder> {
  const row = await tx.row<LockedOrder>(sql`
    select id, number, state, channel_id as "channelId", location_id as "locationId", net_amount as "netAmount", tax_amount as "taxAmount",
      shipping_net_amount as "shippingNetAmount", shipping_tax_amount as "shippingTaxAmount", rounding_amount as "roundingAmount", total_amount as "totalAmount",
      paid_amount as "paidAmount", refunded_amount as "refundedAmount", business_date as "businessDate", placed_at as "placedAt"
    from orders."order" where merchant_id = ${tx.merchantId} and id = ${id} for update`);
  return row ?? notFound('order');
}

export async function linesOf(tx: Tx, orderId: string): Promise<LockedLine[]> {
  return tx.rows<LockedLine>(sql`
    select line_no as "lineNo", product_id as "productId", variant_id as "variantId", quantity, returned_quantity as "returnedQuantity", net_amount as "netAmount",
      tax_amount as "taxAmount", cost_amount as "costAmount", location_id as "locationId", ${lockedComponents} as components
    from orders.order_line l where merchant_id = ${tx.merchantId} and order_id = ${orderId} order by line_no`);
}

export async function tendersOf(tx: Tx, orderId: string): Promise<StoredTender[]> {
  return tx.rows<StoredTender>(sql`
    select entry_no as "entryNo", kind, event, amount from orders.tender where merchant_id = ${tx.merchantId} and order_id = ${orderId} order by entry_no`);
}

/** Who moved the order, when and why. */
export async function noteEvent(
  tx: Tx,
  orderId: string,
  kind: string,
  staffId: string | undefined,
  detail: object,
  at: string,
): Promise<void> {
  await tx.run(sql`
    insert into orders.order_event (merchant_id, order_id, id, kind, staff_id, detail, at)
    values (${tx.merchantId}, ${orderId}, ${newId()}, ${kind}, ${staffId ?? null}, ${JSON.stringify(detail)}, ${at})`);
  // The shopper's page is open somewhere.
  tx.changes.add('order_states', { type: 'order_state', orderId } satisfies OrderStateRow);
}
