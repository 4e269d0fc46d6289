/** Members: those that orders name are there, and each is what its last change left. */
import { sql } from '../platform/sql.ts';
import type { Check } from './check.ts';

const orderedByMembers: Check = {
  name: 'members.orders',
  rule: 'The member of an order, of a use and of a coupon is there.',
  figures: ['members'],
  compared: (merchantId) => sql`
    select p.what || ' of member ' || p.member_id as subject, array[1]::bigint[] as expected, array[count(m.id)] as found
    from (
      select distinct 'order' as what, member_id from orders."order" where merchant_id = ${merchantId} and member_id is not null
      union all select distinct 'use', member_id from promotions.usage_entry where merchant_id = ${merchantId} and member_id is not null
      union all select distinct 'coupon', member_id from promotions.coupon where merchant_id = ${merchantId} and member_id is not null
    ) p left join members.member m on m.merchant_id = ${merchantId} and m.id = p.member_id
    group by p.what, p.member_id`,
};

const usedByItsMember: Check = {
  name: 'members.uses',
  rule: 'A use is the use of the member whose order it is of.',
  figures: ['uses'],
  compared: (merchantId) => sql`
    select 'order ' || u.order_id as subject, array[count(*)] as expected, array[count(*) filter (where u.member_id is not distinct from o.member_id)] as found
    from promotions.usage_entry u join orders."order" o on o.merchant_id = ${merchantId} and o.id = u.order_id
    where u.merchant_id = ${merchantId} group by u.order_id`,
};

/** Members of other systems come without a change of their own. */
const asLastChanged: Check = {
  name: 'members.history',
  rule: 'A member is what its last change left, and every change stands in its history.',
  figures: ['version', 'facts'],
  compared: (merchantId) => sql`
    select 'member ' || m.id as subject, array[m.version, 1]::bigint[] as expected,
      array[c.version, case when c.after = jsonb_build_object('reference', m.reference, 'name', m.name, 'email', m.email, 'phone', m.phone, 'tier', m.tier,
        'tags', to_jsonb(m.tags), 'birthday', m.birthday, 'isTaxExempt', m.is_tax_exempt, 'referredBy', m.referred_by) then 1 else 0 end]::bigint[] as found
    from members.member m cross join lateral (
      select c.version, c.after from members.member_change c where c.merchant_id = ${merchantId} and c.member_id = m.id order by c.version desc limit 1
    ) c where m.merchant_id = ${merchantId}`,
};

export const memberChecks: readonly Check[] = [orderedByMembers, usedByItsMember, asLastChanged];
