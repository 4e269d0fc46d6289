// Starts the postmaster and waits until it takes connections.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../cannot-start.ts';
import type { StartLog } from '../start-log.ts';
import type { Engine } from './engine.ts';
import { openEngineLog, reasonFromLog } from './engine-log.ts';
import type { Place } from './place.ts';
import { spawnWatched } from './spawn-watched.ts';

/** A running postmaster. */
export interface Postmaster {
  /** Settles when the postmaster has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it in order: open transactions are rolled back, everything committed is on the disk. */
  stop(): Promise<void>;
}

/** Starts PostgreSQL on the place's data; recovery after a crash takes the time that it needs. */
export async function startPostmaster(
  place: Place,
  engine: Engine,
  socketFolder: string,
  settings: readonly string[],
  log: StartLog,
): Promise<Postmaster> {
  const engineLog = await openEngineLog(place);
  const words = [engine.postgres, '-D', place.data, '-k', socketFolder, ...settings];
  const program = spawnWatched(words, {
    account: place.account,
    folder: place.folder,
    // Fast shutdown: rolls back, writes a checkpoint and leaves nothing to recover.
    signal: 'INT',
    leftover: socketFolder,
    output: engineLog.descriptor,
  });
  await engineLog.handOver();
  let isOver = false;
  const ended = program.ended.then(() => {
    isOver = true;
  });
  const startedAt = Date.now();
  for (let patienceMs = 5_000; !(await isReady(place.data)); await sleep(5)) {
    if (isOver) throw new CannotStart(await reasonFromLog(engineLog));
    if (Date.now() - startedAt < patienceMs) continue;
    log.info(`PostgreSQL is still starting, recovering after a crash; it writes to ${engineLog.file}`);
    patienceMs *= 2;
  }
  return { ended, stop: program.stop };
}

/** Line 8 of the pid file says `ready` as soon as connections are taken. */
async function isReady(dataFolder: string): Promise<boolean> {
  const text = await readFile(path.join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  return text.split('\n')[7]?.trim() === 'ready';
}
