// Runs the postmaster so that it never outlives Tandem, not even when Tandem is killed with SIGKILL.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../cannot-start.ts';
import type { StartLog } from '../start-log.ts';
import type { Engine } from './engine.ts';
import { postmasterPid } from './orphan.ts';
import type { Place } from './place.ts';

/**
 * Descriptor 3 is a pipe that only Tandem holds open; nothing is ever written to it. When Tandem ends, however it ends,
 * `cat` reads the end and the postmaster gets SIGINT, its fast shutdown: it rolls back, writes a checkpoint and leaves
 * nothing to recover. Asking the kernel instead (`prctl PDEATHSIG`) would work on Linux only and is lost when the user
 * changes. The socket folder goes with the postmaster.
 */
const watchScript = `
socket=$1; shift
"$@" 3<&- </dev/null & server=$!
{ cat <&3 >/dev/null; kill -INT $server; } 3<&3 & watch=$!
exec 3<&-
wait $server; code=$?
kill $watch 2>/dev/null
rm -rf "$socket" 2>/dev/null
exit $code
`;

const logBytesMax = 5_000_000;

/** A running postmaster. */
export interface Postmaster {
  /** Settles when the postmaster has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it in order: open transactions are rolled back, everything committed is on the disk. */
  stop(): Promise<void>;
}

/** The environment of PostgreSQL's programs: none of the machine's own PG… settings reach them. */
export function engineEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' };
}

/** Starts the postmaster and waits until it takes connections; recovery after a crash may take its time. */
export async function startPostmaster(
  place: Place,
  engine: Engine,
  socketFolder: string,
  settings: string[],
  log: StartLog,
): Promise<Postmaster> {
  const logFile = path.join(place.folder, 'postgres.log');
  const logFrom = turnLog(logFile);
  const child = spawnWatched(
    place,
    [socketFolder, engine.postgres, '-D', place.data, '-k', socketFolder, ...settings],
    logFile,
  );
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.on('error', () => resolve());
  });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  const startedAt = Date.now();
  for (let patienceMs = 5_000; !(await isReady(place.data)); await sleep(5)) {
    if (isOver) throw new CannotStart(reasonFromLog(logFile, logFrom));
    if (Date.now() - startedAt < patienceMs) continue;
    log.info(`PostgreSQL is still starting (recovering after a crash); see ${logFile}`);
    patienceMs *= 2;
  }
  const stop = async () => {
    child.stdio[3]?.destroy();
    await ended;
  };
  return { ended, stop };
}

/** In a session of its own, so that Ctrl-C at the terminal reaches Tandem only, which then stops the database last. */
function spawnWatched(place: Place, words: string[], logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  const child = spawn('/bin/sh', ['-c', watchScript, 'tandem-postgres', ...words], {
    ...place.account,
    cwd: place.folder,
    detached: true,
    env: engineEnvironment(),
    stdio: ['ignore', log, log, 'pipe'],
  });
  closeSync(log);
  return child;
}

/** Line 8 of the pid file says `ready` as soon as connections are taken. */
async function isReady(dataFolder: string): Promise<boolean> {
  if ((await postmasterPid(dataFolder)) === undefined) return false;
  try {
    return readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** Keeps the log small (one older file is kept) and gives the length it has now. */
function turnLog(file: string): number {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes <= logBytesMax) return bytes;
  renameSync(file, `${file}.1`);
  return 0;
}

function reasonFromLog(file: string, from: number): string {
  const lines = readFileSync(file).subarray(from).toString().split('\n');
  const said = lines.filter((line) => /FATAL|PANIC|error|not found|HINT/i.test(line)).slice(0, 2);
  const words = said.map((line) => line.replace(/^.*?(FATAL|PANIC|HINT):\s*/, '')).join(' ');
  return `The embedded PostgreSQL did not start (${words || 'it gave no reason'}): see ${file}, or give DATABASE_URL.`;
}
