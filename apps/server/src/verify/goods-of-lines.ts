/** What the lines of orders stand for in goods: the variant itself, or the frozen components of a bundle. */
import { type Sql, sql } from '../platform/sql.ts';

/** A query with `order_id`, `line_no`, `variant_id`, `quantity` and `cost_amount`, one row for each of the goods of a line. */
export function goodsOfLines(merchantId: string): Sql {
  return sql`
    select l.order_id, l.line_no, coalesce(c.variant_id, l.variant_id) as variant_id, coalesce(c.quantity, l.quantity) as quantity, coalesce(c.cost_amount, l.cost_amount) as cost_amount
    from orders.order_line l left join orders.line_component c on c.merchant_id = l.merchant_id and c.order_id = l.order_id and c.line_no = l.line_no
    where l.merchant_id = ${merchantId}`;
}
