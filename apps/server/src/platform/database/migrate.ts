// Brings a database to the shape that this Tandem expects: forward only, each file once.
import type { Client } from 'pg';
import { CannotStart, errorCode } from '../cannot-start.ts';
import type { StartLog } from '../start-log.ts';
import { applicationRole, grantApplicationRole } from './grant-application-role.ts';
import { type MigrationFile, migrationsFolder, readMigrations } from './migration-files.ts';
import { reachDatabase } from './reach-database.ts';
import { type DatabaseTarget, describeTarget } from './target.ts';

export interface MigrationOutcome {
  /** The files that ran now, in order. */
  readonly applied: readonly string[];
  /** The role for `openPool`; undefined when the user may not make roles (row-level security is forced on owners too). */
  readonly role: string | undefined;
}

/** Two servers that start together take turns by this number. */
const turn = 7_363_268_301;

/**
 * Runs the migrations that the database has not seen, each in a transaction of its own, and gives the application's
 * role its rights. Refuses a database that was migrated by a newer Tandem or with a file that has changed since.
 */
export async function migrate(
  target: DatabaseTarget,
  log: StartLog,
  folder = migrationsFolder,
): Promise<MigrationOutcome> {
  const files = await readMigrations(folder);
  const client = await reachDatabase(target);
  try {
    await inTurn(client, () => prepareMarkers(client, target));
    await refuseForeignHistory(client, files, target);
    const applied: string[] = [];
    for (const file of files) if (await inTurn(client, () => applyOnce(client, file))) applied.push(file.name);
    if (applied.length > 0) log.info(`Database migrated: ${applied.join(', ')}`);
    const isGranted = await inTurn(client, () => grantApplicationRole(client));
    if (!isGranted) {
      log.warn(
        `The user of the ${describeTarget(target)} may not make the role ${applicationRole}; Tandem works as the owner.`,
      );
    }
    return { applied, role: isGranted ? applicationRole : undefined };
  } finally {
    await client.end();
  }
}

/** A transaction that waits for other servers doing the same. */
async function inTurn<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [turn]);
    const outcome = await work();
    await client.query('commit');
    return outcome;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function prepareMarkers(client: Client, target: DatabaseTarget): Promise<void> {
  const { rows } = await client.query("select to_regclass('platform.migration') is not null as is_there");
  if (rows[0]?.is_there === true) return;
  try {
    await client.query(`
      create schema if not exists platform;
      create table platform.migration (
        name text primary key,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`);
  } catch (error) {
    if (errorCode(error) !== '42501') throw error;
    throw new CannotStart(
      `User ${target.user} may not create schemas in the ${describeTarget(target)}: make that user the owner (alter database ${target.database} owner to ${target.user}).`,
    );
  }
}

async function refuseForeignHistory(
  client: Client,
  files: readonly MigrationFile[],
  target: DatabaseTarget,
): Promise<void> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration order by name',
  );
  for (const row of rows) {
    const file = files.find(({ name }) => name === row.name);
    if (file === undefined) {
      throw new CannotStart(
        `The ${describeTarget(target)} was migrated by a newer Tandem (${row.name}): update Tandem.`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw new CannotStart(
        `Migration ${row.name} has changed since it ran in the ${describeTarget(target)}: restore that file, or use another database or TANDEM_HOME.`,
      );
    }
  }
}

/** The marker comes first: whoever else is at the same file waits on its key and then finds the work done. */
async function applyOnce(client: Client, file: MigrationFile): Promise<boolean> {
  const marker = 'insert into platform.migration (name, checksum) values ($1, $2) on conflict (name) do nothing';
  const inserted = await client.query(marker, [file.name, file.checksum]);
  if (inserted.rowCount === 0) return false;
  await client.query(file.sql);
  return true;
}
