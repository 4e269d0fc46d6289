-- Returns without an order of ours count like any other: what they do not have from an order they say themselves.
create or replace view reports.return_fact with (security_invoker = true) as
select r.merchant_id, r.id as return_id, r.order_id, r.business_date, r.channel_id, coalesce(r.location_id, o.location_id) as location_id, r.at, r.shipping_net_amount, r.shipping_tax_amount,
  r.net_amount, r.tax_amount, r.total_amount
from orders."return" r left join orders."order" o on o.merchant_id = r.merchant_id and o.id = r.order_id;

create or replace view reports.return_line_fact with (security_invoker = true) as
select r.merchant_id, r.id as return_id, r.business_date, r.channel_id, coalesce(r.location_id, o.location_id) as location_id, l.line_no,
  coalesce(l.product_id, s.product_id) as product_id, coalesce(l.variant_id, s.variant_id) as variant_id, l.quantity, l.net_amount, l.tax_amount, l.cost_amount, l.disposition
from orders."return" r
left join orders."order" o on o.merchant_id = r.merchant_id and o.id = r.order_id
join orders.return_line l on l.merchant_id = r.merchant_id and l.return_id = r.id
left join orders.order_line s on s.merchant_id = r.merchant_id and s.order_id = r.order_id and s.line_no = l.line_no;
