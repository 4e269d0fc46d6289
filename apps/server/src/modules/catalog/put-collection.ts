/** Adds and changes collections, and puts products into those that are filled by hand. */
import type { Body } from '@tandem/contract/index.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { requireName, writeAudit } from '../merchants/index.ts';
import { handleOf } from './handle.ts';
import { type CollectionView, readCollection } from './read-collections.ts';

type Rule = NonNullable<CollectionView['rule']>;

const taken = { collection_merchant_id_handle_key: ['collection.handle_taken', 'handle'] } as const;
const noRule: Rule = { match: 'all', brands: [], tags: [], categoryIds: [] };

/** Adds a collection. Refuses a rule that names nothing, a category that is not there, and a handle that another one has. */
export const addCollection = singleKind(
  'catalog.add_collection',
  async (tx: Tx, { body, actor, at }: Command<Body<'POST /api/collections'>>): Promise<CollectionView> => {
    requireName(body.name);
    const id = newId();
    const rule = body.rule == null ? noRule : await checkRule(tx, body.rule);
    const name = body.name as Record<string, string>;
    const handle = body.handle ?? (await freeCollectionHandle(tx, name.en ?? Object.values(name)[0] ?? ''));
    await refusingTaken(taken, () =>
      tx.run(sql`
      insert into catalog.collection (merchant_id, id, handle, name, kind, match, brands, tags, category_ids, created_at, updated_at)
      values (${tx.merchantId}, ${id}, ${handle}, ${JSON.stringify(name)}, ${body.rule == null ? 'manual' : 'rule'}, ${rule.match},
        ${rule.brands}::text[], ${rule.tags}::text[], ${rule.categoryIds}::uuid[], ${at}, ${at})`),
    );
    tx.changes.add('catalog', { type: 'collection', collectionId: id });
    const added = await readCollection(tx, id);
    await writeAudit(tx, actor, 'collection.added', id, { handle, name, rule: added.rule });
    return added;
  },
);

/** Changes a collection. Refuses `collection.not_by_rule` for a rule where products are put in by hand. */
export const changeCollection = singleKind(
  'catalog.change_collection',
  async (
    tx: Tx,
    { body, actor, at }: Command<{ id: string } & Body<'PATCH /api/collections/:id'>>,
  ): Promise<CollectionView> => {
    if (body.name !== undefined) requireName(body.name);
    const before = await lockCollection(tx, body.id, body.version);
    if (body.rule !== undefined && before.kind !== 'rule')
      refuse('collection.not_by_rule', 'The products of this collection are put in by hand.', { field: 'rule' });
    const after = {
      handle: body.handle ?? before.handle,
      name: body.name ?? before.name,
      rule: body.rule === undefined ? before.rule : await checkRule(tx, body.rule),
    };
    const rule = after.rule ?? noRule;
    await refusingTaken(taken, () =>
      tx.run(sql`
      update catalog.collection set handle = ${after.handle}, name = ${JSON.stringify(after.name)}, match = ${rule.match}, brands = ${rule.brands}::text[],
        tags = ${rule.tags}::text[], category_ids = ${rule.categoryIds}::uuid[], version = version + 1, updated_at = ${at}
      where merchant_id = ${tx.merchantId} and id = ${before.id}`),
    );
    tx.changes.add('catalog', { type: 'collection', collectionId: before.id });
    const { handle, name } = before;
    await writeAudit(tx, actor, 'collection.changed', before.id, {
      before: { handle, name, rule: before.rule },
      after,
    });
    return readCollection(tx, before.id);
  },
);

/**
 * Puts the products into the collection, in their order, in place of those it had. A product named twice counts once.
 * Refuses `collection.by_rule`, and a product that is not the merchant's (404). Tells the feed which came and went.
 */
