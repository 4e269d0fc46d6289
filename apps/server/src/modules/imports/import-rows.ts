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

const columns = sql`id, kind, file_name as "fileName", options, state, rows_done as "rowsDone", rows_total as "rowsTotal", result, started_at as "startedAt", finished_at as "finishedAt"`;

/** Begins the import, or begins it again after it was cut off. Gives false when it is already done. */
export function beginImport(pool: Pool, merchantId: string, one: NewImport, now: string): Promise<boolean> {
  return readAs(pool, merchantId, async (tx) => {
    const begun = await tx.run(sql`
      insert into imports.import as i (merchant_id, id, kind, file_name, file_hash, options, state, staff_id, started_at)
      values (${merchantId}, ${one.id}, ${one.kind}, ${one.fileName}, ${one.fileHash}, ${JSON.stringify(one.options)}, 'running', ${one.staffId}, ${now})
      on conflict (merchant_id, id) do update set state = 'running', rows_done = 0, started_at = excluded.started_at, finished_at = null where i.state <> 'done'`);
    return begun === 1;
  });
}

export function moveImport(
  pool: Pool,
  merchantId: string,
  id: string,
  rows: { done: number; total: number | null },
): Promise<void> {
  return readAs(pool, merchantId, async (tx) => {
    await tx.run(
      sql`update imports.import set rows_done = ${rows.done}, rows_total = ${rows.total} where merchant_id = ${merchantId} and id = ${id}`,
    );
  });
}

export function finishImport(
  pool: Pool,
  merchantId: string,
  id: string,
  state: 'done' | 'failed',
  result: ImportResult,
  now: string,
): Promise<void> {
  return readAs(pool, merchantId, async (tx) => {
    await tx.run(sql`
      update imports.import set state = ${state}, result = ${JSON.stringify(result)}, finished_at = ${now} where merchant_id = ${merchantId} and id = ${id}`);
  });
}

/** The last hundred, newest first; their messages are left to the single view. */
export async function listImports(tx: Tx): Promise<ImportView[]> {
  const rows = await tx.rows<Row>(
    sql`select ${columns} from imports.import where merchant_id = ${tx.merchantId} order by started_at desc, id limit 100`,
  );
  return rows.map((row) => ({ ...viewOf(row), messages: [] }));
}

export async function readImport(tx: Tx, id: string): Promise<ImportView | undefined> {
  const row = await tx.row<Row>(
    sql`select ${columns} from imports.import where merchant_id = ${tx.merchantId} and id = ${id}`,
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
