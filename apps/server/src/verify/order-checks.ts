/** Orders: money against lines and tenders, numbers against their series. */
import { sql } from '../platform/sql.ts';
import type { Check } from './check.ts';
import { goodsOfLines } from './goods-of-lines.ts';

const totalsAreLines: Check = {
  name: 'orders.totals',
  rule: 'An order is the sum of its lines and its shipping.',
  figures: ['netAmount', 'taxAmount', 'discountAmount', 'totalAmount'],
  compared: (merchantId) => sql`
    select o.number || ' ' || o.id as subject,
      array[coalesce(l.net, 0), coalesce(l.tax, 0), coalesce(l.discount, 0), coalesce(l.net, 0) + coalesce(l.tax, 0) + o.shipping_net_amount + o.shipping_tax_amount]::bigint[] as expected,
      array[o.net_amount, o.tax_amount, o.discount_amount, o.total_amount] as found
    from orders."order" o left join (
      select order_id, sum(net_amount) as net, sum(tax_amount) as tax, sum(discount_amount) as discount from orders.order_line where merchant_id = ${merchantId} group by order_id
    ) l on l.order_id = o.id
    where o.merchant_id = ${merchantId}`,
};

const linesHaveOrders: Check = {
  name: 'orders.belongings',
  rule: 'Every line, tender and fulfilment belongs to an order.',
  figures: ['orders'],
  compared: (merchantId) => sql`
    select p.what || ' ' || p.order_id as subject, array[1]::bigint[] as expected, array[count(o.id)] as found
    from (
      select distinct 'line' as what, order_id from orders.order_line where merchant_id = ${merchantId}
      union all select distinct 'tender', order_id from orders.tender where merchant_id = ${merchantId}
      union all select distinct 'fulfilment', order_id from orders.fulfilment where merchant_id = ${merchantId}
    ) p left join orders."order" o on o.merchant_id = ${merchantId} and o.id = p.order_id
    group by p.what, p.order_id`,
};

const placesExist: Check = {
  name: 'orders.places',
  rule: 'Every basket, order and fulfilment names a channel and a location of the merchant.',
  figures: ['places'],
  compared: (merchantId) => sql`
    select n.what || ' ' || n.id as subject, array[1]::bigint[] as expected, array[count(k.id)] as found
    from (
      select distinct 'basket, channel' as what, channel_id as id from orders.basket where merchant_id = ${merchantId}
      union all select distinct 'order, channel', channel_id from orders."order" where merchant_id = ${merchantId}
      union all select distinct 'order, location', location_id from orders."order" where merchant_id = ${merchantId} and location_id is not null
      union all select distinct 'fulfilment, location', location_id from orders.fulfilment where merchant_id = ${merchantId}
    ) n left join (
      select 'channel' as kind, id from merchants.channel where merchant_id = ${merchantId}
      union all select 'location', id from merchants.location where merchant_id = ${merchantId}
    ) k on k.id = n.id and n.what like '%, ' || k.kind
    group by n.what, n.id`,
};

const taxesMakeTax: Check = {
  name: 'orders.taxes',
  rule: 'The tax of a line is the sum of its rates.',
  figures: ['taxAmount'],
  compared: (merchantId) => sql`
    select order_id || ' line ' || line_no as subject, array[(select coalesce(sum((t ->> 'amount')::bigint), 0) from jsonb_array_elements(taxes) t)]::bigint[] as expected, array[tax_amount] as found
    from orders.order_line where merchant_id = ${merchantId}`,
};

const paidIsTendered: Check = {
  name: 'orders.tenders',
  rule: 'What was paid (less what an edit gave back) and paid back is the sum of the tenders, which are numbered without a gap.',
  figures: ['paidAmount', 'refundedAmount', 'tenders'],
  compared: (merchantId) => sql`
    select o.number || ' ' || o.id as subject, array[coalesce(t.paid, 0), coalesce(t.refunded, 0), coalesce(t.count, 0)]::bigint[] as expected,
      array[o.paid_amount, o.refunded_amount, coalesce(t.last, 0)]::bigint[] as found
    from orders."order" o left join (
      select order_id, sum(amount) filter (where event = 'captured' or return_id is null) as paid, -sum(amount) filter (where event = 'refunded' and return_id is not null) as refunded, count(*) as count, max(entry_no) as last
      from orders.tender where merchant_id = ${merchantId} group by order_id
    ) t on t.order_id = o.id
    where o.merchant_id = ${merchantId}`,
};

