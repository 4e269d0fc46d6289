/** What discounts took off without tax, computed again from the frozen lines: the one figure that no column holds. */
import { type AppliedTax, taxOf } from '@tandem/domain/tax/tax.ts';
import { sql } from '../platform/sql.ts';
import type { Tx } from '../platform/transaction.ts';

export interface DiscountSum {
  businessDate: string;
  channelId: string;
  locationId: string;
  hour: number;
  amount: number;
}
interface Row extends Omit<DiscountSum, 'amount'> {
  orderId: string;
  lineNo: number;
  netAmount: number;
  taxAmount: number;
  discountAmount: number;
  pricesIncludeTax: boolean;
  isNetKept: boolean;
  allocatedNetAmount: number;
  taxes: (AppliedTax & { isCompound: boolean })[];
}

const pageMax = 5000;

/** Sums by business date, channel, location and hour, as the roll-up keeps them. */
export async function discountSums(tx: Tx): Promise<DiscountSum[]> {
  const sums = new Map<string, DiscountSum>();
  let after = { orderId: '00000000-0000-0000-0000-000000000000', lineNo: 0 };
  for (;;) {
    const rows = await readPage(tx, after);
    for (const row of rows) {
      const { businessDate, channelId, locationId, hour } = row;
      const name = `${businessDate} ${channelId} ${locationId} ${hour}`;
      const sum = sums.get(name) ?? { businessDate, channelId, locationId, hour, amount: 0 };
      sum.amount += netDiscount(row);
      sums.set(name, sum);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageMax) return [...sums.values()];
    after = last;
  }
}

function netDiscount(row: Row): number {
  if (!row.pricesIncludeTax) return row.discountAmount;
  // Sold into another tax zone, or to somebody who pays none: the tax inside the shelf price is not the one on the line.
  if (row.isNetKept) return row.allocatedNetAmount;
  const rates = row.taxes.map(({ rateId, name, ratePpm, isCompound }) => ({ id: rateId, name, ratePpm, isCompound }));
  return taxOf(row.netAmount + row.taxAmount + row.discountAmount, rates, true).net - row.netAmount;
}

function readPage(tx: Tx, after: { orderId: string; lineNo: number }): Promise<Row[]> {
  return tx.rows<Row>(sql`
    select l.order_id as "orderId", l.line_no as "lineNo", l.net_amount as "netAmount", l.tax_amount as "taxAmount", l.discount_amount as "discountAmount",
      o.prices_include_tax as "pricesIncludeTax", o.rule_set_number is not null and l.net_amount + l.tax_amount + l.discount_amount <> round(l.unit_amount * l.quantity / 1000.0) as "isNetKept",
      coalesce((select sum(a.net_amount) from orders.discount_allocation a where a.merchant_id = l.merchant_id and a.order_id = l.order_id and a.line_no = l.line_no), 0)::bigint as "allocatedNetAmount", o.business_date as "businessDate", o.channel_id as "channelId",
      coalesce(o.location_id, '00000000-0000-0000-0000-000000000000') as "locationId", extract(hour from o.placed_at at time zone coalesce(p.time_zone, m.time_zone))::int as hour,
      (select coalesce(jsonb_agg(t || jsonb_build_object('isCompound', coalesce(r.is_compound, false)) order by position), '[]')
        from jsonb_array_elements(l.taxes) with ordinality as a (t, position)
        left join pricing.tax_rate r on r.merchant_id = l.merchant_id and r.id = (t ->> 'rateId')::uuid) as taxes
    from orders.order_line l
    join orders."order" o on o.merchant_id = l.merchant_id and o.id = l.order_id
    join merchants.merchant m on m.merchant_id = l.merchant_id
    left join merchants.location p on p.merchant_id = o.merchant_id and p.id = o.location_id
    where l.merchant_id = ${tx.merchantId} and l.discount_amount <> 0 and (l.order_id, l.line_no) > (${after.orderId}::uuid, ${after.lineNo}::int)
    order by l.order_id, l.line_no limit ${pageMax}`);
}
