// Ranges to and from the clipboard, as Excel, Numbers and Google Sheets write them: tabs between cells, a line for a row.
import type { Range } from './sheet-ranges.ts';

/** Rows of cells as text; a cell with a tab, a line break or a quote stands in quotes. */
export function toClipboard(cells: readonly (readonly string[])[]): string {
  return cells
    .map((row) => row.map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n');
}

/** The rows of cells in a text; the line break that spreadsheets put at the end begins no further row. */
export function fromClipboard(text: string): string[][] {
  const rows: string[][] = [[]];
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let place = 0; place <= plain.length; ) {
    const cell = readCell(plain, place);
    rows.at(-1)?.push(cell.text);
    if (plain[cell.end] === '\n') rows.push([]);
    place = cell.end + 1;
  }
  return rows;
}

function readCell(text: string, start: number): { text: string; end: number } {
  if (text[start] === '"') {
    const closing = /"(?:[^"]|"")*"(?=[\t\n]|$)/y;
    closing.lastIndex = start;
    const quoted = closing.exec(text)?.[0];
    if (quoted !== undefined) return { text: quoted.slice(1, -1).replaceAll('""', '"'), end: start + quoted.length };
  }
  const rest = /[^\t\n]*/y;
  rest.lastIndex = start;
  const found = rest.exec(text)?.[0] ?? '';
  return { text: found, end: start + found.length };
}

/** Where each cell of a block goes: repeated over the range where it fits in whole times, else from its first cell on. */
export function pastePlaces(
  block: readonly (readonly string[])[],
  range: Range,
): { row: number; column: number; text: string }[] {
  const height = block.length;
  const width = Math.max(...block.map((row) => row.length));
  const tall = range.bottom - range.top + 1;
  const wide = range.right - range.left + 1;
  const rows = tall % height === 0 ? tall : height;
  const columns = wide % width === 0 ? wide : width;
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_unused, across) => ({
      row: range.top + down,
      column: range.left + across,
      text: block[down % height]?.[across % width] ?? '',
    })),
  ).flat();
}
