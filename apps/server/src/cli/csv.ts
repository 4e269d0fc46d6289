/** Rows of a CSV that a spreadsheet may open: no cell of text is ever run as a formula. */

import { once } from 'node:events';

export type Cell = string | number | boolean | null;

// What a spreadsheet takes for a formula, also in full width, behind spaces, and at the start of a line inside a cell.
const formulaStart = /(^|[\r\n])([^\S\r\n]*)(?=[=+\-@\t\0＝＋－＠])/gu;
const control = /\0/g;

/** A row with CRLF. Numbers stand bare; text is quoted, and neutralised by an apostrophe where it would be a formula. */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(cell: Cell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell !== 'string') return String(cell);
  return `"${neutral(cell).replaceAll('"', '""')}"`;
}

/** Text with an apostrophe before anything that would start a formula. */
export function neutral(text: string): string {
  const marked = text.replace(formulaStart, "$1'$2");
  const tabbed = /^[\t\r]/.test(text) && !marked.startsWith("'") ? `'${marked}` : marked;
  return tabbed.replace(control, '');
}

/** Writes rows as fast as the reader takes them, so that a large export needs little memory. */
export async function writeCsv(stream: NodeJS.WriteStream, rows: readonly (readonly Cell[])[]): Promise<void> {
  const isTaken = stream.write(rows.map(csvRow).join(''));
  if (!isTaken) await once(stream, 'drain');
}
