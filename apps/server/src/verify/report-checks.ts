/** Reports: the roll-ups against the same figures added up from the facts. */
import { type Sql, sql } from '../platform/sql.ts';
import type { Check } from './check.ts';
import type { DiscountSum } from './discounts.ts';

const nowhere = '00000000-0000-0000-0000-000000000000';

/** Sales and returns as the report dictionary counts them: one row a line, and one a document for what has no line. */
const facts = (merchantId: string): Sql => sql`
  select o.business_date, o.channel_id, coalesce(o.location_id, ${nowhere}) as location_id, extract(hour from o.placed_at at time zone coalesce(p.time_zone, m.time_zone))::int as hour,
    l.variant_id, 0 as orders, 0 as returns, l.quantity as units, l.net_amount as sold, 0 as returned, l.net_amount as net, l.tax_amount as tax, 0 as shipping, l.cost_amount as cost
  from orders."order" o join orders.order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
  join merchants.merchant m on m.merchant_id = o.merchant_id left join merchants.location p on p.merchant_id = o.merchant_id and p.id = o.location_id
  where o.merchant_id = ${merchantId}
  union all
  select o.business_date, o.channel_id, coalesce(o.location_id, ${nowhere}), extract(hour from o.placed_at at time zone coalesce(p.time_zone, m.time_zone))::int,
    null, 1, 0, 0, 0, 0, 0, o.shipping_tax_amount, o.shipping_net_amount, 0
  from orders."order" o
  join merchants.merchant m on m.merchant_id = o.merchant_id left join merchants.location p on p.merchant_id = o.merchant_id and p.id = o.location_id
  where o.merchant_id = ${merchantId}
  union all
  select r.business_date, r.channel_id, coalesce(r.location_id, o.location_id, ${nowhere}), extract(hour from r.at at time zone coalesce(p.time_zone, m.time_zone))::int,
    coalesce(l.variant_id, s.variant_id), 0, 0, -l.quantity, 0, l.net_amount, -l.net_amount, -l.tax_amount, 0, -l.cost_amount
  from orders."return" r join orders.return_line l on l.merchant_id = r.merchant_id and l.return_id = r.id
  left join orders."order" o on o.merchant_id = r.merchant_id and o.id = r.order_id
  left join orders.order_line s on s.merchant_id = r.merchant_id and s.order_id = r.order_id and s.line_no = l.line_no
  join merchants.merchant m on m.merchant_id = r.merchant_id left join merchants.location p on p.merchant_id = r.merchant_id and p.id = coalesce(r.location_id, o.location_id)
  where r.merchant_id = ${merchantId}
  union all
  select r.business_date, r.channel_id, coalesce(r.location_id, o.location_id, ${nowhere}), extract(hour from r.at at time zone coalesce(p.time_zone, m.time_zone))::int,
    null, 0, 1, 0, 0, 0, 0, -r.shipping_tax_amount, -r.shipping_net_amount, 0
  from orders."return" r left join orders."order" o on o.merchant_id = r.merchant_id and o.id = r.order_id
  join merchants.merchant m on m.merchant_id = r.merchant_id left join merchants.location p on p.merchant_id = r.merchant_id and p.id = coalesce(r.location_id, o.location_id)
  where r.merchant_id = ${merchantId}`;

const dailySales = (discounts: readonly DiscountSum[]): Check => ({
  name: 'reports.daily_sales',
  rule: 'The sales of every hour are what the orders and returns of that hour add up to.',
  figures: [
    'orders',
    'returns',
    'units',
    'grossAmount',
    'discountAmount',
    'returnedAmount',
    'netAmount',
    'taxAmount',
    'shippingAmount',
    'costAmount',
  ],
  compared: (merchantId) => sql`
    with fact as (${facts(merchantId)}), discount as (
      select * from unnest(${discounts.map((sum) => sum.businessDate)}::date[], ${discounts.map((sum) => sum.channelId)}::uuid[], ${discounts.map((sum) => sum.locationId)}::uuid[],
        ${discounts.map((sum) => sum.hour)}::int[], ${discounts.map((sum) => sum.amount)}::bigint[]) as d (business_date, channel_id, location_id, hour, amount)
    ), expected as (
      select f.business_date || ' ' || f.channel_id || ' ' || f.location_id || ' ' || f.hour as subject,
        array[sum(orders), sum(returns), sum(units), sum(sold) + coalesce(min(d.amount), 0), coalesce(min(d.amount), 0), sum(returned), sum(net), sum(tax), sum(shipping), sum(cost)]::bigint[] as figures
      from fact f left join discount d on d.business_date = f.business_date and d.channel_id = f.channel_id and d.location_id = f.location_id and d.hour = f.hour
      group by f.business_date, f.channel_id, f.location_id, f.hour
    ), found as (
      select business_date || ' ' || channel_id || ' ' || location_id || ' ' || hour as subject,
        array[orders, returns, units, gross_amount, discount_amount, returned_amount, net_amount, tax_amount, shipping_amount, cost_amount] as figures
      from reports.daily_sales where merchant_id = ${merchantId}
    )
    select subject, coalesce(e.figures, '{0,0,0,0,0,0,0,0,0,0}') as expected, coalesce(f.figures, '{0,0,0,0,0,0,0,0,0,0}') as found from expected e full join found f using (subject)`,
});

const dailyProducts: Check = {
  name: 'reports.daily_product',
  rule: 'The sales of every product and day are what its lines add up to.',
  figures: ['units', 'netAmount', 'costAmount'],
  compared: (merchantId) => sql`
    with expected as (
      select business_date || ' ' || variant_id || ' ' || channel_id || ' ' || location_id as subject, array[sum(units), sum(net), sum(cost)]::bigint[] as figures
      from (${facts(merchantId)}) f where variant_id is not null group by business_date, variant_id, channel_id, location_id
    ), found as (
      select business_date || ' ' || variant_id || ' ' || channel_id || ' ' || location_id as subject, array[units, net_amount, cost_amount] as figures
      from reports.daily_product where merchant_id = ${merchantId}
    )
    select subject, coalesce(e.figures, '{0,0,0}') as expected, coalesce(f.figures, '{0,0,0}') as found from expected e full join found f using (subject)`,
};

/** The checks of the roll-ups; what discounts took off without tax was computed before. */
export function reportChecks(discounts: readonly DiscountSum[]): Check[] {
  return [dailySales(discounts), dailyProducts];
}
