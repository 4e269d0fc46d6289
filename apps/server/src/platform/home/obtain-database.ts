// The database that the configuration means, reached and migrated.
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '../cannot-start.ts';
import type { Config } from '../config.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { type DatabaseTarget, targetFromUrl } from '../database/target.ts';
import type { StartLog } from '../start-log.ts';
import { type HomeLock, lockHome, readOccupant, refuseSecond } from './lock-home.ts';

export interface ObtainedDatabase {
  readonly target: DatabaseTarget;
  /** Settles when an embedded database that this program started has ended; never for another one. */
  readonly ended: Promise<void>;
  /** Tells other programs on the same home where this one serves. */
  announce(address: string): Promise<void>;
  /** Stops what this program started. */
  release(): Promise<void>;
}

type Asked = Pick<Config, 'home' | 'databaseUrl'>;

/**
 * For the server: DATABASE_URL, or the embedded database on a home that nobody else uses; refuses a second start.
 * `check` runs before anything is started but after a second start was refused, which is the better reason to give.
 */
export async function obtainDatabase(
  config: Asked,
  log: StartLog,
  check: () => Promise<void> = async () => {},
): Promise<ObtainedDatabase> {
  if (config.databaseUrl !== undefined) {
    await check();
    return obtainGiven(config.databaseUrl, log);
  }
  const lock = (await lockHome(config.home)) ?? (await refuseSecond(config.home));
  try {
    await check();
  } catch (error) {
    await lock.release();
    throw error;
  }
  return startUnderLock(config.home, lock, log);
}

/** For commands: as the server, but a home that is in use is shared with the program that uses it. */
export async function joinDatabase(config: Asked, log: StartLog): Promise<ObtainedDatabase> {
  if (config.databaseUrl !== undefined) return obtainGiven(config.databaseUrl, log);
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(100)) {
    const lock = await lockHome(config.home);
    if (lock !== undefined) return startUnderLock(config.home, lock, log);
    const occupant = await readOccupant(config.home);
    if (occupant?.target !== undefined) return notOurs(occupant.target);
  }
  throw new CannotStart(
    `The Tandem that uses ${config.home} does not get ready: wait for it or stop it, then try again.`,
  );
}

async function obtainGiven(databaseUrl: string, log: StartLog): Promise<ObtainedDatabase> {
  const target = targetFromUrl(databaseUrl);
  const { role } = await migrate(target, log);
  return notOurs(role === undefined ? { ...target, worksAsOwner: true } : target);
}

function notOurs(target: DatabaseTarget): ObtainedDatabase {
  return { target, ended: new Promise(() => {}), announce: async () => {}, release: async () => {} };
}

async function startUnderLock(home: string, lock: HomeLock, log: StartLog): Promise<ObtainedDatabase> {
  let embedded: EmbeddedDatabase | undefined;
  try {
    embedded = await startEmbeddedDatabase({ home, log });
    const { host, port, user, database, ended, stop } = embedded;
    const target = { host, port, user, database };
    await migrate(target, log);
    await lock.announce({ target });
    const release = async () => {
      await stop();
      await lock.release();
    };
    return { target, ended, announce: (address) => lock.announce({ target, address }), release };
  } catch (error) {
    await embedded?.stop();
    await lock.release();
    throw error;
  }
}
