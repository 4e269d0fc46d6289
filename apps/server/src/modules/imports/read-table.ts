/** A CSV file as a stream of rows: plain or gzipped, UTF-8 or UTF-16 with its mark, comma, semicolon or tab. */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type ImportCode, importText } from '@tandem/ui/import-texts.ts';
import { CsvError, parse } from 'csv-parse';
import { errorCode } from '../../platform/cannot-start.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Finding } from './report.ts';

export interface TableRow {
  /** The row of the file as a spreadsheet counts it, the header being 1. */
  row: number;
  cells: string[];
}
export interface Table {
  header: string[];
  rows: AsyncIterable<TableRow>;
  /** Lets the file go before its end. */
  close(): void;
}

/** What the reader of CSV calls its faults. */
const csvFaults: Readonly<Record<string, ImportCode>> = {
  CSV_QUOTE_NOT_CLOSED: 'row_quote_open',
  CSV_INVALID_CLOSING_QUOTE: 'row_quote_wrong',
  INVALID_OPENING_QUOTE: 'row_quote_wrong',
  CSV_MAX_RECORD_SIZE: 'row_too_long',
};
const columnsMax = 500;
const rowBytesMax = 1_048_576;
const headBytes = 65_536;

/** Opens the file; refuses `import.not_readable` with the row for anything that is no CSV, also while it is read. */
export async function openTable(path: string): Promise<Table> {
  const head = await readHead(path);
  const encoding = encodingOf(head);
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(head));
  const parser = parse({
    delimiter,
    bom: false,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: rowBytesMax,
    info: true,
  });
  const text = Readable.from(decoded(bytesOf(path), encoding), { objectMode: false });
  text.on('error', (error) => parser.destroy(error));
  const rows = numbered(text.pipe(parser));
  const first = await rows.next();
  if (first.done === true) return notReadable(1, { code: 'file_empty' });
  const header = first.value.cells.map((cell) => cell.trim());
  if (header.length > columnsMax) notReadable(1, { code: 'file_columns_max', params: { max: columnsMax } });
  const close = (): void => {
    parser.destroy();
    text.destroy();
  };
  return { header, rows: sameWidth(rows, header.length), close };
}

/** Whether the file begins as gzip does. */
async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/** The file's own bytes, unpacked. */
async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const isPacked = await isGzip(path);
  const file = createReadStream(path, { highWaterMark: 262_144 });
  if (!isPacked) {
    yield* file;
    return;
  }
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error));
  yield* file.pipe(unpacked);
}

async function readHead(path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of bytesOf(path)) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= headBytes) break;
    }
  } catch (error) {
    if (isNoFile(error))
      refuse('import.not_readable', `The file ${path} cannot be read (${errorCode(error)}).`, { field: 'file' });
    notReadable(1, { code: 'file_not_unpacked' });
  }
  return Buffer.concat(chunks).subarray(0, headBytes);
}

/** Missing, not to be read, or a folder; what unpacking says of a file has codes of its own. */
const isNoFile = (error: unknown): boolean => /^E[A-Z0-9]+$/.test(errorCode(error));

function encodingOf(head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.includes(0)) notReadable(1, { code: 'file_no_text' });
  return 'utf-8';
}

/** The mark that stands most often in the first line outside of quotes. */
function delimiterOf(text: string): string {
  const line = text.replace(/"[^"]*"/g, '').split(/\r?\n|\r/)[0] ?? '';
  const count = (mark: string) => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  for await (const chunk of chunks) {
    let text: string;
    try {
      text = decoder.decode(chunk, { stream: true });
    } catch {
      return notReadable(lines + brokenLine(chunk, encoding), { code: 'file_not_utf8' });
    }
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
    yield text;
  }
}

/** Which line of the chunk, from 0, is the first that cannot be decoded. */
function brokenLine(chunk: Buffer, encoding: string): number {
  if (encoding !== 'utf-8') return 0;
  let line = 0;
  // The chunk may begin in the middle of a letter.
  let from = 0;
  while (from < 3 && ((chunk[from] ?? 0) & 0xc0) === 0x80) from += 1;
  for (;;) {
    const end = chunk.indexOf(0x0a, from);
    try {
      new TextDecoder(encoding, { fatal: true }).decode(chunk.subarray(from, end === -1 ? chunk.length : end));
    } catch {
      return line;
    }
    if (end === -1) return line;
    from = end + 1;
    line += 1;
  }
}

async function* numbered(
  records: AsyncIterable<{ record: string[]; info: { lines: number } }>,
): AsyncGenerator<TableRow> {
  let row = 0;
  try {
    for await (const { record } of records) {
      row += 1;
      yield { row, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The rows that were read ahead of the fault are lost with it: only the reader knows how many they were.
    const { records = row, index } = error as CsvError & { records?: number; index?: number };
    notReadable(
      records + 1,
      { code: csvFaults[error.code] ?? 'row_broken' },
      index === undefined ? undefined : index + 1,
    );
  }
}

/** Rows that are too short are filled; cells beyond the header are refused, since nobody knows what they mean. */
async function* sameWidth(rows: AsyncIterable<TableRow>, width: number): AsyncGenerator<TableRow> {
  for await (const { row, cells } of rows) {
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ''))
      notReadable(row, { code: 'row_too_wide', params: { cells: cells.length, width } }, width + 1);
    while (cells.length < width) cells.push('');
    yield { row, cells };
  }
}

/** Refuses with the row in words, and with the code of the finding for those who say it in another language. */
function notReadable(row: number, finding: Finding, column?: unknown): never {
  const where = column === undefined ? `Row ${row}` : `Row ${row}, column ${String(column)}`;
  return refuse('import.not_readable', `${where}: ${importText(finding, 'en')}`, {
    field: 'file',
    params: { row, reason: finding.code, ...finding.params, ...(column === undefined ? {} : { column }) },
  });
}
