/** The prices of a list, as a grid shows and changes them. */
import type { Answer, Body, Query } from '@tandem/contract/index.ts';
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import { type Actor, type Command, singleKind } from '../../platform/commands/command.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { listVariantIds, productsOfVariants, searchVariantIds, variantsByIds } from '../catalog/index.ts';
import { writeAudit } from '../merchants/index.ts';
import { type EntryChange, noteEntryChanges, noteListChange } from './list-history.ts';
import { openList, type PriceListView, priceListView, publishLists, requirePriceList } from './price-lists.ts';
import { pricesOf } from './read-prices.ts';
import { lockRules } from './rule-sets.ts';

type Grid = Answer<'GET /api/price-lists/:id/entries'>;
export interface Entry {
  variantId: string;
  /** Thousandths; 0 for the first piece on. */
  minQuantity: number;
  /** Minor units; null takes the price out of the list. */
  amount: number | null;
  compareAtAmount: number | null;
}
const searchMax = 2000;

/** A page of variants with their base price and their prices in the list; 404 for an unknown list. */
export async function readGrid(
  tx: Tx,
  priceListId: string,
  query: Query<'GET /api/price-lists/:id/entries'>,
): Promise<Grid> {
  await requirePriceList(tx, priceListId);
  const from = Number(readCursor(query.cursor, ['number'])?.[0] ?? 0);
  const limit = query.limit ?? 50;
  const words = normaliseSearch(query.search ?? '');
  const found = words === '' ? await listVariantIds(tx) : await searchVariantIds(tx, words, searchMax);
  const priced =
    query.priced === true ? new Set((await readEntries(tx, priceListId)).map((one) => one.variantId)) : null;
  const named = query.ids === undefined ? null : new Set(query.ids.toLowerCase().split(','));
  const all = found.filter((id) => (priced?.has(id) ?? true) && (named?.has(id) ?? true));
  const ids = all.slice(from, from + limit);
  const variants = await variantsByIds(tx, ids);
  const prices = await pricesOf(tx, ids);
  const entries = Map.groupBy(await readEntries(tx, priceListId, ids), (entry) => entry.variantId);
  return {
    items: ids.flatMap((id) => {
      const variant = variants.get(id);
      if (variant === undefined) return [];
      const { productId, sku, name, optionNames, imageUrl } = variant;
      return [
        {
          variantId: id,
          productId,
          sku,
          name,
          optionNames,
          imageUrl,
          baseAmount: prices.get(id)?.amount ?? null,
          compareAtAmount: prices.get(id)?.compareAtAmount ?? null,
          entries: (entries.get(id) ?? []).map(({ minQuantity, amount, compareAtAmount }) => ({
            minQuantity,
            amount,
            compareAtAmount,
          })),
        },
      ];
    }),
    nextCursor: all.length > from + limit ? String(from + limit) : null,
  };
}

export type StoredEntry = Entry & { amount: number };

/** The prices of a list, of all variants or of these. */
export async function readEntries(tx: Tx, priceListId: string, variantIds?: readonly string[]): Promise<StoredEntry[]> {
  return tx.rows<StoredEntry>(sql`
    select variant_id as "variantId", min_quantity as "minQuantity", amount, compare_at_amount as "compareAtAmount" from pricing.price_entry
    where merchant_id = ${tx.merchantId} and price_list_id = ${priceListId}
      and (${variantIds === undefined} or variant_id = any (${[...(variantIds ?? [])]}::uuid[])) order by variant_id, min_quantity`);
}

type PutBody = { priceListId: string } & Body<'PUT /api/price-lists/:id/entries'>;

