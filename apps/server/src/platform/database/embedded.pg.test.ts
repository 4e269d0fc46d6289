import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from '../start-log.ts';
import { programsLeftWith } from '../testing/start-tandem.ts';
import { startEmbeddedDatabase } from './embedded.ts';
import { openClient } from './open-pool.ts';

let home: string;
const start = () => startEmbeddedDatabase({ home, log: silentLog });

beforeEach(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'tandem-embedded-'));
  chmodSync(home, 0o755);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('what is acknowledged is on the disk: fsync, full page writes, synchronous commit and checksums are on', async () => {
  const database = await start();
  const client = openClient(database);
  await client.connect();

  const { rows } = await client.query(`select current_setting('fsync') as fsync,
    current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit,
    current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
    (select datlocprovider::text || ':' || datlocale from pg_database where datname = current_database()) as locale`);

  await client.end();
  await database.stop();
  expect(rows).toEqual([
    { fsync: 'on', pages: 'on', commit: 'on', checksums: 'on', addresses: '', locale: 'b:C.UTF-8' },
  ]);
  expect(await programsLeftWith(home)).toEqual([]);
});

test('the rest of a set-up that was cut off is thrown away', async () => {
  const unfinished = path.join(home, 'postgres/data.unfinished');
  mkdirSync(unfinished, { recursive: true });
  chmodSync(path.join(home, 'postgres'), 0o755);
  writeFileSync(path.join(unfinished, 'PG_VERSION'), '18\n');

  const database = await start();

  await database.stop();
  expect(existsSync(unfinished)).toBe(false);
});

test('a stale pid file is no obstacle, even when its number belongs to another program now', async () => {
  await (await start()).stop();
  writeFileSync(
    path.join(home, 'postgres/data/postmaster.pid'),
    `${process.pid}\n${home}/postgres/data\n1\n5432\n\n\n\nready\n`,
  );

  const database = await start();

  await database.stop();
  expect(await programsLeftWith(home)).toEqual([]);
});

test('data of another major version is refused and left as it is', async () => {
  await (await start()).stop();
  const version = path.join(home, 'postgres/data/PG_VERSION');
  writeFileSync(version, '14\n');

  await expect(start()).rejects.toThrow('is of PostgreSQL 14, this Tandem brings 18');
});

test('a folder that is no data folder is refused', async () => {
  mkdirSync(path.join(home, 'postgres/data'), { recursive: true });

  await expect(start()).rejects.toThrow('is no PostgreSQL data folder: move it away');
});

test('PostgreSQL that ends by itself is noticed', async () => {
  const database = await start();
  const client = openClient(database);
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query(
    `select (string_to_array(pg_read_file('postmaster.pid'), e'\\n'))[1]::int as pid`,
  );

  process.kill(rows[0].pid, 'SIGQUIT');

  await database.ended;
  expect(await programsLeftWith(home)).toEqual([]);
});
