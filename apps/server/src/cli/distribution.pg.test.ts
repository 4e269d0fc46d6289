import { afterAll, beforeAll, expect, it } from 'vitest';
import { openClient } from '../platform/database/open-pool.ts';
import { createTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts';
import { distributionStatements, referenceTables } from './distribution.ts';

let database: TestDatabase;
let statements: string[];
beforeAll(async () => {
  database = await createTestDatabase();
  const client = openClient(database.target);
  await client.connect();
  statements = await distributionStatements(client);
  await client.end();
});
afterAll(() => database.drop());

const rows = async (statement: string) => (await database.adminPool.query(statement)).rows;
const ours = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')";

it('every table is distributed by merchant or named as a reference table', async () => {
  const tables = (
    await rows(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours} order by 1`,
    )
  ).map((row) => row.name);
  const named = statements.flatMap((statement) => /_table\('([^']+)'/.exec(statement)?.[1] ?? []);

  expect([...named].sort()).toEqual([...tables].sort());
  expect(statements.filter((statement) => statement.includes('create_reference_table'))).toHaveLength(
    referenceTables.length,
  );
});

it('every key of a distributed table has the merchant in it', async () => {
  const keys = await rows(`
    select c.oid::regclass::text as name, i.indexrelid::regclass::text as key,
      exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'merchant_id' and a.attnum = any (i.indkey::int2[])) as has_merchant
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace where i.indisunique and c.relkind in ('r', 'p') and ${ours}`);

  expect(keys.filter((row) => !row.has_merchant && !referenceTables.includes(row.name))).toEqual([]);
  expect(keys.length).toBeGreaterThan(40);
});

it('every foreign key stays within a merchant, or points to a reference table', async () => {
  const foreign = await rows(`
    select k.conname, k.confrelid::regclass::text as target,
      exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'merchant_id' and a.attnum = any (k.conkey)) as has_merchant
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where k.contype = 'f' and ${ours}`);

  expect(foreign.filter((row) => !row.has_merchant && !referenceTables.includes(row.target))).toEqual([]);
});

it('a table comes after those that it points to', () => {
  const place = (name: string) => statements.findIndex((statement) => statement.includes(`'${name}'`));

  expect(place('merchants.merchant')).toBeLessThan(place('merchants.location'));
  expect(place('catalog.variant')).toBeLessThan(place('inventory.stock_level'));
});
