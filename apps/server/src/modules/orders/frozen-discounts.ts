/** Discounts as they are frozen on an order: which promotion took what off which units. Nothing is ever priced again from here. */
import { allocate } from '@tandem/domain/money/allocate.ts';
import type { LineAllocation, PricedBasketLine, PricedShipping } from '@tandem/domain/pricing/priced-basket.ts';
import { taxOf } from '@tandem/domain/tax/tax.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { NewLine, NewOrder } from './order-rows.ts';
import type { LineRates } from './tax-rates.ts';

export interface FrozenAllocation extends LineAllocation {
  /** Without tax, as reports count it. */
  readonly netAmount: number;
}
export type LineMoney = Pick<
  NewLine,
  | 'unitAmount'
  | 'discountAmount'
  | 'discountNetAmount'
  | 'netAmount'
  | 'taxAmount'
  | 'taxes'
  | 'priceListId'
  | 'allocations'
>;

/** The money of a line as the engine gave it. */
export function frozenLine(line: PricedBasketLine, rates: LineRates, pricesIncludeTax: boolean): LineMoney {
  const discountNetAmount =
    line.discountAmount === 0
      ? 0
      : taxOf(line.listAmount, ratesInside(line, rates), pricesIncludeTax).net - line.netAmount;
  return {
    unitAmount: line.listUnitAmount,
    discountAmount: line.discountAmount,
    discountNetAmount,
    netAmount: line.netAmount,
    taxAmount: line.taxAmount,
    taxes: line.taxes,
    priceListId: line.priceListId,
    allocations: withNets(line.allocations, discountNetAmount),
  };
}

/** The tax that was inside the price: that of home where the shopper pays another gross than the shelf says. */
function ratesInside(money: { amount: number; grossAmount: number }, { rates, homeRates }: LineRates) {
  return money.grossAmount === money.amount ? rates : (homeRates ?? rates);
}

/** Splits what the discounts come to without tax over the allocations by their amounts. */
export function withNets(allocations: readonly LineAllocation[], netAmount: number): FrozenAllocation[] {
  const shares = allocate(
    netAmount,
    allocations.map((one) => one.amount),
  );
  return allocations.map((one, index) => ({ ...one, netAmount: shares[index] ?? 0 }));
}

export function frozenShipping(
  shipping: PricedShipping | null,
  rates: LineRates,
  pricesIncludeTax: boolean,
): FrozenAllocation[] {
  if (shipping === null || shipping.allocations.length === 0) return [];
  const net = taxOf(shipping.listAmount, ratesInside(shipping, rates), pricesIncludeTax).net - shipping.netAmount;
  let base = shipping.listAmount;
  const allocations = shipping.allocations.map((one) => {
    const allocation = { ...one, baseAmount: base, units: [{ from: 0, count: 1, perUnit: one.amount }] };
    base -= one.amount;
    return allocation;
  });
  return withNets(allocations, net);
}

/** A discount that nobody's promotion gave, over the units of the line as evenly as cents go. */
export function byHand(amount: number, baseAmount: number, quantity: number): LineAllocation[] {
  if (amount === 0) return [];
  const pieces = quantity % 1000 === 0 ? quantity / 1000 : 1;
  const each = Math.floor(amount / pieces);
  const more = amount - each * pieces;
  const runs = [
    { from: 0, count: more, perUnit: each + 1 },
    { from: more, count: pieces - more, perUnit: each },
  ].filter((run) => run.count > 0 && run.perUnit > 0);
  return [{ promotionId: null, code: null, amount, baseAmount, units: runs }];
}

/** Writes the discounts of new orders: one statement, and none where nothing was discounted. Shipping is line 0. */
export function insertAllocations(tx: Tx, orders: readonly NewOrder[]): void {
  const rows = orders.flatMap((order) => [
    ...order.shippingAllocations.map((one, index) => ({ ...one, orderId: order.id, lineNo: 0, entryNo: index + 1 })),
    ...order.lines.flatMap((line) =>
      line.allocations.map((one, index) => ({ ...one, orderId: order.id, lineNo: line.lineNo, entryNo: index + 1 })),
    ),
  ]);
  if (rows.length === 0) return;
  const of = <K extends keyof (typeof rows)[number]>(field: K) => rows.map((row) => row[field]);
  tx.later(sql`
    insert into orders.discount_allocation (merchant_id, order_id, line_no, entry_no, promotion_id, code, amount, net_amount, base_amount, units)
    select ${tx.merchantId}::uuid, a.* from unnest(${of('orderId')}::uuid[], ${of('lineNo')}::int[], ${of('entryNo')}::int[], ${of('promotionId')}::uuid[],
      ${of('code')}::text[], ${of('amount')}::bigint[], ${of('netAmount')}::bigint[], ${of('baseAmount')}::bigint[], ${rows.map((row) => JSON.stringify(row.units))}::jsonb[]) as a`);
}
