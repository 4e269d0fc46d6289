/** Feeds: nothing is missing from a stream, and the stream of orders tells every order and return once. */
import { sql } from '../platform/sql.ts';
import type { Check } from './check.ts';

const positionsAreDense: Check = {
  name: 'feeds.positions',
  rule: 'A stream holds every position from 1 to where it stands.',
  figures: ['entries', 'last'],
  compared: (merchantId) => sql`
    select coalesce(s.stream, f.stream) as subject, array[coalesce(s.position, 0), coalesce(s.position, 0)] as expected,
      array[coalesce(f.count, 0), coalesce(f.last, 0)]::bigint[] as found
    from (select stream, position from platform.stream where merchant_id = ${merchantId}) s
    full join (select stream, count(*) as count, max(position) as last from platform.feed_entry where merchant_id = ${merchantId} group by stream) f on f.stream = s.stream`,
};

const readersAreThere: Check = {
  name: 'feeds.readers',
  rule: 'No reader is further than its stream, and the reports have read all of it.',
  figures: ['position'],
  compared: (merchantId) => sql`
    select c.consumer || ' ' || c.stream as subject,
      array[case when c.consumer = 'reports.sales' then coalesce(s.position, 0) else least(c.position, coalesce(s.position, 0)) end] as expected, array[c.position] as found
    from platform.consumer c left join platform.stream s on s.merchant_id = c.merchant_id and s.stream = c.stream
    where c.merchant_id = ${merchantId}`,
};

const ordersAreTold: Check = {
  name: 'feeds.orders',
  rule: 'The stream of orders tells every order and every return once, with its money; an edit tells the difference.',
  figures: ['times', 'totalAmount', 'netAmount'],
  compared: (merchantId) => sql`
    with told as (
      select case r.value ->> 'type' when 'return' then 'return' else 'sale' end as type, (r.value ->> 'number') || ' ' || (r.value ->> 'at')::timestamptz as what, count(*) filter (where r.value ->> 'type' <> 'edit') as times, sum((r.value ->> 'totalAmount')::bigint) as total,
        sum((select sum((l ->> 'netAmount')::bigint) from jsonb_array_elements(r.value -> 'lines') l)) as net
      from platform.feed_entry e cross join jsonb_array_elements(e.rows) r
      where e.merchant_id = ${merchantId} and e.stream = 'orders' and r.value ->> 'type' in ('sale', 'edit', 'return') group by 1, 2
    ), facts as (
      select 'sale' as type, number || ' ' || placed_at as what, total_amount as total, net_amount as net from orders."order" where merchant_id = ${merchantId}
      union all
      select 'return', coalesce(o.number, r.number) || ' ' || r.at, r.total_amount, r.net_amount
      from orders."return" r left join orders."order" o on o.merchant_id = r.merchant_id and o.id = r.order_id where r.merchant_id = ${merchantId}
    )
    select coalesce(f.type, t.type) || ' ' || coalesce(f.what, t.what) as subject, array[(f.what is not null)::int, coalesce(f.total, 0), coalesce(f.net, 0)]::bigint[] as expected,
      array[coalesce(t.times, 0), coalesce(t.total, 0), coalesce(t.net, 0)]::bigint[] as found
    from facts f full join told t on t.type = f.type and t.what = f.what`,
};

export const feedChecks: readonly Check[] = [positionsAreDense, readersAreThere, ordersAreTold];
