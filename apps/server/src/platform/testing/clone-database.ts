// A database of its own for whoever tests: cloned from the migrated template in about 10 ms.
import { randomBytes } from 'node:crypto';
import type { Pool, QueryResult } from 'pg';
import { applicationRole } from '../database/grant-application-role.ts';
import { openClient, openPool } from '../database/open-pool.ts';
import { type DatabaseTarget, onDatabase } from '../database/target.ts';

/** The migrated database that all clones are made of. */
export const templateDatabase = 'tandem_template';

export interface TestDatabase {
  /** Connects as the superuser; hand it to whatever opens pools of its own. */
  readonly target: DatabaseTarget;
  /** As the application: `tandem_app`, row-level security holds. */
  readonly pool: Pool;
  /** As the superuser: sees every tenant. */
  readonly adminPool: Pool;
  /** Closes both pools and removes the database. */
  readonly drop: () => Promise<void>;
}

/** Clones the migrated template of a test server. Call `drop` in the end. */
export async function cloneDatabase(server: DatabaseTarget): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name} template ${templateDatabase} strategy file_copy`);
  const target = onDatabase(server, name);
  const pool = openPool(target, { role: applicationRole, max: 10, applicationName: 'tandem-test' });
  const adminPool = openPool(target, { max: 4, applicationName: 'tandem-test-admin' });
  const drop = async () => {
    await Promise.all([pool.end(), adminPool.end()]);
    await administer(server, `drop database ${name} with (force)`);
  };
  return { target, pool, adminPool, drop };
}

/** One statement on the server's own database, as the superuser. */
export async function administer(server: DatabaseTarget, statement: string): Promise<QueryResult> {
  const client = openClient(server);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
