/**
 * What a database must never have: a table that is not its merchant's, a way around row-level security, or anything that
 * keeps a table from being distributed by merchant.
 */
import type { Client, Pool, PoolClient } from 'pg';
import { referenceTables } from '../cli/distribution.ts';
import { applicationRole } from '../platform/database/grant-application-role.ts';

interface Rule {
  /** What is wrong. */
  fault: string;
  /** Gives one row `name` for each place where it is. */
  query: string;
}

const ours = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss')
  and not exists (select from pg_depend e where e.objid = OID and e.deptype = 'e')`;
const relations = `pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours.replace('OID', 'c.oid')}`;
const owned = `${relations} and c.relkind in ('r', 'p') and c.oid::regclass::text <> all ($1::text[])`;
const merchant = `(select a.attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'merchant_id' and not a.attisdropped)`;
const policy = "(merchant_id = (NULLIF(current_setting(''tandem.merchant_id''::text, true), ''''::text))::uuid)";

const rules: readonly Rule[] = [
  {
    fault: 'has no merchant_id uuid not null',
    query: `select c.oid::regclass::text as name from ${owned} and not exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'merchant_id' and a.atttypid = 'uuid'::regtype and a.attnotnull)`,
  },
  {
    fault: 'has no primary key that begins with merchant_id',
    query: `select c.oid::regclass::text as name from ${owned} and not exists (
      select from pg_index i where i.indrelid = c.oid and i.indisprimary and i.indkey[0] = ${merchant})`,
  },
  {
    fault: 'has a unique key without merchant_id',
    query: `select c.oid::regclass::text as name from ${owned} and exists (
      select from pg_index i where i.indrelid = c.oid and (i.indisunique or i.indisexclusion) and ${merchant} <> all (i.indkey::int2[]))`,
  },
  {
    fault: 'has a foreign key that leaves its merchant',
    query: `select c.oid::regclass::text as name from ${owned} and exists (
      select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and not exists (
        select from unnest(k.conkey, k.confkey) as pair (mine, theirs)
        join pg_attribute m on m.attrelid = k.conrelid and m.attnum = pair.mine join pg_attribute t on t.attrelid = k.confrelid and t.attnum = pair.theirs
        where m.attname = 'merchant_id' and t.attname = 'merchant_id'))`,
  },
  {
    fault: 'is a reference table that leans on a table of a merchant',
    query: `select k.conrelid::regclass::text as name from pg_constraint k
      where k.contype = 'f' and k.conrelid::regclass::text = any ($1::text[]) and k.confrelid::regclass::text <> all ($1::text[])`,
  },
  {
    fault: 'has row-level security off or not forced',
    query: `select c.oid::regclass::text as name from ${owned} and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    fault: 'is not under the one policy of tenants',
    query: `select c.oid::regclass::text as name from ${owned} and (select count(*) from pg_policy p where p.polrelid = c.oid
      and p.polpermissive and p.polcmd = '*' and p.polroles = '{0}' and pg_get_expr(p.polqual, c.oid) = '${policy}' and p.polwithcheck is null) <> 1`,
  },
  {
    fault: 'has another policy beside that of tenants',
    query: `select c.oid::regclass::text as name from ${owned} and (select count(*) from pg_policy p where p.polrelid = c.oid) > 1`,
  },
  {
    fault: 'belongs to the application',
    query: `select c.oid::regclass::text as name from ${relations} and pg_has_role('${applicationRole}', c.relowner, 'MEMBER')`,
  },
  {
    fault: 'may be emptied or altered by the application',
    query: `select c.oid::regclass::text as name from ${relations} and c.relkind in ('r', 'p')
      and has_table_privilege('${applicationRole}', c.oid, 'TRUNCATE, REFERENCES, TRIGGER')`,
  },
  {
    fault: 'is a view that does not carry the caller’s rights',
    query: `select c.oid::regclass::text as name from ${relations} and (c.relkind = 'm'
      or (c.relkind = 'v' and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']))`,
  },
  {
    fault: 'is a function with its owner’s rights',
    query: `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours.replace('OID', 'p.oid')} and p.prosecdef`,
  },
  { fault: 'is a sequence', query: `select c.oid::regclass::text as name from ${relations} and c.relkind = 'S'` },
  {
    fault: 'has a trigger or a rule',
    query: `select c.oid::regclass::text as name from ${relations} and c.relkind in ('r', 'p')
      and (exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) or exists (select from pg_rewrite r where r.ev_class = c.oid))`,
  },
  {
    fault: 'is a role beyond its station',
    query: `select rolname as name from pg_roles where rolname = '${applicationRole}' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
  },
];

/** Every fault as `name: what is wrong`. */
export async function schemaFaults(client: Client | Pool | PoolClient): Promise<string[]> {
  const faults: string[] = [];
  for (const { fault, query } of rules) {
    const { rows } = await client.query<{ name: string }>(query, query.includes('$1') ? [referenceTables] : []);
    faults.push(...rows.map(({ name }) => `${name}: ${fault}`));
  }
  return faults;
}
