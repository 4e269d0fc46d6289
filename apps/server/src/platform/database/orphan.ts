// A PostgreSQL that an earlier, killed Tandem left running on the same data.

import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../cannot-start.ts';

/** How long each signal is given, in milliseconds: fast shutdown, immediate shutdown, kill. */
const patience: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
];

/**
 * Ends a postmaster that still runs on the data folder and removes a pid file that is stale. Only to be called by the
 * holder of the home's lock: no other Tandem can be using that postmaster.
 */
export async function endOrphan(dataFolder: string): Promise<void> {
  const pidFile = path.join(dataFolder, 'postmaster.pid');
  const pid = await postmasterPid(dataFolder);
  if (pid === undefined) return;
  for (const [signal, milliseconds] of patience) {
    if (!runsOn(pid, dataFolder)) break;
    try {
      process.kill(pid, signal);
    } catch {
      // It ended between the look and the signal.
    }
    await waitForEnd(pid, dataFolder, milliseconds);
  }
  if (runsOn(pid, dataFolder)) {
    throw new CannotStart(
      `PostgreSQL still runs on ${dataFolder} as pid ${pid} and does not stop: end it, then start again.`,
    );
  }
  // A number that was given to another program since would make PostgreSQL believe that its data is in use.
  await rm(pidFile, { force: true });
}

/** The pid in postmaster.pid, alive or not; undefined without such a file. */
export async function postmasterPid(dataFolder: string): Promise<number | undefined> {
  const text = await readFile(path.join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

/** Whether the program with that number is a PostgreSQL that works in the data folder. */
export function runsOn(pid: number, dataFolder: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return stdout.includes(dataFolder);
  }
  try {
    // Arguments stay readable when the folder that a program of another user works in is not.
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.some((word) => word === dataFolder || word === realpathSync(dataFolder));
  } catch {
    return false;
  }
}

async function waitForEnd(pid: number, dataFolder: string, milliseconds: number): Promise<void> {
  for (const end = Date.now() + milliseconds; Date.now() < end && runsOn(pid, dataFolder); ) await sleep(20);
}
