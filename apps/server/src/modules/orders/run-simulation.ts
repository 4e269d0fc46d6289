/** The job that replays baskets under a draft, page by page; whoever runs it again goes on where the last one stopped. */
import { isoNow } from '../../platform/clock.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { readRules, rulesOf } from '../pricing/index.ts';
import {
  beginSimulation,
  endSimulation,
  letGoSimulation,
  type SimulationAttempt,
  saveSimulation,
  silentSimulations,
} from '../promotions/index.ts';
import { beginReplay, replayPage } from './simulate-promotion.ts';

export const simulationQueue = 'promotions.simulation';
export interface SimulationJob {
  merchantId: string;
  id: string;
}

const dayMs = 86_400_000;
/** One that fails so often fails for a reason of its own. */
const attemptsMax = 3;

/** Does the work of a simulation, each page in a short transaction; nothing where it has ended or runs elsewhere. */
export async function runSimulation(
  platform: Pick<Platform, 'pool' | 'clock'>,
  { merchantId, id }: SimulationJob,
): Promise<void> {
  const { pool, clock } = platform;
  const attempt = await beginSimulation(pool, merchantId, id);
  if (attempt === undefined) return;
  try {
    await replayAll(platform, merchantId, attempt);
  } catch (error) {
    if (attempt.number < attemptsMax) await letGoSimulation(pool, merchantId, attempt);
    else await endSimulation(pool, merchantId, attempt, { progress: null, at: isoNow(clock) });
    throw error;
  }
}

async function replayAll(
  { pool, clock }: Pick<Platform, 'pool' | 'clock'>,
  merchantId: string,
  attempt: SimulationAttempt,
): Promise<void> {
  const { definition, startedAt: until, ruleSetNumber } = attempt;
  const since = new Date(Date.parse(until) - attempt.days * dayMs).toISOString();
  const { rules, progress } = await readAs(pool, merchantId, async (tx) => {
    const asked = ruleSetNumber === null ? undefined : await rulesOf(tx, ruleSetNumber);
    const known = asked ?? (await readRules(tx));
    const begun = () => beginReplay(tx, { rules: known, draftId: definition.id, since, until });
    return { rules: known, progress: attempt.progress ?? (await begun()) };
  });
  while (await replayPage(pool, merchantId, { rules, definition, since, until, progress }))
    if (!(await saveSimulation(pool, merchantId, attempt, progress))) return;
  await endSimulation(pool, merchantId, attempt, { progress, at: isoNow(clock) });
}

/** Sends simulations again whose work went silent. */
export async function takeUpSimulations({ pool, jobs }: Platform, merchantId: string): Promise<void> {
  for (const id of await readAs(pool, merchantId, silentSimulations))
    await jobs.send<SimulationJob>(simulationQueue, { merchantId, id });
}
