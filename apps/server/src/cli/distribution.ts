/** The statements that make every table of Tandem live on a Citus cluster: by merchant, or the same on every node. */
import type { Client } from 'pg';
import { modules } from '../modules.ts';

/** Read everywhere, changed rarely, and without a merchant of their own. */
export const referenceTables: readonly string[] = ['platform.tenant', 'platform.hostname', 'platform.migration'];

interface Row {
  name: string;
  parents: string[];
}

/** Reference tables first, then every other table after those that its foreign keys point to. */
export async function distributionStatements(client: Client): Promise<string[]> {
  const { rows } = await client.query<Row>(
    `select c.oid::regclass::text as name,
       array(select distinct k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as parents
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname = any ($1) order by 1`,
    [['platform', ...Object.keys(modules)]],
  );
  const references = rows.filter((row) => referenceTables.includes(row.name));
  const distributed = inOrder(
    rows.filter((row) => !referenceTables.includes(row.name)),
    new Set(referenceTables),
  );
  return [
    'create extension if not exists citus',
    ...inOrder(references, new Set()).map((name) => `select create_reference_table('${name}')`),
    ...distributed.map(
      (name, index) =>
        `select create_distributed_table('${name}', 'merchant_id'${index === 0 ? '' : `, colocate_with => '${distributed[0] ?? ''}'`})`,
    ),
  ];
}

function inOrder(rows: readonly Row[], done: Set<string>): string[] {
  const ordered: string[] = [];
  let open = [...rows];
  while (open.length > 0) {
    const next = open.filter((row) => row.parents.every((parent) => done.has(parent)));
    if (next.length === 0) throw new Error(`Foreign keys stand in a circle: ${open.map((row) => row.name).join(', ')}`);
    for (const row of next) {
      ordered.push(row.name);
      done.add(row.name);
    }
    open = open.filter((row) => !next.includes(row));
  }
  return ordered;
}
