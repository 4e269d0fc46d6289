/** What every import does around its own work: known file, record, progress, end. */

import type { ImportCode } from '@tandem/ui/import-texts.ts';
import { isoNow } from '../../platform/clock.ts';
import { canonical } from '../../platform/commands/request-hash.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Refusal, RefusalError } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { derivedId } from './derived-id.ts';
import { hashFile } from './hash-file.ts';
import {
  beginImport,
  finishImport,
  type ImportResult,
  type ImportView,
  moveImport,
  readImport,
} from './import-rows.ts';
import { type Finding, type MessageParams, Report } from './report.ts';

export interface ImportAsked {
  merchantId: string;
  path: string;
  /** As it is shown; the path's last part. */
  fileName: string;
  staffId: string | null;
  /** Hears how many rows are done. */
  tell?: (done: number, total: number | null) => void;
}
export interface Running {
  id: string;
  fileHash: string;
  report: Report;
  progress(done: number, total: number | null): Promise<void>;
}
export interface StartedImport {
  id: string;
  /** True when this file was brought in before, with the same options: nothing is done again. */
  isKnown: boolean;
  /** Settles when the import has ended; it fails where the file could not be read to its end. */
  ended: Promise<ImportView>;
}

const pauseMs = 1000;

/** Why a file was refused in its middle, as a finding of its row. */
function findingOf({ params = {} }: Refusal): Finding {
  const { reason, row: _row, column: _column, ...rest } = params as MessageParams;
  return { code: (reason ?? 'refused') as ImportCode, params: rest };
}

const columnOf = ({ params }: Refusal): string | undefined =>
  params?.column === undefined ? undefined : String(params.column);

/** Starts the work on a file unless it was done before. A dry run is done every time. */
export async function startImport(
  { pool, clock, log }: Platform,
  kind: 'products' | 'sales',
  asked: ImportAsked,
  options: Record<string, string | boolean>,
  work: (running: Running) => Promise<Omit<ImportResult, 'counts' | 'messages'>>,
): Promise<StartedImport> {
  const { merchantId, path, fileName, staffId } = asked;
  const hash = await hashFile(path);
  const fileHash = hash.toString('hex');
  const id = options.dryRun === true ? newId() : derivedId('import', kind, fileHash, canonical(options));
  const view = async (): Promise<ImportView> =>
    (await readAs(pool, merchantId, (tx) => readImport(tx, id))) as ImportView;
  const isNew = await beginImport(
    pool,
    merchantId,
    { id, kind, fileName, fileHash: hash, options, staffId },
    isoNow(clock),
  );
  if (!isNew) return { id, isKnown: true, ended: view() };
  const report = new Report();
  let movedAt = performance.now();
  let rows: { done: number; total: number | null } = { done: 0, total: null };
  const progress = async (done: number, total: number | null): Promise<void> => {
    asked.tell?.(done, total);
    rows = { done, total };
    if (performance.now() - movedAt < pauseMs) return;
    movedAt = performance.now();
    await moveImport(pool, merchantId, id, rows);
  };
  const run = async (): Promise<ImportView> => {
    try {
      const more = await work({ id, fileHash, report, progress });
      await moveImport(pool, merchantId, id, rows);
      await finishImport(
        pool,
        merchantId,
        id,
        'done',
        { counts: report.counts, messages: report.messages, ...more },
        isoNow(clock),
      );
    } catch (error) {
      if (error instanceof RefusalError)
        report.tell('error', Number(error.refusal.params?.row ?? 0), findingOf(error.refusal), columnOf(error.refusal));
      else log.error({ err: error, importId: id }, 'import');
      await finishImport(
        pool,
        merchantId,
        id,
        'failed',
        { counts: report.counts, messages: report.messages },
        isoNow(clock),
      );
      if (!(error instanceof RefusalError)) throw error;
    }
    return view();
  };
  return { id, isKnown: false, ended: run() };
}
