/** Returned lines against the frozen share of their units, computed again from the order alone. */

import { frozenLineOf } from '@tandem/domain/orders/settle-return.ts';
import type { LineAllocation } from '@tandem/domain/pricing/priced-basket.ts';
import { areFree, nextUnits, type QuantityRun, refundOfUnits } from '@tandem/domain/pricing/refund-of-units.ts';
import { sql } from '../platform/sql.ts';
import type { Tx } from '../platform/transaction.ts';
import type { Check } from './check.ts';

interface SoldAndReturned {
  orderId: string;
  lineNo: number;
  pricesIncludeTax: boolean;
  quantity: number;
  netAmount: number;
  taxAmount: number;
  discountAmount: number;
  allocations: LineAllocation[];
  /** In the order of time. */
  returns: { number: string; quantity: number; units: QuantityRun[] | null; netAmount: number; taxAmount: number }[];
}
interface Compared {
  subject: string;
  /** Whether its units came back this once (1 or 0), net and tax. */
  expected: [number, number, number];
  found: [number, number, number];
}

const pageMax = 2000;

/** Every return line of an order, as it should be and as it is. */
export async function returnShares(tx: Tx): Promise<Compared[]> {
  const compared: Compared[] = [];
  let after = { orderId: '00000000-0000-0000-0000-000000000000', lineNo: 0 };
  for (;;) {
    const rows = await readPage(tx, after);
    compared.push(...rows.flatMap(compare));
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageMax) return compared;
    after = last;
  }
}

/** The check over what `returnShares` found. */
export function shareCheck(compared: readonly Compared[]): Check {
  const column = (side: 'expected' | 'found', figure: 0 | 1 | 2) => compared.map((one) => one[side][figure]);
  return {
    name: 'returns.shares',
    rule: 'Each unit came back at most once, and gave exactly the share that its frozen line gives it.',
    figures: ['isOnce', 'netAmount', 'taxAmount'],
    compared: () => sql`
      select subject, array[e1, e2, e3] as expected, array[f1, f2, f3] as found from unnest(
        ${compared.map((one) => one.subject)}::text[], ${column('expected', 0)}::bigint[], ${column('expected', 1)}::bigint[], ${column('expected', 2)}::bigint[],
        ${column('found', 0)}::bigint[], ${column('found', 1)}::bigint[], ${column('found', 2)}::bigint[]) as c (subject, e1, e2, e3, f1, f2, f3)`,
  };
}

function compare(line: SoldAndReturned): Compared[] {
  const frozen = frozenLineOf(line, line.pricesIncludeTax);
  const gone: QuantityRun[] = [];
  return line.returns.map(({ number, netAmount, taxAmount, ...row }) => {
    const subject = `${number} of ${line.orderId} line ${line.lineNo}`;
    const sum = row.units?.reduce((total, run) => total + run.quantity, 0) ?? row.quantity;
    const left = line.quantity - gone.reduce((total, run) => total + run.quantity, 0);
    const isOnce = row.quantity <= left && sum === row.quantity && areFree(line, gone, row.units ?? []);
    if (!isOnce) return { subject, expected: [1, netAmount, taxAmount], found: [0, netAmount, taxAmount] };
    // Before units were written down a return took whatever of the line was left.
    const units = row.units ?? nextUnits(line, gone, row.quantity);
    gone.push(...units);
    const share = refundOfUnits(frozen, units);
    return { subject, expected: [1, share.netAmount, share.taxAmount], found: [1, netAmount, taxAmount] };
  });
}

function readPage(tx: Tx, after: { orderId: string; lineNo: number }): Promise<SoldAndReturned[]> {
  return tx.rows<SoldAndReturned>(sql`
    select l.order_id as "orderId", l.line_no as "lineNo", o.prices_include_tax as "pricesIncludeTax", l.quantity, l.net_amount as "netAmount", l.tax_amount as "taxAmount",
      l.discount_amount as "discountAmount",
      (select coalesce(jsonb_agg(jsonb_build_object('promotionId', a.promotion_id, 'units', a.units) order by a.entry_no), '[]')
        from orders.discount_allocation a where a.merchant_id = l.merchant_id and a.order_id = l.order_id and a.line_no = l.line_no) as allocations,
      r.returns
    from (
      select b.order_id, b.line_no, jsonb_agg(jsonb_build_object('number', d.number, 'quantity', b.quantity, 'units', b.units, 'netAmount', b.net_amount, 'taxAmount', b.tax_amount)
        order by d.at, d.id) as returns
      from orders.return_line b join orders."return" d on d.merchant_id = b.merchant_id and d.id = b.return_id
      where b.merchant_id = ${tx.merchantId} and b.order_id is not null and (b.order_id, b.line_no) > (${after.orderId}::uuid, ${after.lineNo}::int)
      group by b.order_id, b.line_no order by b.order_id, b.line_no limit ${pageMax}
    ) r
    join orders.order_line l on l.merchant_id = ${tx.merchantId} and l.order_id = r.order_id and l.line_no = r.line_no
    join orders."order" o on o.merchant_id = l.merchant_id and o.id = l.order_id
    order by l.order_id, l.line_no`);
}
