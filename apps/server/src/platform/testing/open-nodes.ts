/** Two platforms on one database, as two server processes would have them: nothing in memory is shared. */
import { Writable } from 'node:stream';
import pino from 'pino';
import { buildPlatform, type RunningPlatform } from '../build-platform.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export interface TestNode {
  platform: RunningPlatform;
  database: TestDatabase;
  /** Lines that were logged as errors. */
  errors: string[];
}

/** Opens both. Call `close` in `afterAll`. */
export async function openNodes(): Promise<{ first: TestNode; second: TestNode; close(): Promise<void> }> {
  const database = await createTestDatabase();
  const [first, second] = [await openOne(database), await openOne(database)];
  return {
    first,
    second,
    close: async () => {
      await Promise.all([first.platform.stop(), second.platform.stop()]);
      await database.drop();
    },
  };
}

async function openOne(database: TestDatabase): Promise<TestNode> {
  const errors: string[] = [];
  const sink = new Writable({ write: (line, _encoding, done) => done(void errors.push(String(line))) });
  const platform = await buildPlatform({ target: database.target, log: pino({ level: 'error' }, sink), poolMax: 6 });
  return { platform, database, errors };
}
