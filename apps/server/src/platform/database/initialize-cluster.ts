// Makes the data folder of a new embedded database, whole or not at all.
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { CannotStart } from '../cannot-start.ts';
import type { Engine } from './engine.ts';
import { openEngineLog, reasonFromLog } from './engine-log.ts';
import { giveTo, type Place } from './place.ts';
import { spawnWatched } from './spawn-watched.ts';

export const clusterOwner = 'tandem';

/**
 * Creates the data folder when it is missing: made under another name and renamed when it is complete, so a start that
 * was cut off leaves nothing that looks like a database. Sorting is by code point, the same on every machine, and case
 * rules are Unicode's. Refuses data of another major version. `durable: false` (tests) does not wait for the disk.
 */
export async function initializeCluster(place: Place, engine: Engine, durable: boolean): Promise<void> {
  const unfinished = `${place.data}.unfinished`;
  // Tried again: a killed start's initdb may still be cleaning up after itself.
  await rm(unfinished, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  if (await hasVersion(place, engine)) return;
  await mkdir(unfinished, { mode: 0o700 });
  await giveTo(unfinished, place.account);
  await runInitdb(place, engine, unfinished, durable);
  await rename(unfinished, place.data);
  if (!durable) return;
  const folder = await open(place.folder);
  await folder.sync();
  await folder.close();
}

async function hasVersion(place: Place, engine: Engine): Promise<boolean> {
  const present = await access(place.data).then(
    () => true,
    () => false,
  );
  if (!present) return false;
  const version = await readFile(path.join(place.data, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    throw new CannotStart(`${place.data} is no PostgreSQL data folder: move it away, or choose another TANDEM_HOME.`);
  }
  const own = engine.version.split('.')[0];
  if (version.trim() === own) return true;
  throw new CannotStart(
    `The data in ${place.data} is of PostgreSQL ${version.trim()}, this Tandem brings ${own}: upgrade the data with pg_upgrade, or start the Tandem that made it.`,
  );
}

async function runInitdb(place: Place, engine: Engine, folder: string, durable: boolean): Promise<void> {
  const access = ['--username', clusterOwner, '--auth', 'trust'];
  const content = ['--encoding', 'UTF8', '--data-checksums', '--no-instructions'];
  const locale = ['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'];
  const sync = durable ? [] : ['--no-sync'];
  const log = await openEngineLog(place);
  const program = spawnWatched([engine.initdb, '--pgdata', folder, ...access, ...content, ...locale, ...sync], {
    account: place.account,
    folder: place.folder,
    signal: 'TERM',
    output: log.descriptor,
  });
  await log.handOver();
  if ((await program.ended) !== 0) throw new CannotStart(await reasonFromLog(log));
}
