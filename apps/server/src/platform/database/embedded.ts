// The database that starts by itself when no DATABASE_URL is given.
import { Client } from 'pg';
import type { StartLog } from '../start-log.ts';
import { prepareEngine } from './engine.ts';
import { clusterOwner, initializeCluster } from './initialize-cluster.ts';
import { endOrphan } from './orphan.ts';
import { makeSocketFolder, openPlace } from './place.ts';
import { type ServerSettings, serverSettings, settingArguments } from './server-settings.ts';
import { startPostmaster } from './supervisor.ts';
import type { DatabaseTarget } from './target.ts';

export interface EmbeddedOptions {
  /** The folder of this installation; the caller holds its lock. */
  readonly home: string;
  readonly log: StartLog;
  /** Settings that differ from `serverSettings`. */
  readonly settings?: ServerSettings;
  /** Where the PostgreSQL programs are copied to; in `<home>/postgres` when not given. */
  readonly engineFolder?: string;
}

/** A running embedded database: its target, connecting as the superuser `tandem`. */
export interface EmbeddedDatabase extends DatabaseTarget {
  /** Settles when PostgreSQL has ended, asked or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const databaseName = 'tandem';
const port = 5432;

/**
 * Starts PostgreSQL on `<home>/postgres` behind a private unix socket, without a TCP port, and makes the database when
 * there is none. It ends with this program, however that ends. Refuses with `CannotStart`.
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const settings = { ...serverSettings, ...options.settings };
  const place = await openPlace(options.home);
  await endOrphan(place.data);
  const engine = await prepareEngine(options.engineFolder ?? place.folder);
  await initializeCluster(place, engine, settings.fsync !== 'off');
  const socketFolder = await makeSocketFolder(place);
  const postmaster = await startPostmaster(place, engine, socketFolder, settingArguments(settings), options.log);
  const target = { host: socketFolder, port, user: clusterOwner, database: databaseName };
  try {
    await makeDatabase(target);
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  return { ...target, ...postmaster };
}

async function makeDatabase(target: DatabaseTarget): Promise<void> {
  const client = new Client({ ...target, database: 'postgres' });
  await client.connect();
  try {
    const found = await client.query('select from pg_database where datname = $1', [target.database]);
    if (found.rowCount === 0) await client.query(`create database ${target.database}`);
  } finally {
    await client.end();
  }
}
