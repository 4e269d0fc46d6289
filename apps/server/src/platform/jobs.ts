/**
 * Work outside of requests, by pg-boss: simulations, codes, schedules. Never inside a sale. What a queue does is a plain
 * function of its payload; a job that ran twice must change nothing more. Where no queue runs (the command line, tests) the
 * work is done by this process, behind the answer.
 */
import { PgBoss } from 'pg-boss';
import type { Log } from './log.ts';

export interface Jobs {
  /** Registers what a queue does; call before `start`. */
  handle<P extends object>(queue: string, run: (payload: P) => Promise<void>): void;
  /** Runs the queue by a cron line, in UTC. */
  schedule(queue: string, cron: string): void;
  send<P extends object>(queue: string, payload: P): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface JobsTarget {
  host: string;
  port: number;
  user: string;
  database: string;
  password?: string;
}

/** Jobs on pg-boss's own schema; failed jobs are kept and tried again 3 times. */
export function newJobs(target: JobsTarget | string, log: Log): Jobs {
  const connection = typeof target === 'string' ? { connectionString: target } : target;
  const boss = new PgBoss({ ...connection, schema: 'pgboss', max: 2, application_name: 'tandem jobs' });
  const handlers = new Map<string, (payload: object) => Promise<void>>();
  const schedules = new Map<string, string>();
  boss.on('error', (error: Error) => log.error({ err: error }, 'jobs'));
  let isStarted = false;
  return {
    handle: (queue, run) => void handlers.set(queue, run as (payload: object) => Promise<void>),
    schedule: (queue, cron) => void schedules.set(queue, cron),
    send: async (queue, payload) => {
      if (isStarted) return void (await boss.send(queue, payload, { retryLimit: 3, retryBackoff: true }));
      const run = handlers.get(queue);
      if (run === undefined) throw new Error(`No work is registered for the queue ${queue}`);
      run(payload).catch((error: unknown) => log.error({ err: error, queue }, 'job'));
    },
    start: async () => {
      await boss.start();
      for (const [queue, run] of handlers) {
        await boss.createQueue(queue);
        await boss.work(queue, { pollingIntervalSeconds: 1 }, async (jobs) => {
          for (const job of jobs) await run(job.data as object);
        });
      }
      for (const [queue, cron] of schedules) await boss.schedule(queue, cron);
      isStarted = true;
    },
    stop: async () => {
      if (isStarted) await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}
