import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { silentLog } from '../start-log.ts';
import { createEmptyDatabase } from '../testing/test-database.ts';
import { migrate } from './migrate.ts';
import { openClient, openPool } from './open-pool.ts';
import { reachDatabase, refuseVersion } from './reach-database.ts';
import { type DatabaseTarget, onDatabase, targetFromUrl } from './target.ts';

let folder: string;
let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tandem-migrations-'));
  database = await createEmptyDatabase();
  write('0001_first.sql', 'create schema shop; create table shop.first (id int); insert into shop.first values (1)');
});
afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, sql: string) => writeFileSync(path.join(folder, name), sql);
const run = () => migrate(database.target, silentLog, folder);

async function ask(target: DatabaseTarget, statement: string) {
  const client = openClient(target);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

test('each file runs once, in order, and later ones follow', async () => {
  expect(await run()).toEqual({ applied: ['0001_first.sql'], role: 'tandem_app' });
  write('0002_second.sql', 'insert into shop.first values (2)');

  expect(await run()).toEqual({ applied: ['0002_second.sql'], role: 'tandem_app' });

  expect(await run()).toEqual({ applied: [], role: 'tandem_app' });
  expect(await ask(database.target, 'select id from shop.first order by id')).toEqual([{ id: 1 }, { id: 2 }]);
});

test('four servers that start together run each file once', async () => {
  write('0002_second.sql', 'insert into shop.first values (2)');

  const outcomes = await Promise.all([run(), run(), run(), run()]);

  expect(outcomes.flatMap(({ applied }) => applied).toSorted()).toEqual(['0001_first.sql', '0002_second.sql']);
  expect(await ask(database.target, 'select id from shop.first order by id')).toEqual([{ id: 1 }, { id: 2 }]);
});

test('a file that fails leaves nothing of itself and runs when it is cured', async () => {
  write('0002_second.sql', 'insert into shop.first values (2); select 1 / 0');
  await expect(run()).rejects.toThrow('division by zero');
  expect(await ask(database.target, 'select id from shop.first')).toEqual([{ id: 1 }]);

  write('0002_second.sql', 'insert into shop.first values (2)');

  expect((await run()).applied).toEqual(['0002_second.sql']);
});

describe('refused', () => {
  test('a file that has changed since it ran', async () => {
    await run();
    write('0001_first.sql', 'create schema shop');

    await expect(run()).rejects.toThrow('Migration 0001_first.sql has changed since it ran');
  });

  test('a database of a newer Tandem', async () => {
    write('0002_second.sql', 'select 1');
    await run();
    rmSync(path.join(folder, '0002_second.sql'));

    await expect(run()).rejects.toThrow('was migrated by a newer Tandem (0002_second.sql): update Tandem.');
  });

  test('two files with one number', async () => {
    write('0001_other.sql', 'select 1');

    await expect(run()).rejects.toThrow('Two migrations have the number 0001');
  });

  test('a database that does not exist', async () => {
    const target = onDatabase(database.target, 'nowhere');

    await expect(reachDatabase(target)).rejects.toThrow('There is no database nowhere');
  });

  test('a server that is too old; 15 to 18 are not', () => {
    expect(refuseVersion(140_000)).toBe(
      'The database server is PostgreSQL 14, Tandem needs 15 to 18: upgrade it, or leave DATABASE_URL away to use the embedded one.',
    );
    expect([150_000, 160_004, 170_002, 180_004].map(refuseVersion)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each(['shop', 'mysql://shop@db/shop', 'postgres://shop@db'])('the address %s', (address) => {
    expect(() => targetFromUrl(address)).toThrow('Give DATABASE_URL as postgres://user:password@host:5432/database.');
  });
});

test('the application reads and writes every schema, also tables made later, but not the history', async () => {
  await run();
  await ask(database.target, 'create table shop.later (id int)');
  const pool = openPool(database.target, { role: 'tandem_app', max: 1, applicationName: 'test' });

  await pool.query('insert into shop.first values (3)');
  await pool.query('insert into shop.later values (4)');
  const { rows } = await pool.query('delete from shop.later returning id');
  const forbidden = pool.query('update platform.migration set checksum = $1', ['']);

  expect(rows).toEqual([{ id: 4 }]);
  await expect(forbidden).rejects.toThrow('permission denied');
  await pool.end();
});

test('a user who may not make roles works as the owner, and is told so', async () => {
  const user = `owner_${path.basename(folder).slice(-6).toLowerCase()}`;
  await ask(database.target, `create role ${user} login; alter database ${database.target.database} owner to ${user}`);
  const told: string[] = [];
  const log = { info: () => {}, warn: (message: string) => void told.push(message) };
  const target = asUser(database.target, user);

  const outcome = await migrate(target, log, folder);

  expect(outcome).toEqual({ applied: ['0001_first.sql'], role: undefined });
  expect(told).toEqual([expect.stringContaining('may not make the role tandem_app; Tandem works as the owner.')]);
  const pool = openPool({ ...target, worksAsOwner: true }, { role: 'tandem_app', max: 1, applicationName: 'test' });
  expect((await pool.query('select id from shop.first')).rows).toEqual([{ id: 1 }]);
  await pool.end();
  await ask(database.target, `reassign owned by ${user} to ${database.target.user}; drop role ${user}`);
});

/** The same database for another user, also where the server was given by its address. */
function asUser(target: DatabaseTarget, user: string): DatabaseTarget {
  if (target.connectionString === undefined) return { ...target, user };
  const url = new URL(target.connectionString);
  url.username = user;
  return { ...target, user, connectionString: url.href };
}
