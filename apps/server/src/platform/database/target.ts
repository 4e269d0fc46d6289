// Which database to talk to: plain values, so that they can be handed to another process.
import { CannotStart } from '../cannot-start.ts';

/** How to reach one database. `host` is a directory for a unix socket, else a name or an address. */
export interface DatabaseTarget {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  /** The whole address as the operator gave it (password, TLS); wins over the other fields when connecting. */
  readonly connectionString?: string;
  /** The user may not take on the application's role; pools then work as the owner, under forced row-level security. */
  readonly worksAsOwner?: boolean;
}

/** Reads a DATABASE_URL. Refuses anything that is not `postgres://…/name` with a one-line reason. */
export function targetFromUrl(text: string): DatabaseTarget {
  const cure = 'Give DATABASE_URL as postgres://user:password@host:5432/database.';
  if (!URL.canParse(text)) throw new CannotStart(`DATABASE_URL is not an address. ${cure}`);
  const url = new URL(text);
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') {
    throw new CannotStart(`DATABASE_URL begins with ${url.protocol}//, not with postgres://. ${cure}`);
  }
  const database = decodeURIComponent(url.pathname.slice(1));
  if (database === '') throw new CannotStart(`DATABASE_URL names no database. ${cure}`);
  return {
    host: url.searchParams.get('host') ?? decodeURIComponent(url.hostname || 'localhost'),
    port: Number(url.port || url.searchParams.get('port') || 5432),
    user: decodeURIComponent(url.username) || (url.searchParams.get('user') ?? ''),
    database,
    connectionString: text,
  };
}

/** The same server, another database on it. */
export function onDatabase(target: DatabaseTarget, database: string): DatabaseTarget {
  if (target.connectionString === undefined) return { ...target, database };
  const url = new URL(target.connectionString);
  url.pathname = `/${encodeURIComponent(database)}`;
  return { ...target, database, connectionString: url.href };
}

/** The target in words for a message: never with a password. */
export function describeTarget(target: DatabaseTarget): string {
  return `database ${target.database} at ${target.host}:${target.port}`;
}

/** What `pg` needs to connect to the target. */
export function connectionOptions(target: DatabaseTarget) {
  if (target.connectionString !== undefined) return { connectionString: target.connectionString };
  return { host: target.host, port: target.port, user: target.user, database: target.database };
}
