/** Returns: what came back against what was sold, and the money that went back. */
import { sql } from '../platform/sql.ts';
import type { Check } from './check.ts';

const totalsAreLines: Check = {
  name: 'returns.totals',
  rule: 'A return is the sum of its lines and of the shipping that was paid back.',
  figures: ['netAmount', 'taxAmount', 'totalAmount'],
  compared: (merchantId) => sql`
    select r.number || ' ' || r.id as subject,
      array[coalesce(l.net, 0), coalesce(l.tax, 0), coalesce(l.net, 0) + coalesce(l.tax, 0) + r.shipping_net_amount + r.shipping_tax_amount]::bigint[] as expected,
      array[r.net_amount, r.tax_amount, r.total_amount] as found
    from orders."return" r left join (
      select return_id, sum(net_amount) as net, sum(tax_amount) as tax from orders.return_line where merchant_id = ${merchantId} group by return_id
    ) l on l.return_id = r.id
    where r.merchant_id = ${merchantId}`,
};

const quantitiesCameBack: Check = {
  name: 'returns.quantities',
  rule: 'What an order line says came back is the sum of the return lines; a line that came back whole was paid back whole.',
  figures: ['quantity', 'netAmount', 'taxAmount', 'costAmount'],
  compared: (merchantId) => sql`
    select coalesce(l.order_id, r.order_id) || ' line ' || coalesce(l.line_no, r.line_no) as subject,
      array[coalesce(r.quantity, 0), coalesce(r.net, 0), coalesce(r.tax, 0), coalesce(r.cost, 0)]::bigint[] as expected,
      case when l.returned_quantity = l.quantity then array[l.returned_quantity, l.net_amount, l.tax_amount, l.cost_amount]
        else array[coalesce(l.returned_quantity, 0), coalesce(r.net, 0), coalesce(r.tax, 0), coalesce(r.cost, 0)]::bigint[] end as found
    from (select * from orders.order_line where merchant_id = ${merchantId} and returned_quantity > 0) l
    full join (
      select order_id, line_no, sum(quantity) as quantity, sum(net_amount) as net, sum(tax_amount) as tax, sum(cost_amount) as cost
      from orders.return_line where merchant_id = ${merchantId} and order_id is not null group by order_id, line_no
    ) r on r.order_id = l.order_id and r.line_no = l.line_no`,
};

const refundsWentBack: Check = {
  name: 'returns.refunds',
  rule: 'The money of a return went back, cash rounding included; nothing goes back of an order that was never paid.',
  figures: ['refundedAmount'],
  compared: (merchantId) => sql`
    select r.number || ' ' || r.id as subject, array[case when o.paid_amount = 0 then 0 else r.total_amount + r.rounding_amount end] as expected,
      array[coalesce(t.amount, 0)]::bigint[] as found
    from orders."return" r
    left join orders."order" o on o.merchant_id = r.merchant_id and o.id = r.order_id
    left join (
      select return_id, -sum(amount) as amount from (
        select return_id, amount from orders.tender where merchant_id = ${merchantId} and return_id is not null
        union all select return_id, amount from orders.return_tender where merchant_id = ${merchantId}
      ) all_tenders group by return_id
    ) t on t.return_id = r.id
    where r.merchant_id = ${merchantId}`,
};

const tendersCanBear: Check = {
  name: 'returns.tenders',
  rule: 'No tender gives back more than it took, and every refund names a tender of its order and kind.',
  figures: ['refundedAmount', 'strayRefunds'],
  compared: (merchantId) => sql`
    with named as (
      select order_id, refunds_entry_no as entry_no, kind, -sum(amount) as back from orders.tender
      where merchant_id = ${merchantId} and event = 'refunded' and refunds_entry_no is not null group by 1, 2, 3
    ), by_kind as (
      select order_id, kind, -sum(amount) filter (where event = 'refunded') as back, sum(amount) filter (where event = 'captured') as taken
      from orders.tender where merchant_id = ${merchantId} group by 1, 2
    )
    select n.order_id || ' tender ' || n.entry_no as subject, array[least(n.back, coalesce(t.amount, 0)), 0]::bigint[] as expected, array[n.back, (t.order_id is null)::int]::bigint[] as found
    from named n left join orders.tender t on t.merchant_id = ${merchantId} and t.order_id = n.order_id and t.entry_no = n.entry_no and t.event = 'captured' and t.kind = n.kind
    union all
    select order_id || ' ' || kind, array[least(back, coalesce(taken, 0)), 0]::bigint[], array[back, 0]::bigint[] from by_kind where back is not null`,
};

export const returnChecks: readonly Check[] = [totalsAreLines, quantitiesCameBack, refundsWentBack, tendersCanBear];
