-- What reports may read of the other modules: views that carry the caller's row-level security.
create view reports.sale_fact with (security_invoker = true) as
select o.merchant_id, o.id as order_id, o.business_date, o.channel_id, o.location_id, o.placed_at, l.line_no, l.product_id, l.variant_id, l.quantity,
  l.unit_amount, l.discount_amount, l.net_amount, l.tax_amount, l.cost_amount
from orders."order" o join orders.order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id;

create view reports.order_fact with (security_invoker = true) as
select merchant_id, id as order_id, number, state, business_date, channel_id, location_id, placed_at, shipping_net_amount, shipping_tax_amount, net_amount, tax_amount, total_amount
from orders."order";

create view reports.return_fact with (security_invoker = true) as
select r.merchant_id, r.id as return_id, r.order_id, r.business_date, r.channel_id, coalesce(r.location_id, o.location_id) as location_id, r.at, r.shipping_net_amount, r.shipping_tax_amount,
  r.net_amount, r.tax_amount, r.total_amount
from orders."return" r join orders."order" o on o.merchant_id = r.merchant_id and o.id = r.order_id;

create view reports.return_line_fact with (security_invoker = true) as
select r.merchant_id, r.id as return_id, r.business_date, r.channel_id, coalesce(r.location_id, o.location_id) as location_id, l.line_no, s.product_id, s.variant_id, l.quantity,
  l.net_amount, l.tax_amount, l.cost_amount, l.disposition
from orders."return" r
join orders."order" o on o.merchant_id = r.merchant_id and o.id = r.order_id
join orders.return_line l on l.merchant_id = r.merchant_id and l.return_id = r.id
join orders.order_line s on s.merchant_id = r.merchant_id and s.order_id = r.order_id and s.line_no = l.line_no;

create view reports.open_fulfilment with (security_invoker = true) as
select merchant_id, id, order_id, location_id, method, state, created_at from orders.fulfilment where state in ('open', 'picked');

create view reports.open_exception with (security_invoker = true) as
select merchant_id, id, kind, location_id, raised_at from platform.exception where resolved_at is null;

create view reports.product_name with (security_invoker = true) as
select p.merchant_id, p.id as product_id, p.handle, p.name, p.brand, p.category_id, p.status, p.options, p.search_text, p.updated_at,
  (select m.id from catalog.media m where m.merchant_id = p.merchant_id and m.product_id = p.id order by m.rank, m.id limit 1) as media_id
from catalog.product p;

create view reports.media_size with (security_invoker = true) as
select merchant_id, media_id, size from catalog.media_file;

create view reports.variant_row with (security_invoker = true) as
select v.merchant_id, v.id as variant_id, v.product_id, v.sku, v.option_values, v.position, v.is_active, v.search_text, pr.amount
from catalog.variant v left join pricing.variant_price pr on pr.merchant_id = v.merchant_id and pr.variant_id = v.id;

create view reports.stock_total with (security_invoker = true) as
select merchant_id, variant_id, location_id, sellable + quality_control + damaged + expired + on_hold as on_hand, sellable - committed - held - staged as available
from inventory.stock_level;

create view reports.place with (security_invoker = true) as
select merchant_id, id, name, time_zone, kind from merchants.location;

create view reports.sales_channel with (security_invoker = true) as
select merchant_id, id, name, kind, location_id from merchants.channel;
