// One throw-away PostgreSQL for a whole test run, with a migrated template to clone from.
import { chmod, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { openClient } from '../database/open-pool.ts';
import { type DatabaseTarget, onDatabase, targetFromUrl } from '../database/target.ts';
import { silentLog } from '../start-log.ts';
import { administer, templateDatabase } from './clone-database.ts';

/** A running test server. */
export interface TestServer {
  /** Its `postgres` database, as the superuser; clones are made from there. */
  readonly target: DatabaseTarget;
  readonly stop: () => Promise<void>;
}

const prefix = 'tandem-test-';
/** A container's /dev/shm may be 64 MB; the clones of a test run need more. */
const memoryBytesMin = 1_000_000_000;
const memoryFolder = '/dev/shm';

/**
 * Starts the server in memory, or in the temporary folder where that is too small; nothing waits for a disk. With
 * TEST_DATABASE_URL (a superuser, any database, `max_connections` 200 or more) the tests use that server instead.
 */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  return given === undefined || given === '' ? startOwnServer() : useGivenServer(targetFromUrl(given));
}

/** Makes the template anew on a server of somebody else's, and takes it away in the end. */
async function useGivenServer(target: DatabaseTarget): Promise<TestServer> {
  const remove = async () => {
    const { rows } = await administer(target, `select from pg_database where datname = '${templateDatabase}'`);
    if (rows.length === 0) return;
    await administer(target, `alter database ${templateDatabase} with is_template false`);
    await administer(target, `drop database ${templateDatabase} with (force)`);
  };
  await remove();
  await administer(target, `create database ${templateDatabase} strategy file_copy`);
  await migrate(onDatabase(target, templateDatabase), silentLog);
  await administer(target, `alter database ${templateDatabase} with is_template true allow_connections false`);
  return { target, stop: remove };
}

async function startOwnServer(): Promise<TestServer> {
  const home = await makeFolder((await hasMemory()) ? memoryFolder : os.tmpdir());
  // Programs often may not be run from memory folders.
  const engineFolder = await makeFolder(os.tmpdir());
  const removeFolders = async () => {
    await rm(home, { recursive: true, force: true });
    await rm(engineFolder, { recursive: true, force: true });
  };
  try {
    const database = await startEmbeddedDatabase({ home, engineFolder, log: silentLog, settings: fastSettings });
    await makeTemplate(database);
    const stop = () => database.stop().then(removeFolders);
    return { target: { host: database.host, port: database.port, user: database.user, database: 'postgres' }, stop };
  } catch (error) {
    await removeFolders();
    throw error;
  }
}

const fastSettings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: 300,
  autovacuum: 'off',
  max_wal_size: '512MB',
  wal_level: 'minimal',
  max_wal_senders: 0,
};

async function makeTemplate(database: EmbeddedDatabase): Promise<void> {
  const administration = openClient(onDatabase(database, 'postgres'));
  await administration.connect();
  try {
    await migrate(database, silentLog);
    await administration.query(`alter database ${database.database} rename to ${templateDatabase}`);
    await administration.query(`alter database ${templateDatabase} with is_template true allow_connections false`);
  } catch (error) {
    await database.stop();
    throw error;
  } finally {
    await administration.end();
  }
}

/** The folder's name carries the number of this program, so that a later run can tell what a killed one left behind. */
async function makeFolder(parent: string): Promise<string> {
  for (const name of await readdir(parent)) {
    const pid = /^tandem-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true }).catch(() => {});
  }
  const folder = await mkdtemp(path.join(parent, `${prefix}${process.pid}-`));
  // Run by root, PostgreSQL is another user and must get in; its data stay private all the same.
  await chmod(folder, 0o755);
  return folder;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function hasMemory(): Promise<boolean> {
  const free = await statfs(memoryFolder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return free >= memoryBytesMin;
}
