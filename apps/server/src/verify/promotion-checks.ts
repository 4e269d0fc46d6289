/** Promotions: totals of uses against their ledger, discounts against their allocations, coupons against what used them. */
import { sql } from '../platform/sql.ts';
import type { Check } from './check.ts';

const totalsAreUses: Check = {
  name: 'promotions.uses',
  rule: 'The uses of a promotion, in all, on a day and by a member, are the sum of its ledger.',
  figures: ['uses', 'pieces', 'amount'],
  compared: (merchantId) => sql`
    with summed as (
      select promotion_id, s.scope, sum(times) as uses, sum(pieces) as pieces, sum(amount) as amount
      from promotions.usage_entry u cross join lateral (values (''), (u.business_date::text), ('member:' || u.member_id)) as s (scope)
      where u.merchant_id = ${merchantId} and s.scope is not null group by 1, 2
    )
    select coalesce(t.promotion_id, s.promotion_id) || ' ' || coalesce(t.scope, s.scope) as subject,
      array[coalesce(s.uses, 0), coalesce(s.pieces, 0), coalesce(s.amount, 0)]::bigint[] as expected,
      array[coalesce(t.uses, 0), coalesce(t.pieces, 0), coalesce(t.amount, 0)]::bigint[] as found
    from summed s full join (select * from promotions.usage_total where merchant_id = ${merchantId}) t on t.promotion_id = s.promotion_id and t.scope = s.scope`,
};

const discountsAreAllocations: Check = {
  name: 'orders.discounts',
  rule: 'The discount of a line, and of the shipping, is the sum of its frozen allocations, unit by unit.',
  figures: ['discountAmount', 'ofUnits'],
  compared: (merchantId) => sql`
    with allocated as (
      select order_id, line_no, sum(amount) as amount,
        sum((select coalesce(sum((u ->> 'count')::bigint * (u ->> 'perUnit')::bigint), 0) from jsonb_array_elements(units) u)) as of_units
      from orders.discount_allocation where merchant_id = ${merchantId} group by 1, 2
    ), frozen as (
      select l.order_id, l.line_no, l.discount_amount from orders.order_line l
      join orders."order" o on o.merchant_id = l.merchant_id and o.id = l.order_id
      where l.merchant_id = ${merchantId} and o.rule_set_number is not null
      union all
      select id, 0, shipping_discount_amount from orders."order" where merchant_id = ${merchantId} and rule_set_number is not null
    )
    select coalesce(f.order_id, a.order_id) || ' line ' || coalesce(f.line_no, a.line_no) as subject,
      array[coalesce(a.amount, 0), coalesce(a.amount, 0)]::bigint[] as expected, array[coalesce(f.discount_amount, 0), coalesce(a.of_units, 0)]::bigint[] as found
    from frozen f full join allocated a on a.order_id = f.order_id and a.line_no = f.line_no`,
};

const couponsAreUsed: Check = {
  name: 'promotions.coupons',
  rule: 'A coupon is redeemed when its uses say so, by an order that used it; a batch has as many codes as it made.',
  figures: ['isRedeemed', 'isItsOrder'],
  compared: (merchantId) => sql`
    with used as (
      select coupon_id, sum(times) as times from promotions.usage_entry where merchant_id = ${merchantId} and coupon_id is not null group by 1
    )
    select 'coupon ' || c.code as subject, array[(coalesce(u.times, 0) > 0)::int, 1]::bigint[] as expected,
      array[(c.state = 'redeemed')::int, (c.order_id is null or exists (
        select 1 from promotions.usage_entry e where e.merchant_id = c.merchant_id and e.coupon_id = c.id and e.order_id = c.order_id))::int]::bigint[] as found
    from promotions.coupon c left join used u on u.coupon_id = c.id where c.merchant_id = ${merchantId}
    union all
    select 'batch ' || b.id, array[b.made, 1]::bigint[], array[(select count(*) from promotions.coupon c where c.merchant_id = b.merchant_id and c.batch_id = b.id), 1]::bigint[]
    from promotions.coupon_batch b where b.merchant_id = ${merchantId}`,
};

