/** What every module gets: the database, the bus, the feeds, clock and log. Knows no module. */
import type { Pool } from 'pg';
import type { Clock } from './clock.ts';
import type { CommandBus } from './commands/command-bus.ts';
import type { Pokes } from './feeds/pokes.ts';
import type { Jobs } from './jobs.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

export interface Platform {
  pool: Pool;
  bus: CommandBus;
  pokes: Pokes;
  jobs: Jobs;
  clock: Clock;
  log: Log;
  metrics: Metrics;
}
