/** Brings what is live into the rules: the rule set that prices every basket from the commit on. */
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import type { Actor } from '../../platform/commands/command.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { knownIds } from '../catalog/index.ts';
import { lockRules, periodAt, publishRules } from '../pricing/index.ts';
import { collectionsIn } from './archive-collection.ts';
import { normalCode } from './check-definition.ts';
import { type PromotionRow, readPromotions } from './promotion-rows.ts';

/** What was over for so long is asked for by nobody; until then a late code is told that it has ended. */
const keptDays = 30;

/** Publishes the live promotions as the next rule set. */
export async function publishLive(tx: Tx, actor: Actor, at: string): Promise<void> {
  await lockRules(tx, at);
  const live = await readPromotions(tx, sql`state = 'live'`);
  const since = new Date(Date.parse(at) - keptDays * 86_400_000).toISOString();
  const promotions = live
    .map((row) => row.definition)
    .filter(({ schedule }) => periodAt(schedule, since, 'UTC') !== 'ended')
    .sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1));
  await refuseArchived(tx, promotions);
  await publishRules(tx, actor, at, { promotions });
}

/** What was checked before the lock may have been archived until it was got. */
async function refuseArchived(tx: Tx, promotions: readonly Promotion[]): Promise<void> {
  const named = [...new Set(promotions.flatMap((one) => [...collectionsIn(one)]))];
  if (named.length === 0) return;
  const known = await knownIds(tx, { products: [], variants: [], categories: [], collections: named });
  if (named.some((id) => !known.has(id)))
    refuse('collection.not_found', 'There is no such collection.', { status: 404, field: 'action.items.collections' });
}

/** Takes the shared codes of a promotion that is live or paused, and lets those go that it had. Refuses `promotion.code_taken`. */
export async function takeCodes(tx: Tx, { id, definition, state }: PromotionRow): Promise<void> {
  await tx.run(sql`delete from promotions.shared_code where merchant_id = ${tx.merchantId} and promotion_id = ${id}`);
  if (definition.trigger.kind !== 'code' || (state !== 'live' && state !== 'paused')) return;
  const codes = definition.trigger.sharedCodes.map(normalCode);
  if (codes.length === 0) return;
  const taken = await tx.rows<{ code: string }>(sql`
    insert into promotions.shared_code (merchant_id, code, promotion_id)
    select ${tx.merchantId}::uuid, code, ${id}::uuid from unnest(${[...codes].sort()}::text[]) as c (code) order by code
    on conflict (merchant_id, code) do nothing returning code`);
  const free = new Set(taken.map((row) => row.code));
  const index = codes.findIndex((code) => !free.has(code));
  if (index >= 0)
    refuse('promotion.code_taken', `Another promotion has the code ${codes[index]}.`, {
      status: 409,
      field: `trigger.sharedCodes.${index}`,
      params: { code: codes[index] },
    });
}