const closedIsPaid: Check = {
  name: 'orders.closed',
  rule: 'A closed order is paid in full, cash rounding included; where a till took less, an exception says so.',
  figures: ['paidAmount'],
  compared: (merchantId) => sql`
    select o.number || ' ' || o.id as subject, array[o.total_amount + o.rounding_amount] as expected, array[o.paid_amount] as found
    from orders."order" o
    where o.merchant_id = ${merchantId} and o.state = 'closed' and not exists (
      select 1 from platform.exception e where e.merchant_id = o.merchant_id and e.kind = 'sale.tender_short' and e.subject_id = o.id)`,
};

const fulfilmentsAreLines: Check = {
  name: 'orders.fulfilments',
  rule: 'The fulfilment groups of an order hold exactly its lines.',
  figures: ['quantity'],
  compared: (merchantId) => sql`
    select l.order_id || ' line ' || l.line_no || coalesce(' ' || l.variant_id, '') as subject, array[l.quantity] as expected, array[coalesce(f.quantity, 0)]::bigint[] as found
    from (${goodsOfLines(merchantId)}) l left join (
      select order_id, line_no, variant_id, sum(quantity) as quantity from orders.fulfilment_line where merchant_id = ${merchantId} group by order_id, line_no, variant_id
    ) f on f.order_id = l.order_id and f.line_no = l.line_no and f.variant_id = l.variant_id
    where exists (select 1 from orders.fulfilment g where g.merchant_id = ${merchantId} and g.order_id = l.order_id)`,
};

const componentsAreLines: Check = {
  name: 'orders.components',
  rule: 'The money and the cost of a bundle’s line are the sums of its components, of which each bundle takes what was frozen.',
  figures: ['netAmount', 'taxAmount', 'costAmount', 'odd'],
  compared: (merchantId) => sql`
    select c.order_id || ' line ' || c.line_no as subject, array[l.net_amount, l.tax_amount, l.cost_amount, 0] as expected,
      array[c.net, c.tax, c.cost, c.odd + (c.count <> c.last)::int]::bigint[] as found
    from (
      select c.order_id, c.line_no, sum(c.net_amount) as net, sum(c.tax_amount) as tax, sum(c.cost_amount) as cost, count(*) as count, max(c.component_no) as last,
        count(*) filter (where c.quantity <> round(c.per_bundle * o.quantity / 1000.0)) as odd
      from orders.line_component c left join orders.order_line o on o.merchant_id = c.merchant_id and o.order_id = c.order_id and o.line_no = c.line_no
      where c.merchant_id = ${merchantId} group by 1, 2
    ) c left join orders.order_line l on l.merchant_id = ${merchantId} and l.order_id = c.order_id and l.line_no = c.line_no`,
};

const versionsAreKept: Check = {
  name: 'orders.versions',
  rule: 'Every version of an order before the one that counts is kept, without a gap, and adds up by itself.',
  figures: ['versions', 'last', 'totalAmount'],
  compared: (merchantId) => sql`
    select o.number || ' ' || o.id as subject, array[o.version - 1, o.version - 1, coalesce(v.of_lines, 0)]::bigint[] as expected,
      array[coalesce(v.count, 0), coalesce(v.last, 0), coalesce(v.total, 0)]::bigint[] as found
    from orders."order" o left join (
      select order_id, count(*) as count, max(version) as last, sum(total_amount) as total,
        sum((content ->> 'shippingNetAmount')::bigint + (content ->> 'shippingTaxAmount')::bigint
          + (select coalesce(sum((l ->> 'netAmount')::bigint + (l ->> 'taxAmount')::bigint), 0) from jsonb_array_elements(content -> 'lines') l)) as of_lines
      from orders.order_version where merchant_id = ${merchantId} group by order_id
    ) v on v.order_id = o.id
    where o.merchant_id = ${merchantId}`,
};

const numbersAreOnce: Check = {
  name: 'orders.numbers',
  rule: 'A number stands on one document only, and its series has counted it.',
  figures: ['documents', 'isCounted'],
  compared: (merchantId) => sql`
    select n.number as subject, array[1, 1]::bigint[] as expected,
      array[count(*), min((substring(n.number from '([0-9]+)$')::bigint <= coalesce(s.last_number, 0))::int)]::bigint[] as found
    from (
      select number from orders."order" where merchant_id = ${merchantId} union all select number from orders."return" where merchant_id = ${merchantId}
    ) n left join orders.number_series s on s.merchant_id = ${merchantId} and s.series = substring(n.number from '^(.*)-[0-9]+$')
    group by n.number`,
};

export const orderChecks: readonly Check[] = [
  totalsAreLines,
  linesHaveOrders,
  placesExist,
  taxesMakeTax,
  paidIsTendered,
  closedIsPaid,
  fulfilmentsAreLines,
  componentsAreLines,
  versionsAreKept,
  numbersAreOnce,
];
