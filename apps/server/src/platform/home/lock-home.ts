// One Tandem at a time on one folder.
import { chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart, errorCode, firstLine } from '../cannot-start.ts';
import type { DatabaseTarget } from '../database/target.ts';

/** What the holder of a home tells the others. */
export interface Occupant {
  readonly pid: number;
  /** Where it serves; missing while it starts, and for a command. */
  readonly address?: string;
  /** Its embedded database; missing while it starts. */
  readonly target?: DatabaseTarget;
}

export interface HomeLock {
  /** Tells the others where this program serves and where its database is. */
  announce(occupant: Omit<Occupant, 'pid'>): Promise<void>;
  release(): Promise<void>;
}

/**
 * Takes the home's lock, or gives undefined when another program holds it. The lock is the kernel's, taken through an
 * empty SQLite file: it ends with the program however that ends, so a stale lock cannot exist. Refuses a folder that
 * cannot be written.
 */
export async function lockHome(home: string): Promise<HomeLock | undefined> {
  const database = await openLockFile(home);
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (/locked|busy/i.test(firstLine(error))) return undefined;
    throw notWritable(home, error);
  }
  const file = occupantFile(home);
  const announce = async (occupant: Omit<Occupant, 'pid'>) => {
    await writeFile(`${file}.new`, JSON.stringify({ pid: process.pid, ...occupant }), { mode: 0o644 });
    await rename(`${file}.new`, file);
  };
  try {
    await announce({});
  } catch (error) {
    database.close();
    throw notWritable(home, error);
  }
  const release = async () => {
    await rm(file, { force: true });
    database.close();
  };
  return { announce, release };
}

/** Who holds the lock; undefined when it says nothing (yet). */
export async function readOccupant(home: string): Promise<Occupant | undefined> {
  const text = await readFile(occupantFile(home), 'utf8').catch(() => '');
  return text === '' ? undefined : (JSON.parse(text) as Occupant);
}

/** Refuses to start beside the holder of the lock. */
export async function refuseSecond(home: string): Promise<never> {
  // A holder that has just begun needs a moment to say who it is.
  for (let tries = 0; tries < 20 && (await readOccupant(home)) === undefined; tries++) await sleep(20);
  const occupant = await readOccupant(home);
  const who = occupant === undefined ? '' : `, pid ${occupant.pid}`;
  const where = occupant?.address === undefined ? '' : `, at ${occupant.address}`;
  throw new CannotStart(
    `Tandem already runs here${who}${where}: use that one, or give this one its own TANDEM_HOME and PORT.`,
  );
}

async function openLockFile(home: string): Promise<DatabaseSync> {
  try {
    await makeFolder(home);
    const file = path.join(home, 'lock');
    const database = new DatabaseSync(file);
    // Root that starts an ordinary user's Tandem once must not lock that user out.
    const { uid, gid } = await stat(home);
    if (process.getuid?.() === 0) await chown(file, uid, gid);
    return database;
  } catch (error) {
    throw notWritable(home, error);
  }
}

/** Makes the folder and those above it. Node's own recursive way never ends where a folder cannot be, as below /proc. */
async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !(await isThere(at)); at = path.dirname(at)) missing.unshift(at);
  for (const one of missing) {
    await mkdir(one).catch((error: unknown) => {
      // Another start may have made it just now.
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
}

async function isThere(folder: string): Promise<boolean> {
  try {
    await stat(folder);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function notWritable(home: string, error: unknown): CannotStart {
  const reason =
    errorCode(error).startsWith('E') && errorCode(error) !== 'ERR_SQLITE_ERROR' ? errorCode(error) : firstLine(error);
  return new CannotStart(
    `The folder ${home} cannot be written (${reason}): choose another one, TANDEM_HOME=/path npm start, or give it to this user (chown).`,
  );
}

function occupantFile(home: string): string {
  return path.join(home, 'running.json');
}
