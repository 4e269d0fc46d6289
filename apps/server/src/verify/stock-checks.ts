/** Stock: every level against its ledger, every claim against whoever claims. */
import { sql } from '../platform/sql.ts';
import type { Check } from './check.ts';

const quantities = [
  'sellable',
  'quality_control',
  'damaged',
  'expired',
  'on_hold',
  'committed',
  'held',
  'staged',
  'in_transit',
  'on_order',
  'value_amount',
];

const levelsAreLedger: Check = {
  name: 'stock.levels',
  rule: 'Every figure of a level is the sum of its movements.',
  figures: quantities,
  compared: (merchantId) => sql`
    select coalesce(m.subject, l.subject) as subject, m.figures as expected, l.figures as found
    from (
      select location_id || ' ' || variant_id as subject, array[sum(sellable), sum(quality_control), sum(damaged), sum(expired), sum(on_hold), sum(committed), sum(held), sum(staged),
        sum(in_transit), sum(on_order), sum(value_amount)]::bigint[] as figures
      from inventory.movement where merchant_id = ${merchantId} group by location_id, variant_id
    ) m full join (
      select location_id || ' ' || variant_id as subject, array[sellable, quality_control, damaged, expired, on_hold, committed, held, staged, in_transit, on_order, value_amount] as figures
      from inventory.stock_level where merchant_id = ${merchantId} and (entries > 0 or sellable <> 0 or value_amount <> 0)
    ) l using (subject)`,
};

const entriesAreDense: Check = {
  name: 'stock.entries',
  rule: 'The movements of a level are numbered from 1 without a gap, and the level knows how many there are.',
  figures: ['count', 'lastNumber'],
  compared: (merchantId) => sql`
    select l.location_id || ' ' || l.variant_id as subject, array[l.entries, l.entries] as expected, array[coalesce(m.count, 0), coalesce(m.last, 0)]::bigint[] as found
    from inventory.stock_level l left join (
      select location_id, variant_id, count(*) as count, max(entry_no) as last from inventory.movement where merchant_id = ${merchantId} group by location_id, variant_id
    ) m on m.location_id = l.location_id and m.variant_id = l.variant_id
    where l.merchant_id = ${merchantId}`,
};

const claimsAreClaimed: Check = {
  name: 'stock.claims',
  rule: 'Held is the sum of the holds; committed and staged are the open and the picked lines of orders.',
  figures: ['held', 'committed', 'staged'],
  compared: (merchantId) => sql`
    with claimed as (
      select location_id, variant_id, quantity as held, 0 as committed, 0 as staged from inventory.hold where merchant_id = ${merchantId}
      union all
      select f.location_id, l.variant_id, 0, case when f.state = 'open' then l.quantity else 0 end, case when f.state = 'picked' then l.quantity else 0 end
      from orders.fulfilment f join orders.fulfilment_line l on l.merchant_id = f.merchant_id and l.fulfilment_id = f.id
      where f.merchant_id = ${merchantId} and f.state in ('open', 'picked')
    ), sums as (
      select location_id, variant_id, array[sum(held), sum(committed), sum(staged)]::bigint[] as figures from claimed group by 1, 2
    )
    select coalesce(s.location_id, l.location_id) || ' ' || coalesce(s.variant_id, l.variant_id) as subject, coalesce(s.figures, '{0,0,0}') as expected,
      array[coalesce(l.held, 0), coalesce(l.committed, 0), coalesce(l.staged, 0)]::bigint[] as found
    from sums s full join (select * from inventory.stock_level where merchant_id = ${merchantId}) l on l.location_id = s.location_id and l.variant_id = s.variant_id`,
};

const documentsMoved: Check = {
  name: 'stock.documents',
  rule: 'Every receipt and adjustment has moved stock, and every such movement has its document.',
  figures: ['hasDocument', 'hasMovements'],
  compared: (merchantId) => sql`
    select coalesce(d.id, m.document_id)::text as subject, array[1, 1]::bigint[] as expected, array[(d.id is not null)::int, (m.document_id is not null)::int]::bigint[] as found
    from (select id from inventory.stock_document where merchant_id = ${merchantId}) d
    full join (
      select distinct document_id from inventory.movement where merchant_id = ${merchantId} and reason in ('opening', 'receipt', 'adjustment', 'count')
    ) m on m.document_id = d.id`,
};

const emptyHasNoValue: Check = {
  name: 'stock.value',
  rule: 'Where nothing is on hand, no value is left.',
  figures: ['valueAmount'],
  compared: (merchantId) => sql`
    select location_id || ' ' || variant_id as subject, array[0]::bigint[] as expected, array[value_amount] as found from inventory.stock_level
    where merchant_id = ${merchantId} and sellable = 0 and quality_control + damaged + expired + on_hold = 0`,
};

export const stockChecks: readonly Check[] = [
  levelsAreLedger,
  entriesAreDense,
  claimsAreClaimed,
  documentsMoved,
  emptyHasNoValue,
];
