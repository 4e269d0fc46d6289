// The role that the application works as: it owns nothing, so row-level security always holds for it.
import type { Client } from 'pg';
import { errorCode } from '../cannot-start.ts';

export const applicationRole = 'tandem_app';

const notAllowed = '42501';
const existsAlready = ['42710', '23505'];

/**
 * Makes sure that the role exists, may be taken on by the connected user, and may read and write in every module's
 * schema, also in tables made later. Gives false when the connected user may not make roles. Call in a transaction.
 */
export async function grantApplicationRole(client: Client): Promise<boolean> {
  if (!(await makeRole(client)) || !(await mayBecomeRole(client))) return false;
  const { rows } = await client.query<{ name: string }>(`
    select quote_ident(n.nspname) as name from pg_namespace n
    where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss')
      and pg_has_role(n.nspowner, 'USAGE')
      and not exists (select from pg_depend d
        where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')`);
  const write = 'select, insert, update, delete';
  for (const { name } of rows) {
    await client.query(`
      grant usage on schema ${name} to ${applicationRole};
      grant ${write} on all tables in schema ${name} to ${applicationRole};
      grant usage, select on all sequences in schema ${name} to ${applicationRole};
      alter default privileges in schema ${name} grant ${write} on tables to ${applicationRole};
      alter default privileges in schema ${name} grant usage, select on sequences to ${applicationRole}`);
  }
  await client.query(`revoke insert, update, delete on platform.migration from ${applicationRole}`);
  return true;
}

async function makeRole(client: Client): Promise<boolean> {
  const found = await client.query('select from pg_roles where rolname = $1', [applicationRole]);
  if (found.rowCount === 1) return true;
  return attempt(client, `create role ${applicationRole} nologin nobypassrls`, existsAlready);
}

async function mayBecomeRole(client: Client): Promise<boolean> {
  const become = `set local role ${applicationRole}; reset role`;
  if (await attempt(client, become)) return true;
  return (await attempt(client, `grant ${applicationRole} to current_user`)) && attempt(client, become);
}

/** Runs SQL that may not be allowed, without losing the transaction when it is not. */
async function attempt(client: Client, sql: string, harmless: readonly string[] = []): Promise<boolean> {
  await client.query('savepoint attempt');
  try {
    await client.query(sql);
    await client.query('release savepoint attempt');
    return true;
  } catch (error) {
    await client.query('rollback to savepoint attempt');
    if (harmless.includes(errorCode(error))) return true;
    if (errorCode(error) === notAllowed) return false;
    throw error;
  }
}
