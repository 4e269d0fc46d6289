/** Puts the platform together on a database: pool, bus, pokes, jobs. */
import { type Clock, systemClock } from './clock.ts';
import { CommandBus } from './commands/command-bus.ts';
import { openClient, openPool } from './database/open-pool.ts';
import type { DatabaseTarget } from './database/target.ts';
import { Pokes } from './feeds/pokes.ts';
import { newId } from './ids.ts';
import { newJobs } from './jobs.ts';
import type { Log } from './log.ts';
import { newMetrics } from './metrics.ts';
import type { Platform } from './platform.ts';

export interface PlatformOptions {
  target: DatabaseTarget;
  log: Log;
  clock?: Clock;
  /** Connections to the database, 12 unless given. */
  poolMax?: number;
}
export type RunningPlatform = Platform & { stop(): Promise<void> };

/** The platform alone: what the command line uses to write through the same path as the server. */
export async function buildPlatform(options: PlatformOptions): Promise<RunningPlatform> {
  const { target, log } = options;
  const clock = options.clock ?? systemClock;
  const metrics = newMetrics();
  const pool = openPool(target, { role: 'tandem_app', max: options.poolMax ?? 12, applicationName: 'tandem' });
  const pokes = new Pokes(async () => {
    const client = openClient(target, 'tandem pokes');
    await client.connect();
    return client;
  }, newId());
  const bus = new CommandBus(
    {
      pool,
      onCommit: (merchantId, moved) => pokes.moved(merchantId, moved),
      onBug: (kind, commandId, error) => log.error({ err: error, kind, commandId }, 'bug in a command'),
    },
    clock,
  );
  const jobs = newJobs(
    target.connectionString ?? { host: target.host, port: target.port, user: target.user, database: target.database },
    log,
  );
  await pokes.start();
  const stop = async (): Promise<void> => {
    await bus.drained();
    await pokes.close();
    await pool.end();
  };
  return { pool, bus, pokes, jobs, clock, log, metrics, stop };
}
