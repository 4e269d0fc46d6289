/** An order with its whole story, as every face shows it. */
import type { Answer } from '@tandem/contract/index.ts';
import { orderHeadline } from '@tandem/domain/orders/order-headline.ts';
import { notFound } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { memberNames } from '../members/index.ts';
import { staffNames } from '../merchants/index.ts';
import { promotionNames } from '../promotions/index.ts';
import { fulfilmentsOf } from './fulfilment-rows.ts';

export type OrderView = Answer<'GET /api/orders/:id'>;
type Head = Omit<
  OrderView,
  | 'headline'
  | 'customerName'
  | 'units'
  | 'lines'
  | 'tenders'
  | 'fulfilments'
  | 'returns'
  | 'events'
  | 'receiptUrl'
  | 'discounts'
  | 'placedAt'
  | 'member'
> & { token: string; placedAt: Date; memberId: string | null };

/** The order; 404 when it is not there. */
export async function readOrder(tx: Tx, id: string): Promise<OrderView> {
  const head = await tx.row<Head>(sql`
    select id, number, state, channel_id as "channelId", location_id as "locationId", register_id as "registerId", staff_id as "staffId", member_id as "memberId", currency, total_amount as "totalAmount",
      paid_amount as "paidAmount", refunded_amount as "refundedAmount", placed_at as "placedAt", business_date as "businessDate", prices_include_tax as "pricesIncludeTax",
      net_amount as "netAmount", tax_amount as "taxAmount", shipping_net_amount as "shippingNetAmount", shipping_tax_amount as "shippingTaxAmount", discount_amount as "discountAmount",
      rounding_amount as "roundingAmount", shipping_discount_amount as "shippingDiscountAmount", rule_set_number as "ruleSetNumber", version, codes, contact, delivery, access_token as token
    from orders."order" where merchant_id = ${tx.merchantId} and id = ${id}`);
  if (head === undefined) notFound('order');
  const { token, memberId, ...order } = head;
  const memberName = memberId === null ? undefined : (await memberNames(tx, [memberId])).get(memberId);
  const allocations = await readAllocations(tx, id);
  const lines = await readLines(tx, id, allocations);
  const fulfilments = (await fulfilmentsOf(tx, id)).map(({ orderId: _, updatedAt, ...group }) => ({
    ...group,
    updatedAt: updatedAt.toISOString(),
  }));
  return {
    ...order,
    placedAt: order.placedAt.toISOString(),
    customerName: order.contact?.name ?? memberName ?? null,
    member: memberId === null ? null : { id: memberId, name: memberName ?? '' },
    units: lines.reduce((sum, line) => sum + line.quantity, 0),
    headline: orderHeadline({
      state: order.state,
      fulfilments: fulfilments.map((group) => group.state),
      total: order.totalAmount + order.roundingAmount,
      balanceDue: order.totalAmount + order.roundingAmount - order.paidAmount,
      refunded: order.refundedAmount,
    }),
    lines,
    discounts: await discountsOf(tx, allocations),
    fulfilments,
    tenders: await readTenders(tx, id),
    returns: await readReturns(tx, id),
    events: await readEvents(tx, id),
    receiptUrl: `/receipts/${token}`,
  };
}

/** The order behind the secret of its address; 404 for a wrong one. */
export async function readOrderByToken(tx: Tx, token: string): Promise<OrderView> {
  const row = await tx.row<{ id: string }>(
    sql`select id from orders."order" where merchant_id = ${tx.merchantId} and access_token = ${token}`,
  );
  return forShopper(await readOrder(tx, row?.id ?? notFound('order')));
}

/** What goods cost the shop is no shopper's business. */
export function forShopper(order: OrderView): OrderView {
  return {
    ...order,
    lines: order.lines.map((line) => ({
      ...line,
      costAmount: null,
      components: line.components.map((one) => ({ ...one, costAmount: null })),
    })),
  };
}

/** The number of the order whose receipt has this secret in its address. */
export async function numberOfReceipt(tx: Tx, token: string): Promise<string | undefined> {
  const row = await tx.row<{ number: string }>(
    sql`select number from orders."order" where merchant_id = ${tx.merchantId} and access_token = ${token}`,
  );
  return row?.number;
}

type Allocation = OrderView['lines'][number]['allocations'][number] & { lineNo: number };

