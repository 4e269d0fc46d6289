/** Everything that people do with a promotion: write, change, publish, pause, resume, end, copy. Each leaves its before and after. */
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import { type Actor, type Command, singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts, writeAudit } from '../merchants/index.ts';
import { periodAt } from '../pricing/index.ts';
import { checkDefinition } from './check-definition.ts';
import {
  lockPromotion,
  type PromotionEvent,
  type PromotionRow,
  type PromotionView,
  requirePromotion,
  viewOf,
} from './promotion-rows.ts';
import { publishLive, takeCodes } from './publish-live.ts';

/** Writes a draft. Refuses what `checkDefinition` refuses. */
export const createPromotion = singleKind(
  'promotion.create',
  async (tx: Tx, { id, body, actor, at }: Command<PromotionBody>): Promise<PromotionView> => {
    await checkDefinition(tx, body);
    return insert(tx, { id, ...body }, actor, at, 'created');
  },
);

/** A new draft with the same definition. */
export const copyPromotion = singleKind(
  'promotion.copy',
  async (tx: Tx, { id, body, actor, at }: Command<{ promotionId: string }>): Promise<PromotionView> => {
    const { definition } = await requirePromotion(tx, body.promotionId);
    const name = Object.fromEntries(
      Object.entries(definition.name).map(([language, text]) => [
        language,
        language === 'zh-Hant' ? `${text}（副本）` : `${text} (copy)`,
      ]),
    );
    // A code belongs to one promotion, so the copy has none.
    const trigger =
      definition.trigger.kind === 'code' ? { kind: 'code' as const, sharedCodes: [] } : definition.trigger;
    return insert(tx, { ...definition, id, name, trigger }, actor, at, 'copied');
  },
);

async function insert(
  tx: Tx,
  definition: Promotion,
  actor: Actor,
  at: string,
  event: PromotionEvent,
): Promise<PromotionView> {
  const { id } = definition;
  const staffId = actor.staffId ?? null;
  await tx.run(sql`
    insert into promotions.promotion (merchant_id, id, definition, state, created_at, created_by, updated_at, updated_by)
    values (${tx.merchantId}, ${id}, ${JSON.stringify(definition)}, 'draft', ${at}, ${staffId}, ${at}, ${staffId})`);
  await note(tx, actor, at, { id, version: 1, event, before: null, after: definition });
  return viewOf(tx, id, at);
}

export interface ChangeBody {
  promotionId: string;
  version: number;
  definition: PromotionBody;
}

/** Changes a promotion that is not over. Refuses `promotion.changed_meanwhile` where another version was looked at. */
export const changePromotion = singleKind(
  'promotion.change',
  async (tx: Tx, { body, actor, at }: Command<ChangeBody>): Promise<PromotionView> => {
    const before = await lockPromotion(tx, body.promotionId);
    if (before.state === 'ended') wrongState('An ended promotion stays as it was. Copy it.');
    if (before.version !== body.version)
      refuse('promotion.changed_meanwhile', 'Somebody changed it meanwhile. Look at it again.', {
        status: 409,
        field: 'version',
        params: { version: before.version },
      });
    await checkDefinition(tx, body.definition);
    const after = { ...before, definition: { id: before.id, ...body.definition } };
    await store(tx, before, after, 'changed', actor, at);
    return viewOf(tx, before.id, at);
  },
);

export interface MoveBody {
  promotionId: string;
  event: 'published' | 'paused' | 'resumed' | 'ended';
}
const moves: Readonly<
  Record<MoveBody['event'], { from: readonly PromotionRow['state'][]; to: PromotionRow['state'] }>
> = {
  published: { from: ['draft'], to: 'live' },
  paused: { from: ['live'], to: 'paused' },
  resumed: { from: ['paused'], to: 'live' },
  ended: { from: ['live', 'paused'], to: 'ended' },
};

/** Moves a promotion. Refuses `promotion.wrong_state`, and what would count in a period that is over (`promotion.period`). */
export const movePromotion = singleKind(
  'promotion.move',
  async (tx: Tx, { body, actor, at }: Command<MoveBody>): Promise<PromotionView> => {
    const before = await lockPromotion(tx, body.promotionId);
    const { from, to } = moves[body.event];
    if (!from.includes(before.state)) wrongState('It is not in a state for that.');
    const { timeZone } = await sellingFacts(tx);
    if (to === 'live' && periodAt(before.definition.schedule, at, timeZone) === 'ended')
      refuse('promotion.period', 'Its period is over.', { field: 'schedule.end' });
    // What was checked when it was written may be gone since.
    if (to === 'live') await checkDefinition(tx, before.definition as PromotionBody);
    await store(tx, before, { ...before, state: to }, body.event, actor, at);
    return viewOf(tx, before.id, at);
  },
);

function wrongState(detail: string): never {
  return refuse('promotion.wrong_state', detail, { status: 409 });
}

async function store(
  tx: Tx,
  before: PromotionRow,
  after: PromotionRow,
  event: PromotionEvent,
  actor: Actor,
  at: string,
): Promise<void> {
  const version = before.version + 1;
  await tx.run(sql`
    update promotions.promotion set definition = ${JSON.stringify(after.definition)}, state = ${after.state}, version = ${version}, updated_at = ${at},
      updated_by = ${actor.staffId ?? null}, published_at = case when ${event} = 'published' then ${at}::timestamptz else published_at end,
      ended_at = case when ${event} = 'ended' then ${at}::timestamptz else ended_at end
    where merchant_id = ${tx.merchantId} and id = ${before.id}`);
  await takeCodes(tx, after);
  await note(tx, actor, at, { id: before.id, version, event, before: before.definition, after: after.definition });
  if (before.state === 'live' || after.state === 'live') await publishLive(tx, actor, at);
}

async function note(
  tx: Tx,
  actor: Actor,
  at: string,
  change: { id: string; version: number; event: PromotionEvent; before: Promotion | null; after: Promotion },
): Promise<void> {
  const { id, version, event, before, after } = change;
  await tx.run(sql`
    insert into promotions.promotion_change (merchant_id, promotion_id, version, event, at, staff_id, before, after)
    values (${tx.merchantId}, ${id}, ${version}, ${event}, ${at}, ${actor.staffId ?? null}, ${before === null ? null : JSON.stringify(before)}, ${JSON.stringify(after)})`);
  await writeAudit(tx, actor, `promotion.${event}`, id, { version, before, after });
}

/** An id for a definition that is only tried. */
export const draftOf = (definition: PromotionBody, id: string = newId()): Promotion => ({ id, ...definition });
