/** What every table holds, in short: two prints that are alike mean that nothing changed. */
import type { Pool } from 'pg';

/** Rows may come and go here without anything having been done: who is signed in, and who tried to. */
const exceptedTables = ['merchants.session', 'merchants.sign_in_failure'];
/** Not a change: a refusal that is remembered, and the sweep that runs by itself. */
const exceptedRows: Readonly<Record<string, string>> = {
  'platform.command': "status < 400 and kind <> 'stock.expire_holds'",
};

/** Rows and a hash of their content by table, of one merchant or of all. */
export async function printTables(pool: Pool, merchantId?: string): Promise<Record<string, string>> {
  await reportsCaughtUp(pool);
  const tables = (await listTables(pool)).filter(
    (table) => !exceptedTables.includes(table.name) && (merchantId === undefined || table.isOwned),
  );
  const parts = tables.map(({ name }) => {
    const conditions = [
      exceptedRows[name] ?? 'true',
      ...(merchantId === undefined ? [] : [`merchant_id = '${merchantId}'`]),
    ].join(' and ');
    return `select '${name.replaceAll("'", "''")}' as name,
      count(*) || ' ' || coalesce(md5(string_agg(row, ',' order by row)), '') as print
      from (select (to_jsonb(t) - 'last_seen_at')::text as row from ${name} t where ${conditions}) r`;
  });
  const { rows } = await pool.query<{ name: string; print: string }>(parts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}

async function listTables(pool: Pool): Promise<{ name: string; isOwned: boolean }[]> {
  const { rows } = await pool.query<{ name: string; isOwned: boolean }>(`
    select c.oid::regclass::text as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'merchant_id' and not a.attisdropped) as "isOwned"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss') order by 1`);
  return rows;
}

/** Reports follow the sales in their own time; until they have, tables change by themselves. */
async function reportsCaughtUp(pool: Pool): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rowCount } = await pool.query(`
      select from platform.stream s where s.stream = 'orders' and not exists (
        select from platform.consumer c where c.merchant_id = s.merchant_id and c.stream = s.stream and c.position = s.position)`);
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The reports did not catch up with the sales');
}
