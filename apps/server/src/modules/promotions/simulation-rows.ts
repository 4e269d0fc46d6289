/** Simulations as they are stored: what was asked, how far it is, what came out. */
import type { Answer } from '@tandem/contract/index.ts';
import type { PromotionBody, SimulationResult } from '@tandem/contract/promotions.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { notFound } from '../../platform/refusal.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { writeAudit } from '../merchants/index.ts';
import { checkDefinition } from './check-definition.ts';
import { requirePromotion } from './promotion-rows.ts';

export type SimulationView = Answer<'GET /api/promotions/simulations/:id'>;
type Row = Omit<SimulationView, 'startedAt' | 'finishedAt'> & {
  startedAt: Date;
  finishedAt: Date | null;
  movedAt: Date;
};

/** One that moved no more for so long was lost with its process. */
const lostMs = 5 * 60_000;
const shownMax = 50;

async function read(tx: Tx, condition: Sql, at: string): Promise<SimulationView[]> {
  const rows = await tx.rows<Row>(sql`
    select id, promotion_id as "promotionId", definition, days, state, done, total, started_at as "startedAt", finished_at as "finishedAt", moved_at as "movedAt", result
    from promotions.simulation where merchant_id = ${tx.merchantId} and ${condition} order by started_at desc, id limit ${shownMax}`);
  return rows.map(({ movedAt, ...row }) => ({
    ...row,
    state: row.state === 'running' && movedAt.getTime() < Date.parse(at) - lostMs ? 'failed' : row.state,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}

export const listSimulations = (tx: Tx, at: string): Promise<SimulationView[]> => read(tx, sql`true`, at);

/** 404 for an unknown one. */
export async function readSimulation(tx: Tx, id: string, at: string): Promise<SimulationView> {
  return (await read(tx, sql`id = ${id}`, at))[0] ?? notFound('simulation');
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
    await tx.run(sql`
      insert into promotions.simulation (merchant_id, id, promotion_id, definition, days, state, started_at, moved_at)
      values (${tx.merchantId}, ${id}, ${body.promotionId}, ${JSON.stringify(definition)}, ${body.days}, 'running', ${at}, ${at})`);
    await writeAudit(tx, actor, 'promotion.simulated', id, { days: body.days, definition });
    return readSimulation(tx, id, at);
  },
);

export interface SimulationStep {
  id: string;
  done: number;
  total: number;
  state: 'running' | 'done' | 'failed';
  result: SimulationResult | null;
}

/** How far it is, or how it ended. */
export const moveSimulation = singleKind(
  'promotion.move_simulation',
  async (tx: Tx, { body, at }: Command<SimulationStep>): Promise<{ ok: true }> => {
    await tx.run(sql`
      update promotions.simulation set done = ${body.done}, total = ${body.total}, state = ${body.state}, moved_at = ${at},
        result = ${body.result === null ? null : JSON.stringify(body.result)}, finished_at = case when ${body.state} = 'running' then null else ${at}::timestamptz end
      where merchant_id = ${tx.merchantId} and id = ${body.id} and state = 'running'`);
    return { ok: true };
  },
);

/** Uses by business date, both ends included; what was given back counts on the day of the use. */
export async function usesByDay(
  tx: Tx,
  promotionId: string,
  from: string,
  to: string,
): Promise<{ date: string; uses: number; pieces: number; amount: number }[]> {
  return tx.rows(sql`
    select business_date as date, sum(times)::bigint as uses, sum(pieces)::bigint as pieces, sum(amount)::bigint as amount from promotions.usage_entry
    where merchant_id = ${tx.merchantId} and promotion_id = ${promotionId} and business_date between ${from} and ${to} group by 1 order by 1`);
}
