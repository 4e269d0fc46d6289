/** Goods: every line that was sold or came back has moved its stock, at its cost. */
import { sql } from '../platform/sql.ts';
import type { Check } from './check.ts';
import { goodsOfLines } from './goods-of-lines.ts';

const soldGoodsLeft: Check = {
  name: 'goods.sold',
  rule: 'The goods of every line that was sold or handed over have left the stock, and its cost is what left.',
  figures: ['quantity', 'costAmount'],
  compared: (merchantId) => sql`
    with left_behind as (
      select document_id, line_no, variant_id, -sum(sellable) as quantity, -sum(value_amount) as cost from inventory.movement
      where merchant_id = ${merchantId} and reason in ('sale', 'handover') group by document_id, line_no, variant_id
    ), grouped as (
      select l.order_id, l.line_no, l.variant_id, sum(l.quantity) filter (where f.state in ('handed_over', 'shipped')) as gone
      from orders.fulfilment f join orders.fulfilment_line l on l.merchant_id = f.merchant_id and l.fulfilment_id = f.id
      where f.merchant_id = ${merchantId} group by 1, 2, 3
    ), goods as (${goodsOfLines(merchantId)}), due as (
      select l.order_id, l.line_no, l.variant_id, l.cost_amount, l.quantity as whole,
        case when l.variant_id is null then 0 when f.order_id is null then l.quantity else coalesce(g.gone, 0) end as quantity
      from goods l left join (select distinct order_id from grouped) f on f.order_id = l.order_id
      left join grouped g on g.order_id = l.order_id and g.line_no = l.line_no and g.variant_id = l.variant_id
    )
    select coalesce(d.order_id, m.document_id) || ' line ' || coalesce(d.line_no, m.line_no) || coalesce(' ' || coalesce(d.variant_id, m.variant_id), '') as subject,
      -- Until all of a line has left, its cost is a provisional one.
      array[coalesce(d.quantity, 0), case when d.quantity = d.whole then d.cost_amount else coalesce(m.cost, 0) end]::bigint[] as expected,
      array[coalesce(m.quantity, 0), coalesce(m.cost, 0)]::bigint[] as found
    from due d full join left_behind m on m.document_id = d.order_id and m.line_no = d.line_no and m.variant_id = d.variant_id`,
};

const returnedGoodsCame: Check = {
  name: 'goods.returned',
  rule: 'The goods of every line that came back are on stock again, at the cost that the return says.',
  figures: ['quantity', 'costAmount'],
  compared: (merchantId) => sql`
    with came as (
      select document_id, line_no, array_agg(variant_id) as variant_ids, sum(sellable + quality_control + damaged) as quantity, sum(value_amount) as cost
      from inventory.movement where merchant_id = ${merchantId} and reason = 'return' group by document_id, line_no
    ), run as (
      -- How much of its line had come back with each return; numbers of returns are given out one after the other.
      select l.*, r.location_id, sum(l.quantity) over (partition by l.order_id, l.line_no order by length(r.number), r.number) as until
      from orders.return_line l
      join orders."return" r on r.merchant_id = l.merchant_id and r.id = l.return_id
      where l.merchant_id = ${merchantId}
    ), due as (
      select l.return_id, l.line_no, l.order_id, l.variant_id, l.cost_amount,
        -- Of a bundle its components come back.
        coalesce((select sum(round(c.per_bundle * l.until / 1000.0) - round(c.per_bundle * (l.until - l.quantity) / 1000.0)) from orders.line_component c
          where c.merchant_id = l.merchant_id and c.order_id = l.order_id and c.line_no = l.line_no), l.quantity) as quantity
      from run l
      left join orders.order_line s on s.merchant_id = l.merchant_id and s.order_id = l.order_id and s.line_no = l.line_no
      where l.disposition <> 'none' and coalesce(l.variant_id, s.variant_id) is not null and coalesce(l.location_id, s.location_id) is not null
    )
    select coalesce(d.return_id, m.document_id) || ' line ' || coalesce(d.line_no, m.line_no) as subject,
      -- Of a bundle without an order nobody froze what it was made of: other goods came, as many as came.
      array[case when d.order_id is null and d.variant_id <> all (m.variant_ids) then m.quantity else coalesce(d.quantity, 0) end, coalesce(d.cost_amount, 0)]::bigint[] as expected,
      array[coalesce(m.quantity, 0), coalesce(m.cost, 0)]::bigint[] as found
    from due d full join came m on m.document_id = d.return_id and m.line_no = d.line_no`,
};

export const goodsChecks: readonly Check[] = [soldGoodsLeft, returnedGoodsCame];
