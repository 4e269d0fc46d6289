/** The work on simulations as it is stored: who does it now, how far it is, and how it ended. */
import type { SimulationResult } from '@tandem/contract/promotions.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import type { Pool } from 'pg';
import { sql } from '../../platform/sql.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import type { ReplayedUses } from './replayed-uses.ts';

/** How far a replay is: the last basket that counts in the result, and the uses counted until then. */
export interface SimulationProgress {
  after: { at: string; id: string } | null;
  done: number;
  total: number;
  result: SimulationResult;
  /** Every other promotion that a basket used, without the draft and beside it. */
  others: Record<string, SimulationResult['disturbed'][number]>;
  usesNow: ReplayedUses;
  usesDraft: ReplayedUses;
}
/** One beginning of a simulation. Where it was taken for dead, another one took over, and it writes nothing any more. */
export interface SimulationAttempt {
  id: string;
  number: number;
  definition: Promotion;
  days: number;
  startedAt: string;
  ruleSetNumber: number | null;
  /** Where the attempt before it stopped; null at the beginning. */
  progress: SimulationProgress | null;
}

const silentSeconds = 30;
const isSilent = sql`heartbeat_at < now() - make_interval(secs => ${silentSeconds})`;

/** Begins the simulation, or goes on with it after its process died. Undefined when it has ended, or runs elsewhere. */
export function beginSimulation(pool: Pool, merchantId: string, id: string): Promise<SimulationAttempt | undefined> {
  return readAs(pool, merchantId, async (tx) => {
    const row = await tx.row<Omit<SimulationAttempt, 'startedAt'> & { startedAt: Date }>(sql`
      update promotions.simulation set attempt = attempt + 1, heartbeat_at = now()
      where merchant_id = ${merchantId} and id = ${id} and state = 'running' and (attempt = 0 or ${isSilent})
      returning id, attempt as number, definition, days, started_at as "startedAt", rule_set_number as "ruleSetNumber", checkpoint as progress`);
    return row === undefined ? undefined : { ...row, startedAt: row.startedAt.toISOString() };
  });
}

/** Keeps how far it is; false where it was cancelled, or another attempt took over. */
export async function saveSimulation(
  pool: Pool,
  merchantId: string,
  { id, number }: SimulationAttempt,
  progress: SimulationProgress,
): Promise<boolean> {
  return readAs(pool, merchantId, async (tx) => {
    const moved = await tx.run(sql`
      update promotions.simulation set done = ${progress.done}, total = ${progress.total}, checkpoint = ${JSON.stringify(progress)}, heartbeat_at = now(), moved_at = now()
      where merchant_id = ${merchantId} and id = ${id} and attempt = ${number} and state = 'running'`);
    return moved === 1;
  });
}

/** Ends it with its result, or as failed; nothing where it was cancelled or another attempt took over. */
export async function endSimulation(
  pool: Pool,
  merchantId: string,
  { id, number }: SimulationAttempt,
  end: { progress: SimulationProgress | null; at: string },
): Promise<void> {
  const { progress, at } = end;
  await readAs(pool, merchantId, (tx) =>
    tx.run(sql`
      update promotions.simulation set state = ${progress === null ? 'failed' : 'done'}, done = ${progress?.done ?? 0}, total = ${progress?.total ?? null},
        result = ${progress === null ? null : JSON.stringify(progress.result)}, checkpoint = null, finished_at = ${at}, moved_at = ${at}
      where merchant_id = ${merchantId} and id = ${id} and attempt = ${number} and state = 'running'`),
  );
}

/** Leaves it to whoever tries next, at once. */
export async function letGoSimulation(
  pool: Pool,
  merchantId: string,
  { id, number }: SimulationAttempt,
): Promise<void> {
  await readAs(pool, merchantId, (tx) =>
    tx.run(sql`
      update promotions.simulation set heartbeat_at = '-infinity'
      where merchant_id = ${merchantId} and id = ${id} and attempt = ${number} and state = 'running'`),
  );
}

/** Simulations that run on paper alone: nobody gave a sign of life for a while. */
export async function silentSimulations(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select id from promotions.simulation where merchant_id = ${tx.merchantId} and state = 'running' and ${isSilent} order by id`);
  return rows.map((row) => row.id);
}
