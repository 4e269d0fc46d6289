// Where the person stands in the sheet, and what was marked: places by row and column, as a spreadsheet does it.

export interface Place {
  readonly row: number;
  readonly column: number;
}
/** From where the mark began to where it reaches now; both the same for a single cell. */
export interface Marked {
  readonly anchor: Place;
  readonly focus: Place;
}
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
export interface Bounds {
  readonly rows: number;
  readonly columns: number;
}

export const at = (row: number, column: number): Marked => ({ anchor: { row, column }, focus: { row, column } });

export function rangeOf({ anchor, focus }: Marked): Range {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

/** How many cells the range holds. */
export const sizeOf = ({ top, bottom, left, right }: Range): number => (bottom - top + 1) * (right - left + 1);

/** Moves by rows and columns, never out of the sheet; `isExtending` leaves the anchor where it is. */
export function moved(marked: Marked, by: Place, bounds: Bounds, isExtending = false): Marked {
  const focus = {
    row: clamp(marked.focus.row + by.row, bounds.rows),
    column: clamp(marked.focus.column + by.column, bounds.columns),
  };
  return { anchor: isExtending ? marked.anchor : focus, focus };
}

/** To the next cell in reading order (`by` 1) or the one before (-1); undefined past the ends of the sheet. */
export function stepped({ focus }: Marked, by: 1 | -1, { rows, columns }: Bounds): Marked | undefined {
  const place = focus.row * columns + focus.column + by;
  if (place < 0 || place >= rows * columns) return undefined;
  return at(Math.floor(place / columns), place % columns);
}

/** The same mark inside a sheet that has become smaller. */
export function within(marked: Marked, { rows, columns }: Bounds): Marked {
  const fit = (place: Place) => ({ row: clamp(place.row, rows), column: clamp(place.column, columns) });
  return { anchor: fit(marked.anchor), focus: fit(marked.focus) };
}

const clamp = (place: number, count: number): number => Math.max(0, Math.min(count - 1, place));
