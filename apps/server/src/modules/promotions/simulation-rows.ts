/** Simulations as they are asked for and shown. */
import type { Answer, Query } from '@tandem/contract/index.ts';
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { staffNames, writeAudit } from '../merchants/index.ts';
import { readRules } from '../pricing/index.ts';
import { checkDefinition } from './check-definition.ts';
import { requirePromotion } from './promotion-rows.ts';

export type SimulationView = Answer<'GET /api/promotions/simulations/:id'>;
type Row = Omit<SimulationView, 'startedAt' | 'finishedAt'> & { startedAt: Date; finishedAt: Date | null };

async function read(tx: Tx, condition: Sql, limit: number): Promise<SimulationView[]> {
  const rows = await tx.rows<Row>(sql`
    select id, promotion_id as "promotionId", definition, days, state, done, total, started_at as "startedAt", started_by as "startedBy", finished_at as "finishedAt", result
    from promotions.simulation where merchant_id = ${tx.merchantId} and ${condition} order by started_at desc, id desc limit ${limit}`);
  const names = await staffNames(
    tx,
    rows.flatMap((row) => row.startedBy ?? []),
  );
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    startedBy: names.get(row.startedBy ?? '') ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}

/** Past and running ones, the newest first; those of one promotion where it is named. */
export async function listSimulations(
  tx: Tx,
  query: Query<'GET /api/promotions/simulations'>,
): Promise<Answer<'GET /api/promotions/simulations'>> {
  const limit = query.limit ?? 50;
  const [at, id] = readCursor(query.cursor, ['instant', 'id']) ?? [null, null];
  const { promotionId = null, state = null } = query;
  const condition = sql`(${promotionId}::uuid is null or promotion_id = ${promotionId}) and (${state}::text is null or state = ${state})
    and (${at}::timestamptz is null or (started_at, id) < (${at}::timestamptz, ${id}::uuid))`;
  const rows = await read(tx, condition, limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? `${last.startedAt}_${last.id}` : null };
}

/** 404 for an unknown one. */
export async function readSimulation(tx: Tx, id: string): Promise<SimulationView> {
  return (await read(tx, sql`id = ${id}`, 1))[0] ?? notFound('simulation');
}

interface Asked {
  definition: PromotionBody;
  promotionId: string | null;
  days: number;
}

/** Writes down what is to be simulated. Refuses a draft that makes no sense, and a promotion of nobody's (404). */
export const startSimulation = singleKind(
  'promotion.start_simulation',
  async (tx: Tx, { id, body, actor, at }: Command<Asked>): Promise<SimulationView> => {
    await checkDefinition(tx, body.definition);
    if (body.promotionId !== null) await requirePromotion(tx, body.promotionId);
    const definition: Promotion = { id: body.promotionId ?? id, ...body.definition };
    const { number } = await readRules(tx);
    await tx.run(sql`
      insert into promotions.simulation (merchant_id, id, promotion_id, definition, days, state, started_at, started_by, moved_at, rule_set_number)
      values (${tx.merchantId}, ${id}, ${body.promotionId}, ${JSON.stringify(definition)}, ${body.days}, 'running', ${at}, ${actor.staffId ?? null}, ${at}, ${number})`);
    await writeAudit(tx, actor, 'promotion.simulated', id, { days: body.days, definition });
    return readSimulation(tx, id);
  },
);

/** Stops one that runs: whoever works on it ends at its next page. Refuses `simulation.ended`, and an unknown one (404). */
export const cancelSimulation = singleKind(
  'promotion.cancel_simulation',
  async (tx: Tx, { body, actor, at }: Command<{ simulationId: string }>): Promise<SimulationView> => {
    const stopped = await tx.run(sql`
      update promotions.simulation set state = 'cancelled', checkpoint = null, finished_at = ${at}, moved_at = ${at}
      where merchant_id = ${tx.merchantId} and id = ${body.simulationId} and state = 'running'`);
    const simulation = await readSimulation(tx, body.simulationId);
    if (stopped === 0) refuse('simulation.ended', 'This simulation has ended already.', { status: 409 });
    await writeAudit(tx, actor, 'promotion.simulation_cancelled', body.simulationId, { done: simulation.done });
    return simulation;
  },
);
