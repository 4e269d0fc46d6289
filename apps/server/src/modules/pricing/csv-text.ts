/** CSV as people keep it in spreadsheets: read with quotes and either line end, written so that no cell runs as a formula. */

// What a spreadsheet takes for a formula, also in full width, behind spaces, and at the start of a line inside a cell.
const formulaStart = /(^|[\r\n])([^\S\r\n]*)(?=[=+\-@\t\0＝＋－＠])/gu;

/** Rows of cells; a quoted cell may hold commas, quotes (doubled) and line ends. A byte order mark is dropped. */
export function readCsvText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const endRow = () => {
    rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  for (let index = 0; index < source.length; index += 1) {
    const character = source[index] as string;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (source[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === ',') {
      row.push(cell);
      cell = '';
    } else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows.filter((cells) => cells.some((one) => one.trim() !== ''));
}

/** Rows with CRLF; text is quoted, and neutralised by an apostrophe where it would be a formula. */
export function writeCsvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(cell: string | number | null): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return String(cell);
  return `"${cell.replace(formulaStart, "$1'$2").replace(/\0/g, '').replaceAll('"', '""')}"`;
}
