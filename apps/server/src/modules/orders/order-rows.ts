/** The rows of orders, lines and tenders, each written with one statement for a whole batch. */
import type { AppliedTax } from '@tandem/domain/tax/tax.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type FrozenAllocation, insertAllocations } from './frozen-discounts.ts';
import { type FrozenComponent, insertComponents } from './line-components.ts';

export interface NewLine {
  lineNo: number;
  productId: string | null;
  variantId: string | null;
  sku: string;
  name: Record<string, string>;
  quantity: number;
  unitAmount: number;
  discountAmount: number;
  /** Discount without tax, as reports count it. */
  discountNetAmount: number;
  netAmount: number;
  taxAmount: number;
  taxes: readonly AppliedTax[];
  costAmount: number;
  /** What it is made of, where it is a bundle. */
  components?: readonly FrozenComponent[];
  locationId: string | null;
  /** The price list that gave the unit price; null: the base price. */
  priceListId: string | null;
  /** Σ amounts = discountAmount, Σ net amounts = discountNetAmount. */
  allocations: readonly FrozenAllocation[];
}
export interface NewTender {
  kind: 'cash' | 'card' | 'test' | 'in_store' | 'external';
  event: 'captured' | 'refunded';
  amount: number;
  tenderedAmount: number | null;
  changeAmount: number | null;
}
export interface NewOrder {
  id: string;
  number: string;
  state: 'placed' | 'closed';
  channelId: string;
  locationId: string | null;
  registerId: string | null;
  staffId: string | null;
  memberId: string | null;
  contact: object | null;
  delivery: object | null;
  netAmount: number;
  taxAmount: number;
  shippingNetAmount: number;
  shippingTaxAmount: number;
  /** In the price mode; what `shippingAllocations` sum to. */
  shippingDiscountAmount: number;
  shippingAllocations: readonly FrozenAllocation[];
  /** The rules it was priced with, and what the engine's result hashed to; null where nobody's engine said so. */
  ruleSetNumber: number;
  pricingHash: string | null;
  codes: readonly string[];
  roundingAmount: number;
  paidAmount: number;
  token: string;
  placedAt: string;
  /** The instant that its prices are of; left out where they are a till's. */
  pricedAt?: string;
  businessDate: string;
  source: string;
  lines: NewLine[];
  tenders: NewTender[];
}

/** Total of an order in minor units: goods and shipping with tax, before cash rounding. */
export function totalOf(
  order: Pick<NewOrder, 'netAmount' | 'taxAmount' | 'shippingNetAmount' | 'shippingTaxAmount'>,
): number {
  return order.netAmount + order.taxAmount + order.shippingNetAmount + order.shippingTaxAmount;
}

/** Writes new orders with lines and tenders: three statements, however many. */
export function insertOrders(
  tx: Tx,
  orders: readonly NewOrder[],
  money: { currency: string; pricesIncludeTax: boolean },
): void {
  if (orders.length === 0) return;
  const of = <K extends keyof NewOrder>(field: K) => orders.map((order) => order[field]);
  const json = (field: 'contact' | 'delivery') =>
    orders.map((order) => (order[field] === null ? null : JSON.stringify(order[field])));
  tx.later(sql`
    insert into orders."order" (merchant_id, currency, prices_include_tax, id, number, state, channel_id, location_id, register_id, staff_id, member_id,
      contact, delivery, net_amount, tax_amount, shipping_net_amount, shipping_tax_amount, discount_amount, rounding_amount, total_amount, paid_amount,
      access_token, placed_at, business_date, source, shipping_discount_amount, rule_set_number, pricing_hash, codes, priced_at)
    select ${tx.merchantId}::uuid, ${money.currency}, ${money.pricesIncludeTax}, o.id, o.number, o.state, o.channel_id, o.location_id, o.register_id, o.staff_id, o.member_id,
      o.contact, o.delivery, o.net_amount, o.tax_amount, o.shipping_net_amount, o.shipping_tax_amount, o.discount_amount, o.rounding_amount, o.total_amount, o.paid_amount,
      o.access_token, o.placed_at, o.business_date, o.source, o.shipping_discount_amount, o.rule_set_number, o.pricing_hash, array(select jsonb_array_elements_text(o.codes)), o.priced_at
    from unnest(
      ${of('id')}::uuid[], ${of('number')}::text[], ${of('state')}::text[], ${of('channelId')}::uuid[], ${of('locationId')}::uuid[], ${of('registerId')}::uuid[],
      ${of('staffId')}::uuid[], ${of('memberId')}::uuid[], ${json('contact')}::jsonb[], ${json('delivery')}::jsonb[],
      ${of('netAmount')}::bigint[], ${of('taxAmount')}::bigint[], ${of('shippingNetAmount')}::bigint[], ${of('shippingTaxAmount')}::bigint[],
      ${orders.map((order) => order.lines.reduce((sum, line) => sum + line.discountAmount, 0))}::bigint[], ${of('roundingAmount')}::bigint[],
      ${orders.map(totalOf)}::bigint[], ${of('paidAmount')}::bigint[], ${of('token')}::text[], ${of('placedAt')}::timestamptz[], ${of('businessDate')}::date[], ${of('source')}::text[],
      ${of('shippingDiscountAmount')}::bigint[], ${of('ruleSetNumber')}::bigint[], ${of('pricingHash')}::text[], ${orders.map((order) => JSON.stringify(order.codes))}::jsonb[],
      ${orders.map((order) => order.pricedAt ?? null)}::timestamptz[])
      as o (id, number, state, channel_id, location_id, register_id, staff_id, member_id, contact, delivery, net_amount, tax_amount, shipping_net_amount, shipping_tax_amount,
        discount_amount, rounding_amount, total_amount, paid_amount, access_token, placed_at, business_date, source, shipping_discount_amount, rule_set_number, pricing_hash, codes, priced_at)`);
  insertLines(tx, orders);
  insertComponents(tx, orders);
  insertAllocations(tx, orders);
  insertTenders(
    tx,
    orders.flatMap((order) =>
      order.tenders.map((tender, index) => ({
        ...tender,
        orderId: order.id,
        entryNo: index + 1,
        returnId: null,
        locationId: order.locationId,
        staffId: order.staffId,
        at: order.placedAt,
        businessDate: order.businessDate,
      })),
    ),
  );
}

