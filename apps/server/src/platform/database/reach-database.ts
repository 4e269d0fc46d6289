// The first connection to a database: everything that can be wrong with it is said in one line with the cure.
import type { Client } from 'pg';
import { CannotStart, errorCode, firstLine } from '../cannot-start.ts';
import { openClient } from './open-pool.ts';
import { type DatabaseTarget, describeTarget } from './target.ts';

const oldestVersion = 15;
const newestTriedVersion = 18;

/** Connects as the target's own user. Refuses what is unreachable, unknown, not let in or too old. */
export async function reachDatabase(target: DatabaseTarget): Promise<Client> {
  const client = openClient(target);
  try {
    await client.connect();
  } catch (error) {
    throw new CannotStart(reasonNotReached(target, error), { cause: error });
  }
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  const refusal = refuseVersion(rows[0]?.version ?? 0);
  if (refusal === undefined) return client;
  await client.end();
  throw new CannotStart(refusal);
}

/** Why a server of that `server_version_num` (140012 is 14.12) cannot be used; undefined when it can. */
export function refuseVersion(versionNumber: number): string | undefined {
  const major = Math.floor(versionNumber / 10_000);
  if (major >= oldestVersion) return undefined;
  return `The database server is PostgreSQL ${major}, Tandem needs ${oldestVersion} to ${newestTriedVersion}: upgrade it, or leave DATABASE_URL away to use the embedded one.`;
}

function reasonNotReached(target: DatabaseTarget, error: unknown): string {
  const place = describeTarget(target);
  switch (errorCode(error)) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return `Nothing answers for ${place}: start that server or correct DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host name of ${place} is not known: correct DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `The ${place} does not let user ${target.user} in (${firstLine(error)}): correct user and password in DATABASE_URL.`;
    case '3D000':
      return `There is no ${place}: create it (createdb ${target.database}) or correct DATABASE_URL.`;
    case '53300':
      return `The ${place} has no connection free: raise its max_connections or stop other programs.`;
    default:
      return `The ${place} cannot be reached (${firstLine(error) || errorCode(error) || 'no reason given'}): check DATABASE_URL and the network.`;
  }
}
