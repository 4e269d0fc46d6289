/** Puts collections away, and takes them out again. */
import type { Actor } from '../../platform/commands/command.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { writeAudit } from '../merchants/index.ts';
import { type CollectionView, readCollection } from './read-collections.ts';

/**
 * Puts it away: no product belongs to it for prices any more. Whether something live means it is for the caller to know.
 * Refuses `collection.archived`, and a collection of nobody's (404).
 */
export async function archiveCollection(tx: Tx, id: string, actor: Actor, at: string): Promise<CollectionView> {
  const before = await lock(tx, id);
  if (before.isArchived) refuse('collection.archived', 'This collection is archived already.', { status: 409 });
  await set(tx, id, at, at);
  await writeAudit(tx, actor, 'collection.archived', id, { before: { archivedAt: null }, after: { archivedAt: at } });
  return readCollection(tx, id);
}

/** Takes it out again, with the products and the rule it had. Refuses `collection.not_archived`. */
export const restoreCollection = singleKind(
  'catalog.restore_collection',
  async (tx: Tx, { body, actor, at }: Command<{ id: string }>): Promise<CollectionView> => {
    const { isArchived } = await lock(tx, body.id);
    const before = await readCollection(tx, body.id);
    if (!isArchived) refuse('collection.not_archived', 'This collection is not archived.', { status: 409 });
    await set(tx, body.id, null, at);
    await writeAudit(tx, actor, 'collection.restored', body.id, {
      before: { archivedAt: before.archivedAt },
      after: { archivedAt: null },
    });
    return readCollection(tx, body.id);
  },
);

async function lock(tx: Tx, id: string): Promise<{ isArchived: boolean }> {
  const row = await tx.row<{ isArchived: boolean }>(sql`
    select archived_at is not null as "isArchived" from catalog.collection where merchant_id = ${tx.merchantId} and id = ${id} for update`);
  return row ?? notFound('collection');
}

async function set(tx: Tx, id: string, archivedAt: string | null, at: string): Promise<void> {
  await tx.run(sql`
    update catalog.collection set archived_at = ${archivedAt}, version = version + 1, updated_at = ${at} where merchant_id = ${tx.merchantId} and id = ${id}`);
  tx.changes.add('catalog', { type: 'collection', collectionId: id });
}
