/** Price lists as they were: each change with who made it, and the prices that counted under a number of the rules. */
import type { Answer, Query } from '@tandem/contract/index.ts';
import type { PriceEntry } from '@tandem/domain/pricing/basket.ts';
import type { PriceList } from '@tandem/domain/pricing/rule-set.ts';
import type { Actor } from '../../platform/commands/command.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { variantsByIds } from '../catalog/index.ts';
import { staffNames } from '../merchants/index.ts';

type Changes = Answer<'GET /api/price-lists/:id/history'>;

export interface ListChange {
  priceListId: string;
  /** The rules that it was published with. */
  ruleSetNumber: number;
  event: 'added' | 'changed' | 'ended' | 'prices';
  before: PriceList | null;
  after: PriceList | null;
  entryCount?: number;
}

/** Appends a change of a list; the caller holds the rules' lock. `at` is an instant (ISO). */
export async function noteListChange(tx: Tx, actor: Actor, at: string, change: ListChange): Promise<void> {
  const { priceListId, ruleSetNumber, event, before, after, entryCount = 0 } = change;
  const json = (list: PriceList | null) => (list === null ? null : JSON.stringify(list));
  await tx.run(sql`
    insert into pricing.price_list_change (merchant_id, price_list_id, rule_set_number, event, at, staff_id, before, after, entry_count)
    values (${tx.merchantId}, ${priceListId}, ${ruleSetNumber}, ${event}, ${at}, ${actor.staffId ?? null}, ${json(before)}, ${json(after)}, ${entryCount})`);
}

export interface EntryChange {
  variantId: string;
  minQuantity: number;
  before: { amount: number; compareAtAmount: number | null } | undefined;
  after: { amount: number; compareAtAmount: number | null } | undefined;
}

/** Appends the prices that a change set, changed or took out. */
export async function noteEntryChanges(
  tx: Tx,
  { priceListId, ruleSetNumber }: { priceListId: string; ruleSetNumber: number },
  changes: readonly EntryChange[],
): Promise<void> {
  const of = <T>(value: (change: EntryChange) => T) => changes.map(value);
  await tx.run(sql`
    insert into pricing.entry_change (merchant_id, price_list_id, rule_set_number, variant_id, min_quantity, before_amount, before_compare_at_amount, amount, compare_at_amount)
    select ${tx.merchantId}::uuid, ${priceListId}::uuid, ${ruleSetNumber}::bigint, n.* from unnest(${of((one) => one.variantId)}::uuid[], ${of((one) => one.minQuantity)}::bigint[],
      ${of((one) => one.before?.amount ?? null)}::bigint[], ${of((one) => one.before?.compareAtAmount ?? null)}::bigint[],
      ${of((one) => one.after?.amount ?? null)}::bigint[], ${of((one) => one.after?.compareAtAmount ?? null)}::bigint[]) as n`);
}

/** The prices in lists as they counted under the rules of that number; variants without one are left out. */
export async function entriesUnder(
  tx: Tx,
  variantIds: readonly string[],
  ruleSetNumber: number,
): Promise<Map<string, PriceEntry[]>> {
  const rows = await tx.rows<PriceEntry & { variantId: string; amount: number | null }>(sql`
    select distinct on (variant_id, price_list_id, min_quantity) variant_id as "variantId", price_list_id as "priceListId", min_quantity as "minQuantity", amount,
      compare_at_amount as "compareAtAmount"
    from pricing.entry_change where merchant_id = ${tx.merchantId} and variant_id = any (${[...variantIds]}::uuid[]) and rule_set_number <= ${ruleSetNumber}
    order by variant_id, price_list_id, min_quantity, rule_set_number desc`);
  const counted = rows.filter((row) => row.amount !== null);
  return new Map(
    [...Map.groupBy(counted, (row) => row.variantId)].map(([id, entries]) => [
      id,
      entries.map(({ variantId: _, ...entry }) => entry),
    ]),
  );
}

const shownEntriesMax = 200;

interface Row extends Omit<ListChange, 'priceListId' | 'entryCount'> {
  at: Date;
  staffId: string | null;
  entryCount: number;
  entries: Omit<Changes['items'][number]['entries'][number], 'sku' | 'name' | 'optionNames'>[];
}

/** A page of the changes, the newest first, each with its first 200 prices. */
export async function listHistory(
  tx: Tx,
  priceListId: string,
  query: Query<'GET /api/price-lists/:id/history'>,
): Promise<Changes> {
  const limit = query.limit ?? 50;
  const before = readCursor(query.cursor, ['number'])?.[0] ?? null;
  const found = await tx.rows<Row>(sql`
    select c.rule_set_number as "ruleSetNumber", c.event, c.at, c.staff_id as "staffId", c.before, c.after, c.entry_count as "entryCount", e.entries
    from pricing.price_list_change c
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('variantId', n.variant_id, 'minQuantity', n.min_quantity, 'beforeAmount', n.before_amount,
          'beforeCompareAtAmount', n.before_compare_at_amount, 'amount', n.amount, 'compareAtAmount', n.compare_at_amount) order by n.variant_id, n.min_quantity), '[]') as entries
      from (
        select * from pricing.entry_change e
        where e.merchant_id = c.merchant_id and e.price_list_id = c.price_list_id and e.rule_set_number = c.rule_set_number
        order by e.variant_id, e.min_quantity limit ${shownEntriesMax}
      ) n
    ) e
    where c.merchant_id = ${tx.merchantId} and c.price_list_id = ${priceListId} and (${before}::bigint is null or c.rule_set_number < ${before}::bigint)
    order by c.rule_set_number desc limit ${limit + 1}`);
  const rows = found.slice(0, limit);
  const names = await staffNames(
    tx,
    rows.flatMap((row) => row.staffId ?? []),
  );
  const variants = await variantsByIds(tx, [
    ...new Set(rows.flatMap((row) => row.entries.map((entry) => entry.variantId))),
  ]);
  return {
    items: rows.map(({ staffId, entries, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      staffName: names.get(staffId ?? '') ?? null,
      entries: entries.map((entry) => {
        const variant = variants.get(entry.variantId);
        const { sku = '', name = {}, optionNames = [] } = variant ?? {};
        return { ...entry, sku, name, optionNames };
      }),
    })),
    nextCursor: found.length > limit ? String(rows.at(-1)?.ruleSetNumber ?? 0) : null,
  };
}
