// A database of its own for a test file, on the test server of the whole run.
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type DatabaseTarget, onDatabase } from '../database/target.ts';
import { administer, cloneDatabase, type TestDatabase } from './clone-database.ts';

export type { TestDatabase } from './clone-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: DatabaseTarget;
  }
}

/** Clones the migrated template. Call `drop` in `afterAll`. */
export function createTestDatabase(): Promise<TestDatabase> {
  return cloneDatabase(inject('testServer'));
}

/** An empty database without any migration, for tests of migrating. */
export async function createEmptyDatabase(): Promise<{ target: DatabaseTarget; drop: () => Promise<void> }> {
  const server = inject('testServer');
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${name} strategy file_copy`);
  return {
    target: onDatabase(server, name),
    drop: async () => void (await administer(server, `drop database ${name} with (force)`)),
  };
}