export const putCollectionProducts = singleKind(
  'catalog.put_collection_products',
  async (
    tx: Tx,
    { body, actor, at }: Command<{ id: string } & Body<'PUT /api/collections/:id/products'>>,
  ): Promise<CollectionView> => {
    const collection = await lockCollection(tx, body.id, body.version);
    if (collection.kind === 'rule')
      refuse('collection.by_rule', 'The products of this collection follow from its rule.', { status: 409 });
    const after = [...new Set(body.productIds.map((id) => id.toLowerCase()))];
    await requireProducts(tx, after);
    const before = await memberIds(tx, collection.id);
    await writeMembers(tx, collection.id, after);
    await tx.run(sql`
      update catalog.collection set version = version + 1, updated_at = ${at} where merchant_id = ${tx.merchantId} and id = ${collection.id}`);
    const added = after.filter((id) => !before.includes(id));
    const removed = before.filter((id) => !after.includes(id));
    tx.changes.add('catalog', { type: 'collection', collectionId: collection.id });
    for (const productId of [...added, ...removed]) tx.changes.add('catalog', { type: 'product', productId });
    await writeAudit(tx, actor, 'collection.filled', collection.id, { added, removed, count: after.length });
    return readCollection(tx, collection.id);
  },
);

/** Locks the row first, so that the second of two at once sees what the first one made. */
async function lockCollection(tx: Tx, id: string, version: number): Promise<CollectionView> {
  const row = await tx.row<{ version: number; isArchived: boolean }>(sql`
    select version::bigint as version, archived_at is not null as "isArchived" from catalog.collection where merchant_id = ${tx.merchantId} and id = ${id} for update`);
  if (row === undefined) notFound('collection');
  if (row.version !== version)
    refuse('collection.changed_meanwhile', 'Somebody changed it meanwhile. Look at it again.', {
      status: 409,
      field: 'version',
      params: { version: row.version },
    });
  if (row.isArchived)
    refuse('collection.archived', 'This collection is archived. Restore it to change it.', { status: 409 });
  return readCollection(tx, id);
}

async function checkRule(tx: Tx, asked: Rule): Promise<Rule> {
  const words = (values: readonly string[]) => [...new Set(values.map((value) => value.trim()).filter(Boolean))];
  const categoryIds = [...new Set(asked.categoryIds.map((id) => id.toLowerCase()))];
  const rule = { match: asked.match, brands: words(asked.brands), tags: words(asked.tags), categoryIds };
  if (rule.brands.length + rule.tags.length + categoryIds.length === 0)
    refuse('collection.rule_empty', 'The rule names no brand, tag or category.', { field: 'rule' });
  const known = await tx.rows(
    sql`select 1 from catalog.category where merchant_id = ${tx.merchantId} and id = any (${categoryIds}::uuid[])`,
  );
  if (known.length !== categoryIds.length)
    refuse('category.not_found', 'There is no such category.', { status: 404, field: 'rule.categoryIds' });
  return rule;
}

async function freeCollectionHandle(tx: Tx, name: string): Promise<string> {
  const wanted = handleOf(name);
  // Two collections of one name at once wait for each other, else both would take the same handle.
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.merchantId} collection handles`}, 0))`);
  const rows = await tx.rows<{ handle: string }>(sql`
    select handle from catalog.collection where merchant_id = ${tx.merchantId} and starts_with(handle, ${wanted})`);
  const known = new Set(rows.map((row) => row.handle));
  for (let number = 1; ; number += 1) {
    const handle = number === 1 ? wanted : `${wanted}-${number}`;
    if (!known.has(handle)) return handle;
  }
}

async function requireProducts(tx: Tx, ids: readonly string[]): Promise<void> {
  const known = await tx.rows(
    sql`select 1 from catalog.product where merchant_id = ${tx.merchantId} and id = any (${[...ids]}::uuid[])`,
  );
  if (known.length !== ids.length)
    refuse('product.not_found', 'There is no such product.', { status: 404, field: 'productIds' });
}

async function memberIds(tx: Tx, collectionId: string): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select product_id as id from catalog.collection_product where merchant_id = ${tx.merchantId} and collection_id = ${collectionId} order by rank`);
  return rows.map((row) => row.id);
}

async function writeMembers(tx: Tx, collectionId: string, ids: readonly string[]): Promise<void> {
  await tx.run(sql`
    delete from catalog.collection_product where merchant_id = ${tx.merchantId} and collection_id = ${collectionId} and product_id <> all (${[...ids]}::uuid[])`);
  await tx.run(sql`
    insert into catalog.collection_product (merchant_id, collection_id, product_id, rank)
    select ${tx.merchantId}::uuid, ${collectionId}::uuid, id, place::int from unnest(${[...ids]}::uuid[]) with ordinality as t (id, place)
    on conflict (merchant_id, collection_id, product_id) do update set rank = excluded.rank`);
}
