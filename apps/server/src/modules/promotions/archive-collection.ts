/** Puts a collection away that no promotion needs any more. */
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { archiveCollection } from '../catalog/index.ts';
import { sellingFacts } from '../merchants/index.ts';
import { lockRules } from '../pricing/index.ts';
import { readPromotions, stateAt } from './promotion-rows.ts';

/**
 * Archives the collection. Refuses `collection.in_use` while a promotion means it that counts now or is to count by itself,
 * naming the promotion. The lock of the rules keeps another one from being published meanwhile.
 */
export const archiveUnusedCollection = singleKind(
  'promotion.archive_collection',
  async (tx: Tx, { body, actor, at }: Command<{ collectionId: string }>) => {
    await lockRules(tx, at);
    const { timeZone } = await sellingFacts(tx);
    const live = await readPromotions(tx, sql`state in ('live', 'paused')`);
    const user = live.find(
      (row) => stateAt(row, at, timeZone) !== 'ended' && collectionsIn(row.definition).has(body.collectionId),
    );
    if (user !== undefined)
      refuse('collection.in_use', `The promotion “${Object.values(user.definition.name)[0]}” means this collection.`, {
        status: 409,
        params: { promotionId: user.id, name: user.definition.name },
      });
    return archiveCollection(tx, body.collectionId, actor, at);
  },
);

/** The collections that a promotion means, wherever they stand in it. */
export function collectionsIn(definition: Promotion): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'collections' && Array.isArray(inner)) for (const id of inner) found.add(String(id));
      else walk(inner);
    }
  };
  walk([definition.condition, definition.action]);
  return found;
}