export function insertLines(tx: Tx, orders: readonly NewOrder[]): void {
  const lines = orders.flatMap((order) => order.lines.map((line) => ({ orderId: order.id, ...line })));
  const of = <K extends keyof (typeof lines)[number]>(field: K) => lines.map((line) => line[field]);
  tx.later(sql`
    insert into orders.order_line (merchant_id, order_id, line_no, product_id, variant_id, sku, name, quantity, unit_amount, discount_amount, net_amount,
      tax_amount, taxes, cost_amount, location_id, price_list_id)
    select ${tx.merchantId}::uuid, l.* from unnest(
      ${of('orderId')}::uuid[], ${of('lineNo')}::int[], ${of('productId')}::uuid[], ${of('variantId')}::uuid[], ${of('sku')}::text[],
      ${lines.map((line) => JSON.stringify(line.name))}::jsonb[], ${of('quantity')}::bigint[], ${of('unitAmount')}::bigint[], ${of('discountAmount')}::bigint[],
      ${of('netAmount')}::bigint[], ${of('taxAmount')}::bigint[], ${lines.map((line) => JSON.stringify(line.taxes))}::jsonb[], ${of('costAmount')}::bigint[],
      ${of('locationId')}::uuid[], ${of('priceListId')}::uuid[]) as l`);
}

export interface TenderEntry extends NewTender {
  orderId: string;
  entryNo: number;
  returnId: string | null;
  /** The captured entry that the money goes back to. */
  refundsEntryNo?: number;
  locationId: string | null;
  staffId: string | null;
  at: string;
  businessDate: string;
}

/** Appends to the money ledger of orders. */
export function insertTenders(tx: Tx, tenders: readonly TenderEntry[]): void {
  if (tenders.length === 0) return;
  const of = <K extends keyof TenderEntry>(field: K) => tenders.map((tender) => tender[field]);
  tx.later(sql`
    insert into orders.tender (merchant_id, order_id, entry_no, kind, event, amount, tendered_amount, change_amount, return_id, location_id, staff_id, at, business_date, refunds_entry_no)
    select ${tx.merchantId}::uuid, t.* from unnest(
      ${of('orderId')}::uuid[], ${of('entryNo')}::int[], ${of('kind')}::text[], ${of('event')}::text[], ${of('amount')}::bigint[], ${of('tenderedAmount')}::bigint[],
      ${of('changeAmount')}::bigint[], ${of('returnId')}::uuid[], ${of('locationId')}::uuid[], ${of('staffId')}::uuid[], ${of('at')}::timestamptz[], ${of('businessDate')}::date[],
      ${tenders.map((tender) => tender.refundsEntryNo ?? null)}::int[]) as t`);
}