const allocationsAreUses: Check = {
  name: 'promotions.amounts',
  rule: 'What an order says a promotion gave is what the ledger of its uses says.',
  figures: ['amount'],
  compared: (merchantId) => sql`
    with given as (
      select a.order_id, a.promotion_id, sum(a.amount) as amount from orders.discount_allocation a
      where a.merchant_id = ${merchantId} and a.promotion_id is not null
        -- A till's figures stand where they are wrong; an exception says so.
        and not exists (select 1 from platform.exception e where e.merchant_id = a.merchant_id and e.kind = 'sale.price_mismatch' and e.subject_id = a.order_id)
      group by 1, 2
    ), used as (
      -- Who cancels or brings everything back may give the uses back; an edit gives back what the next version does not use.
      select order_id, promotion_id, sum(amount) as left, sum(amount) filter (where event = 'used') as amount from promotions.usage_entry u
      where merchant_id = ${merchantId}
        and not exists (select 1 from platform.exception e where e.merchant_id = u.merchant_id and e.kind = 'sale.price_mismatch' and e.subject_id = u.order_id)
      group by 1, 2
    )
    select coalesce(g.order_id, u.order_id) || ' ' || coalesce(g.promotion_id, u.promotion_id) as subject,
      array[case when coalesce(o.version, 1) = 1 then coalesce(u.amount, 0) when o.state <> 'placed' and u.left = 0 then coalesce(g.amount, 0)
        else coalesce(u.left, 0) end]::bigint[] as expected,
      array[coalesce(g.amount, 0)]::bigint[] as found
    from given g full join used u on u.order_id = g.order_id and u.promotion_id = g.promotion_id
    left join orders."order" o on o.merchant_id = ${merchantId} and o.id = coalesce(g.order_id, u.order_id)`,
};

const listPricesAreTheirHistory: Check = {
  name: 'pricing.list_prices',
  rule: 'The price of goods in a price list is the last one of its history.',
  figures: ['amount', 'compareAtAmount'],
  compared: (merchantId) => sql`
    with last as (
      select distinct on (price_list_id, variant_id, min_quantity) * from pricing.entry_change where merchant_id = ${merchantId}
      order by price_list_id, variant_id, min_quantity, rule_set_number desc
    )
    select coalesce(l.price_list_id, e.price_list_id) || ' ' || coalesce(l.variant_id, e.variant_id) || ' from ' || coalesce(l.min_quantity, e.min_quantity) as subject,
      array[coalesce(l.amount, -1), coalesce(l.compare_at_amount, -1)]::bigint[] as expected,
      array[coalesce(e.amount, -1), coalesce(e.compare_at_amount, -1)]::bigint[] as found
    from last l full join (select * from pricing.price_entry where merchant_id = ${merchantId}) e
      on e.price_list_id = l.price_list_id and e.variant_id = l.variant_id and e.min_quantity = l.min_quantity`,
};

const basePricesAreTheirHistory: Check = {
  name: 'pricing.base_prices',
  rule: 'The base price of goods is the last one of its history.',
  figures: ['amount', 'compareAtAmount'],
  compared: (merchantId) => sql`
    with last as (
      select distinct on (variant_id) * from pricing.price_change where merchant_id = ${merchantId} order by variant_id, at desc
    )
    select coalesce(l.variant_id, p.variant_id)::text as subject,
      array[coalesce(l.amount, -1), coalesce(l.compare_at_amount, -1)]::bigint[] as expected,
      array[coalesce(p.amount, -1), coalesce(p.compare_at_amount, -1)]::bigint[] as found
    from last l full join (select * from pricing.variant_price where merchant_id = ${merchantId}) p on p.variant_id = l.variant_id`,
};

export const promotionChecks: readonly Check[] = [
  totalsAreUses,
  discountsAreAllocations,
  couponsAreUsed,
  allocationsAreUses,
  listPricesAreTheirHistory,
  basePricesAreTheirHistory,
];