/** Sets and removes prices, all or none. 404 with the row for a variant of nobody's. */
export const putEntries = singleKind(
  'pricing.put_entries',
  async (tx: Tx, { body, actor, at }: Command<PutBody>): Promise<PriceListView> => {
    await lockRules(tx, at);
    await openList(tx, body.priceListId);
    const known = await productsOfVariants(tx, [...new Set(body.entries.map((entry) => entry.variantId))]);
    const index = body.entries.findIndex((entry) => !known.has(entry.variantId));
    if (index >= 0)
      refuse('variant.not_found', 'There is no such variant.', { status: 404, field: `entries.${index}.variantId` });
    await writeEntries(
      tx,
      body.priceListId,
      body.entries.map((entry) => ({ ...entry, compareAtAmount: entry.compareAtAmount ?? null })),
      actor,
      at,
    );
    return priceListView(tx, body.priceListId, at);
  },
);

/** Writes prices of known variants and publishes; the caller holds the rules' lock. Of two for the same quantity the later one counts. */
export async function writeEntries(
  tx: Tx,
  priceListId: string,
  entries: readonly Entry[],
  actor: Actor,
  at: string,
): Promise<void> {
  const last = new Map(entries.map((entry) => [`${entry.variantId} ${entry.minQuantity}`, entry]));
  const touched = [...new Set(entries.map((entry) => entry.variantId))].sort();
  const before = await readEntries(tx, priceListId, touched);
  const set = [...last.values()].flatMap((entry) =>
    entry.amount === null ? [] : [{ ...entry, amount: entry.amount }],
  );
  const removed = [...last.values()].filter((entry) => entry.amount === null);
  await tx.run(sql`
    delete from pricing.price_entry e using unnest(${removed.map((entry) => entry.variantId)}::uuid[], ${removed.map((entry) => entry.minQuantity)}::bigint[]) as r (variant_id, min_quantity)
    where e.merchant_id = ${tx.merchantId} and e.price_list_id = ${priceListId} and e.variant_id = r.variant_id and e.min_quantity = r.min_quantity`);
  await tx.run(sql`
    insert into pricing.price_entry (merchant_id, price_list_id, updated_at, variant_id, min_quantity, amount, compare_at_amount)
    select ${tx.merchantId}::uuid, ${priceListId}::uuid, ${at}::timestamptz, n.* from unnest(${set.map((entry) => entry.variantId)}::uuid[],
      ${set.map((entry) => entry.minQuantity)}::bigint[], ${set.map((entry) => entry.amount)}::bigint[], ${set.map((entry) => entry.compareAtAmount)}::bigint[]) as n
    on conflict (merchant_id, price_list_id, variant_id, min_quantity) do update
      set amount = excluded.amount, compare_at_amount = excluded.compare_at_amount, updated_at = excluded.updated_at`);
  for (const variantId of touched) tx.changes.add('catalog', { type: 'price', variantId });
  const products = await productsOfVariants(tx, touched);
  for (const productId of new Set(products.values())) tx.changes.add('catalog', { type: 'product', productId });
  const after = await readEntries(tx, priceListId, touched);
  await writeAudit(tx, actor, 'price_list.prices_changed', priceListId, { before, after });
  const ruleSetNumber = await publishLists(tx, actor, at);
  const changes = entryChanges(before, after);
  const change = { event: 'prices', before: null, after: null, entryCount: changes.length } as const;
  await noteListChange(tx, actor, at, { priceListId, ruleSetNumber, ...change });
  await noteEntryChanges(tx, { priceListId, ruleSetNumber }, changes);
}

/** What is otherwise than it was. */
function entryChanges(before: readonly StoredEntry[], after: readonly StoredEntry[]): EntryChange[] {
  const keyOf = (entry: StoredEntry) => `${entry.variantId} ${entry.minQuantity}`;
  const was = new Map(before.map((entry) => [keyOf(entry), entry]));
  const is = new Map(after.map((entry) => [keyOf(entry), entry]));
  return [...new Map([...was, ...is]).entries()].flatMap(([key, { variantId, minQuantity }]) => {
    const [old, now] = [was.get(key), is.get(key)];
    if (old?.amount === now?.amount && old?.compareAtAmount === now?.compareAtAmount) return [];
    return [{ variantId, minQuantity, before: old, after: now }];
  });
}
