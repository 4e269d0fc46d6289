/** What a command works with: the books, wherever they are, through the same platform as the server. */
import { buildPlatform } from '../platform/build-platform.ts';
import { readConfig } from '../platform/config.ts';
import type { DatabaseTarget } from '../platform/database/target.ts';
import { joinDatabase } from '../platform/home/obtain-database.ts';
import { newLog } from '../platform/log.ts';
import type { Platform } from '../platform/platform.ts';
import { silentLog } from '../platform/start-log.ts';

export interface Session {
  platform: Platform;
  target: DatabaseTarget;
  close(): Promise<void>;
}

/** DATABASE_URL's database, a running server's, or the embedded one started for this command. */
export async function openSession(environment: NodeJS.ProcessEnv): Promise<Session> {
  const joined = await joinDatabase(readConfig(environment), silentLog);
  try {
    const platform = await buildPlatform({ target: joined.target, log: newLog('silent') });
    const close = async (): Promise<void> => {
      await platform.stop();
      await joined.release();
    };
    return { platform, target: joined.target, close };
  } catch (error) {
    await joined.release();
    throw error;
  }
}
