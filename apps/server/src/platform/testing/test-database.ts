// A database of its own for a test file: cloned from the migrated template in about 10 ms.
import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { inject } from 'vitest';
import { applicationRole } from '../database/grant-application-role.ts';
import { openClient, openPool } from '../database/open-pool.ts';
import { type DatabaseTarget, onDatabase } from '../database/target.ts';
import { templateDatabase } from './test-server.ts';

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

/** Clones the migrated template. Call `drop` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
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

/** An empty database without any migration, for tests of migrating. */
export async function createEmptyDatabase(): Promise<{ target: DatabaseTarget; drop: () => Promise<void> }> {
  const server = inject('testServer');
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name} strategy file_copy`);
  return { target: onDatabase(server, name), drop: () => administer(server, `drop database ${name} with (force)`) };
}

async function administer(server: DatabaseTarget, statement: string): Promise<void> {
  const client = openClient(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
