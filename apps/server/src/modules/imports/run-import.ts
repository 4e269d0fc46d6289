/** What every import does around its own work: known file, record, sign of life, progress, end. */
import { setTimeout as wait } from 'node:timers/promises';
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
  type Attempt,
  beginImport,
  finishImport,
  type ImportResult,
  type ImportView,
  moveImport,
  type NewImport,
  readImport,
} from './import-rows.ts';
import { type Finding, type MessageParams, Report } from './report.ts';

export interface ImportAsked {
  merchantId: string;
  path: string;
  /** As it is shown; the path's last part. */
  fileName: string;
  staffId: string | null;
  /** Hears how many rows are done, here or where the import runs already. */
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
  /**
   * Settles when the import has ended, here or where it runs already; it fails where the file could not be read to its
   * end. Until then the file has to stay: where the other is cut off, the import goes on here.
   */
  ended: Promise<ImportView>;
}

const pauseMs = 1000;
/** Several times in what `import-rows.ts` takes for silence. */
const heartbeatMs = 5000;

type Work = (running: Running) => Promise<Omit<ImportResult, 'counts' | 'messages'>>;
interface Import {
  platform: Platform;
  asked: ImportAsked;
  one: NewImport;
  work: Work;
}

/** Starts the work on a file unless it was done before, or runs. A dry run is done every time. */
export async function startImport(
  platform: Platform,
  kind: 'products' | 'sales',
  asked: ImportAsked,
  options: Record<string, string | boolean>,
  work: Work,
): Promise<StartedImport> {
  const { fileName, staffId } = asked;
  const fileHash = await hashFile(asked.path);
  const id =
    options.dryRun === true ? newId() : derivedId('import', kind, fileHash.toString('hex'), canonical(options));
  const started: Import = { platform, asked, one: { id, kind, fileName, fileHash, options, staffId }, work };
  const attempt = await begin(started);
  if (attempt !== undefined) return { id, isKnown: false, ended: run(started, attempt) };
  const known = await view(started);
  if (known.state === 'done') return { id, isKnown: true, ended: Promise.resolve(known) };
  return { id, isKnown: false, ended: endElsewhere(started) };
}

const begin = ({ platform: { pool, clock }, asked, one }: Import): Promise<Attempt | undefined> =>
  beginImport(pool, asked.merchantId, one, isoNow(clock));

const view = ({ platform: { pool }, asked, one }: Import): Promise<ImportView> =>
  readAs(pool, asked.merchantId, async (tx) => (await readImport(tx, one.id)) as ImportView);

/** Waits for the end of what runs elsewhere, and takes it over when it is cut off. */
async function endElsewhere(started: Import): Promise<ImportView> {
  for (;;) {
    const now = await view(started);
    if (now.state === 'done' || now.state === 'failed') return now;
    const attempt = now.state === 'interrupted' ? await begin(started) : undefined;
    if (attempt !== undefined) return run(started, attempt);
    started.asked.tell?.(now.rowsDone, now.rowsTotal);
    await wait(pauseMs);
  }
}

const run = async (started: Import, attempt: Attempt): Promise<ImportView> =>
  (await bringIn(started, attempt)) ? view(started) : endElsewhere(started);

/** Does the work and writes down how it ended; false where another attempt has taken over meanwhile. */
async function bringIn(started: Import, attempt: Attempt): Promise<boolean> {
  const { platform, asked, one, work } = started;
  const { pool, clock, log } = platform;
  const report = new Report();
  const life = newLife(started, attempt);
  const finish = (state: 'done' | 'failed', more: object = {}): Promise<boolean> => {
    const result = { counts: report.counts, messages: report.messages, ...more };
    return finishImport(pool, asked.merchantId, attempt, { state, rows: life.rows(), result }, isoNow(clock));
  };
  try {
    const more = await work({
      id: one.id,
      fileHash: one.fileHash.toString('hex'),
      report,
      progress: life.progress,
    });
    return await finish('done', more);
  } catch (error) {
    if (error instanceof RefusalError)
      report.tell('error', Number(error.refusal.params?.row ?? 0), findingOf(error.refusal), columnOf(error.refusal));
    else log.error({ err: error, importId: one.id }, 'import');
    const isMine = await finish('failed');
    if (isMine && !(error instanceof RefusalError)) throw error;
    return isMine;
  } finally {
    life.end();
  }
}

/** The sign of life of an attempt, whatever its work waits for, and with it how far it is. */
function newLife({ platform: { pool, log }, asked, one }: Import, attempt: Attempt) {
  let rows: { done: number; total: number | null } = { done: 0, total: null };
  let movedAt = performance.now();
  let isTakenOver = false;
  const move = async (): Promise<void> => {
    movedAt = performance.now();
    isTakenOver = !(await moveImport(pool, asked.merchantId, attempt, rows));
  };
  const timer = setInterval(() => {
    if (performance.now() - movedAt >= heartbeatMs)
      move().catch((error: unknown) => log.warn({ err: error, importId: one.id }, 'sign of life of an import'));
  }, heartbeatMs / 2);
  return {
    rows: () => rows,
    /** Throws where another attempt has taken over, which ends the work. */
    progress: async (done: number, total: number | null): Promise<void> => {
      asked.tell?.(done, total);
      rows = { done, total };
      if (performance.now() - movedAt >= pauseMs) await move();
      if (isTakenOver) throw new Error('The import was taken for dead and goes on elsewhere.');
    },
    end: () => clearInterval(timer),
  };
}

/** Why a file was refused in its middle, as a finding of its row. */
function findingOf({ params = {} }: Refusal): Finding {
  const { reason, row: _row, column: _column, ...rest } = params as MessageParams;
  return { code: (reason ?? 'refused') as ImportCode, params: rest };
}

const columnOf = ({ params }: Refusal): string | undefined =>
  params?.column === undefined ? undefined : String(params.column);
