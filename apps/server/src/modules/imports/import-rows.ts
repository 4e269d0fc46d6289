/** The rows of imports: begun, moved on, finished, shown. */
import type { Answer } from '@tandem/contract/index.ts';
import type { Pool } from 'pg';
import { sql } from '../../platform/sql.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import type { ImportMessage } from './report.ts';

export type ImportView = Answer<'GET /api/imports/:id'>;
export interface ImportResult {
  counts: Record<string, number>;
  messages: ImportMessage[];
  /** Figures of the file, by month, for sales. */
  months?: Record<string, Record<string, number>>;
}
export interface NewImport {
  id: string;
  kind: 'products' | 'sales';
  fileName: string;
  fileHash: Buffer;
  options: Record<string, string | boolean>;
  staffId: string | null;
}
type Row = Omit<ImportView, 'startedAt' | 'finishedAt' | 'counts' | 'messages' | 'isDryRun'> & {
  options: { dryRun?: boolean };
  result: Partial<ImportResult>;
  startedAt: Date;
  finishedAt: Date | null;
};

/** An import that gave no sign of life for so long runs nowhere; it gives one every few seconds. */
const aliveSeconds = 60;
const isSilent = sql`i.heartbeat_at < now() - make_interval(secs => ${aliveSeconds})`;
const columns = sql`id, kind, file_name as "fileName", options, case when state = 'running' and ${isSilent} then 'interrupted' else state end as state, rows_done as "rowsDone", rows_total as "rowsTotal", result, started_at as "startedAt", finished_at as "finishedAt"`;

/** One beginning of an import. Where it was taken for dead, another one took over, and it writes nothing any more. */
export interface Attempt {
  id: string;
  number: number;
}

/** Begins the import, or begins it again after it failed or was cut off. Undefined when it is done, or runs elsewhere. */
export function beginImport(pool: Pool, merchantId: string, one: NewImport, now: string): Promise<Attempt | undefined> {
  return readAs(pool, merchantId, async (tx) => {
    const begun = await tx.row<{ number: number }>(sql`
      insert into imports.import as i (merchant_id, id, kind, file_name, file_hash, options, state, staff_id, started_at, heartbeat_at)
      values (${merchantId}, ${one.id}, ${one.kind}, ${one.fileName}, ${one.fileHash}, ${JSON.stringify(one.options)}, 'running', ${one.staffId}, ${now}, now())
      on conflict (merchant_id, id) do update set state = 'running', rows_done = 0, result = '{}', started_at = excluded.started_at, finished_at = null,
        heartbeat_at = excluded.heartbeat_at, attempt = i.attempt + 1
      where i.state = 'failed' or (i.state = 'running' and ${isSilent})
      returning attempt as number`);
    return begun === undefined ? undefined : { id: one.id, number: begun.number };
  });
}

/** Says that the attempt is alive and how far it is; false where another one took over. */
export function moveImport(
  pool: Pool,
  merchantId: string,
  { id, number }: Attempt,
  rows: { done: number; total: number | null },
): Promise<boolean> {
  return readAs(pool, merchantId, async (tx) => {
    const moved = await tx.run(sql`
      update imports.import set rows_done = ${rows.done}, rows_total = ${rows.total}, heartbeat_at = now()
      where merchant_id = ${merchantId} and id = ${id} and attempt = ${number} and state = 'running'`);
    return moved === 1;
  });
}

/** Ends the attempt; false where another one took over. */
export function finishImport(
  pool: Pool,
  merchantId: string,
  { id, number }: Attempt,
  end: { state: 'done' | 'failed'; rows: { done: number; total: number | null }; result: ImportResult },
  now: string,
): Promise<boolean> {
  return readAs(pool, merchantId, async (tx) => {
    const ended = await tx.run(sql`
      update imports.import set state = ${end.state}, rows_done = ${end.rows.done}, rows_total = ${end.rows.total},
        result = ${JSON.stringify(end.result)}, finished_at = ${now}
      where merchant_id = ${merchantId} and id = ${id} and attempt = ${number} and state = 'running'`);
    return ended === 1;
  });
}

/** The last hundred, newest first; their messages are left to the single view. */
export async function listImports(tx: Tx): Promise<ImportView[]> {
  const rows = await tx.rows<Row>(
    sql`select ${columns} from imports.import i where merchant_id = ${tx.merchantId} order by started_at desc, id limit 100`,
  );
  return rows.map((row) => ({ ...viewOf(row), messages: [] }));
}

export async function readImport(tx: Tx, id: string): Promise<ImportView | undefined> {
  const row = await tx.row<Row>(
    sql`select ${columns} from imports.import i where merchant_id = ${tx.merchantId} and id = ${id}`,
  );
  return row === undefined ? undefined : viewOf(row);
}

/** The sums by month that a sales import left. */
export async function readImportMonths(tx: Tx, id: string): Promise<ImportResult['months']> {
  const row = await tx.row<{ months: ImportResult['months'] }>(
    sql`select result -> 'months' as months from imports.import where merchant_id = ${tx.merchantId} and id = ${id}`,
  );
  return row?.months;
}

function viewOf({ options, result, ...row }: Row): ImportView {
  return {
    ...row,
    isDryRun: options.dryRun === true,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    counts: result.counts ?? {},
    messages: result.messages ?? [],
  };
}
