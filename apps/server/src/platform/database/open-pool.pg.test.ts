import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { openPool } from './open-pool.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('values', () => {
  test('numbers arrive exact, dates as they are written, instants as Date', async () => {
    const { rows } = await database.pool.query(`select 9007199254740991::int8 as whole, 1.50::numeric as fraction,
      date '2026-03-01' as day, timestamptz '2026-03-01 08:00+08' as instant, array[1, null]::int8[] as wholes`);

    expect(rows).toEqual([
      {
        whole: 9_007_199_254_740_991,
        fraction: '1.50',
        day: '2026-03-01',
        instant: new Date('2026-03-01T00:00:00Z'),
        wholes: [1, null],
      },
    ]);
  });

  test('an integer that JavaScript cannot hold exactly is refused', async () => {
    await expect(database.pool.query('select 9007199254740992::int8')).rejects.toThrow('too large to be exact');
  });
});

describe('limits', () => {
  test('a connection works as tandem_app with 5 seconds for a statement', async () => {
    const { rows } =
      await database.pool.query(`select current_user as role, current_setting('statement_timeout') as most,
      current_setting('idle_in_transaction_session_timeout') as idle`);

    expect(rows).toEqual([{ role: 'tandem_app', most: '5s', idle: '5s' }]);
  });

  test('a statement that takes too long is cut off', async () => {
    const pool = openPool(database.target, { max: 1, applicationName: 'impatient', statementTimeoutMs: 50 });

    await expect(pool.query('select pg_sleep(2)')).rejects.toThrow('statement timeout');

    await pool.end();
  });

  test('tandem_app can neither change tables nor rewrite the history of migrations', async () => {
    await expect(database.pool.query('create table platform.own (id int)')).rejects.toThrow('permission denied');
    await expect(database.pool.query('delete from platform.migration')).rejects.toThrow('permission denied');
  });

  test('outside of a tenant no row of a tenant can be written', async () => {
    const insert = `insert into platform.stream (merchant_id, stream, position) values (gen_random_uuid(), 'catalog', 1)`;

    await expect(database.pool.query(insert)).rejects.toThrow('row-level security');
  });
});
