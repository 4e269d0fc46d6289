/** The schema as the database itself describes it: every table its merchant's, guarded, and ready to be distributed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distributionStatements, referenceTables } from '../cli/distribution.ts';
import { openClient } from '../platform/database/open-pool.ts';
import { plantedTables } from './planted-tables.data.ts';
import { schemaFaults } from './schema-faults.ts';
import { createTestApp, type TestApp } from './test-app.ts';

let tandem: TestApp;
let tables: string[];
beforeAll(async () => {
  tandem = await createTestApp();
  const { rows } = await tandem.database.adminPool.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss') order by 1`);
  tables = rows.map((row) => row.name).filter((name) => !referenceTables.includes(name));
});
afterAll(() => tandem.close());

describe('the schema', () => {
  it('has no fault', async () => {
    expect(tables.length).toBeGreaterThan(30);
    expect(await schemaFaults(tandem.database.adminPool)).toEqual([]);
  });

  it.each(plantedTables)('would be caught with %s', async (_, statements, fault) => {
    const client = await tandem.database.adminPool.connect();
    try {
      await client.query(`begin; ${statements}`);
      expect((await schemaFaults(client)).map((found) => found.slice(found.indexOf(': ') + 2))).toContain(fault);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('the application', () => {
  const count = async (name: string, merchantId?: string) => {
    const client = await tandem.database.pool.connect();
    try {
      await client.query('begin');
      if (merchantId !== undefined)
        await client.query("select set_config('tandem.merchant_id', $1, true)", [merchantId]);
      const { rows } = await client.query(
        `select count(*) as seen, count(*) filter (where merchant_id is distinct from $1::uuid) as foreign from ${name}`,
        [merchantId ?? null],
      );
      return rows[0];
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  it('sees no row of any table outside of a tenant, and inside only the tenant’s', async () => {
    const filled: string[] = [];
    for (const name of tables) {
      expect([name, await count(name)]).toEqual([name, { seen: 0, foreign: 0 }]);
      const { seen, foreign } = await count(name, tandem.first.world.merchantId);
      expect([name, foreign]).toEqual([name, 0]);
      if (seen > 0) filled.push(name);
    }
    // Otherwise "none" would prove nothing.
    expect(filled.length).toBeGreaterThan(25);
  });

  it('can neither write for another tenant nor hand a row over', async () => {
    const { first, second, database } = tandem;
    const client = await database.pool.connect();
    const as = async (statement: string, values: unknown[]) => {
      await client.query('begin');
      try {
        await client.query("select set_config('tandem.merchant_id', $1, true)", [first.world.merchantId]);
        return await client.query(statement, values);
      } finally {
        await client.query('rollback');
      }
    };
    try {
      await expect(
        as("insert into platform.heartbeat (merchant_id, node, at) values ($1, 'x', now())", [second.world.merchantId]),
      ).rejects.toThrow('row-level security');
      await expect(as('update members.member set merchant_id = $1', [second.world.merchantId])).rejects.toThrow(
        'row-level security',
      );
      expect((await as('delete from members.member where merchant_id = $1', [second.world.merchantId])).rowCount).toBe(
        0,
      );
      await expect(as('truncate members.member', [])).rejects.toThrow('permission denied');
    } finally {
      client.release();
    }
  });
});

describe('distributing', () => {
  it('names every table once, reference tables first', async () => {
    const client = openClient(tandem.database.target);
    await client.connect();
    const statements = await distributionStatements(client);
    await client.end();
    const named = (verb: string) =>
      statements
        .filter((statement) => statement.includes(verb))
        .map((statement) => /'([^']+)'/.exec(statement)?.[1] ?? '');

    expect(named('create_reference_table').sort()).toEqual([...referenceTables].sort());
    expect(named('create_distributed_table').sort()).toEqual(tables);
    expect(statements.findIndex((statement) => statement.includes('create_distributed_table'))).toBe(
      1 + referenceTables.length,
    );
  });
});
