// Connections to a database, each with the limits that keep one slow statement from stopping a shop.
import { Client, Pool } from 'pg';
import { columnTypes } from './column-types.ts';
import { connectionOptions, type DatabaseTarget } from './target.ts';

export interface PoolOptions {
  /** The role that every connection takes on (`tandem_app`); none: the connecting user's own rights. */
  readonly role?: string | undefined;
  readonly max: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  /** How long one statement may take, in milliseconds; 0 for no limit. 5,000 when not given. */
  readonly statementTimeoutMs?: number;
}

/**
 * A pool on the target. Statements and transactions left open are cut off after 5 seconds; instants are in UTC;
 * values arrive as `columnTypes` says.
 */
export function openPool(target: DatabaseTarget, options: PoolOptions): Pool {
  const pool = new Pool({
    ...connectionOptions(target),
    max: options.max,
    // Statements that need no answer first travel together: see transaction.ts.
    pipeline: true,
    application_name: options.applicationName,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    types: columnTypes(),
    options: startupOptions(target, options),
  });
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the program.
  pool.on('error', () => {});
  // The same for one that breaks while it is in use: whoever uses it learns it from the statement that fails.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** One connection as the target's own user, without time limits: for migrations and administration. */
export function openClient(target: DatabaseTarget, applicationName = 'tandem-admin'): Client {
  return new Client({
    ...connectionOptions(target),
    application_name: applicationName,
    connectionTimeoutMillis: 5_000,
    types: columnTypes(),
    options: '-c timezone=UTC',
  });
}

function startupOptions(target: DatabaseTarget, options: PoolOptions): string {
  const statementTimeoutMs = options.statementTimeoutMs ?? 5_000;
  const settings = [
    'timezone=UTC',
    `statement_timeout=${statementTimeoutMs}`,
    'idle_in_transaction_session_timeout=5000',
  ];
  if (options.role !== undefined && target.worksAsOwner !== true) settings.push(`role=${options.role}`);
  return settings.map((setting) => `-c ${setting}`).join(' ');
}