/** Frozen discounts; line 0 is the shipping. */
async function readAllocations(tx: Tx, id: string): Promise<Allocation[]> {
  return tx.rows<Allocation>(sql`
    select line_no as "lineNo", promotion_id as "promotionId", code, amount, base_amount as "baseAmount", units
    from orders.discount_allocation where merchant_id = ${tx.merchantId} and order_id = ${id} order by line_no, entry_no`);
}

async function discountsOf(tx: Tx, allocations: readonly Allocation[]): Promise<OrderView['discounts']> {
  const names = await promotionNames(
    tx,
    allocations.flatMap((one) => one.promotionId ?? []),
  );
  const sums = new Map<string, OrderView['discounts'][number]>();
  for (const { promotionId, code, amount } of allocations) {
    const key = `${promotionId} ${code}`;
    const before = sums.get(key)?.amount ?? 0;
    sums.set(key, { promotionId, code, name: names.get(promotionId ?? '') ?? null, amount: before + amount });
  }
  return [...sums.values()];
}

async function readLines(tx: Tx, id: string, allocations: readonly Allocation[]): Promise<OrderView['lines']> {
  const rows = await tx.rows<Omit<OrderView['lines'][number], 'allocations'>>(sql`
    select line_no as "lineNo", product_id as "productId", variant_id as "variantId", sku, name, quantity, returned_quantity as "returnedQuantity", unit_amount as "unitAmount",
      discount_amount as "discountAmount", net_amount as "netAmount", tax_amount as "taxAmount", taxes, cost_amount as "costAmount", location_id as "locationId",
      array(select jsonb_build_object('variantId', c.variant_id, 'productId', c.product_id, 'sku', c.sku, 'name', c.name, 'perBundle', c.per_bundle, 'quantity', c.quantity,
          'unitAmount', c.unit_amount, 'netAmount', c.net_amount, 'taxAmount', c.tax_amount, 'costAmount', c.cost_amount)
        from orders.line_component c where c.merchant_id = l.merchant_id and c.order_id = l.order_id and c.line_no = l.line_no order by c.component_no) as components
    from orders.order_line l where merchant_id = ${tx.merchantId} and order_id = ${id} order by line_no`);
  return rows.map((row) => ({
    ...row,
    allocations: allocations.filter((one) => one.lineNo === row.lineNo).map(({ lineNo: _, ...one }) => one),
  }));
}

async function readTenders(tx: Tx, id: string): Promise<OrderView['tenders']> {
  const rows = await tx.rows<Omit<OrderView['tenders'][number], 'at'> & { at: Date }>(sql`
    select entry_no as "entryNo", kind, event, amount, tendered_amount as "tenderedAmount", change_amount as "changeAmount", return_id as "returnId",
      refunds_entry_no as "refundsEntryNo", at
    from orders.tender where merchant_id = ${tx.merchantId} and order_id = ${id} order by entry_no`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function readReturns(tx: Tx, id: string): Promise<OrderView['returns']> {
  const rows = await tx.rows<Omit<OrderView['returns'][number], 'at'> & { at: Date }>(sql`
    select r.id, r.number, r.at, r.reason, r.total_amount as "totalAmount", r.shipping_net_amount as "shippingNetAmount", r.shipping_tax_amount as "shippingTaxAmount", r.rounding_amount as "roundingAmount", r.staff_id as "staffId", r.location_id as "locationId",
      coalesce((select jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'quantity', l.quantity, 'netAmount', l.net_amount, 'taxAmount', l.tax_amount,
        'units', l.units, 'disposition', l.disposition) order by l.line_no)
        from orders.return_line l where l.merchant_id = r.merchant_id and l.return_id = r.id), '[]') as lines
    from orders."return" r where r.merchant_id = ${tx.merchantId} and r.order_id = ${id} order by r.at, r.id`);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

async function readEvents(tx: Tx, id: string): Promise<OrderView['events']> {
  const rows = await tx.rows<{
    id: string;
    kind: string;
    staffId: string | null;
    detail: Record<string, unknown>;
    at: Date;
  }>(sql`
    select id, kind, staff_id as "staffId", detail, at from orders.order_event where merchant_id = ${tx.merchantId} and order_id = ${id} order by at, id`);
  const names = await staffNames(
    tx,
    rows.flatMap((row) => row.staffId ?? []),
  );
  return rows.map((row) => ({ ...row, staffName: names.get(row.staffId ?? '') ?? null, at: row.at.toISOString() }));
}
