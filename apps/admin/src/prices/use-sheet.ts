// The sheet as a person works on it: what is marked, what is being typed, what was typed, and every act on it.
import { useMemo, useReducer, useState } from 'react';
import { amountText } from '../parts/amount-text.ts';
import { fromClipboard, pastePlaces, toClipboard } from './sheet-clipboard.ts';
import { amountIn, cellKey, emptySheet, redo, type SheetState, type Typed, typeInto, undo } from './sheet-edits.ts';
import { at, type Bounds, type Marked, moved, type Range, rangeOf, stepped, within } from './sheet-ranges.ts';
import { differenceOf, isEditable, marginOf, type SheetColumn, type SheetRow } from './sheet-rows.ts';

export interface SheetSetting {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly currency: string;
  readonly isReadOnly: boolean;
  /** Parts per million of tax within the prices. */
  readonly taxPpm: number;
}
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}
type Act = (before: SheetState) => SheetState;

/** All acts are safe to call for any place: what cannot be changed stays as it is. */
export function useSheet(setting: SheetSetting) {
  const { rows, columns, isReadOnly } = setting;
  const [state, change] = useReducer((before: SheetState, act: Act) => act(before), emptySheet);
  const [chosen, mark] = useState<Marked>(at(0, 1));
  const [editing, setEditing] = useState<string>();
  const bounds = useMemo((): Bounds => ({ rows: rows.length, columns: columns.length }), [rows, columns]);
  const marked = within(chosen, bounds);
  const writing = writingIn(setting, state, change);
  return {
    state,
    change,
    marked,
    range: rangeOf(marked),
    editing,
    mark,
    setEditing,
    write: writing.write,
    move: (row: number, column: number, isExtending: boolean) =>
      mark(moved(marked, { row, column }, bounds, isExtending)),
    /** False where the sheet ends. */
    step: (by: 1 | -1): boolean => {
      const next = stepped(marked, by, bounds);
      if (next) mark(next);
      return next !== undefined;
    },
    all: () => mark({ anchor: { row: 0, column: 0 }, focus: { row: bounds.rows - 1, column: bounds.columns - 1 } }),
    /** Begins to type into the cell; without a text, from what stands there. */
    edit: (text?: string) => {
      if (isReadOnly || !isEditable(columns[marked.focus.column])) return;
      setEditing(text ?? writing.textAt(marked.focus.row, marked.focus.column));
    },
    commit: (text: string) => {
      writing.write([{ ...marked.focus, text }]);
      setEditing(undefined);
    },
    ...rangeActs(rangeOf(marked), bounds, writing, mark),
    undo: () => change(undo),
    redo: () => change(redo),
  };
}
export type Sheet = ReturnType<typeof useSheet>;

/** What a cell shows: minor units, or parts per ten thousand for a difference and a margin; null for nothing. */
export function figureIn(row: SheetRow, column: SheetColumn, state: SheetState, taxPpm: number): number | null {
  if (column.kind !== 'difference' && column.kind !== 'margin') return amountIn(row, column, state.edits) ?? null;
  const price = amountIn(row, { kind: 'price', key: 'price:0', minQuantity: 0 }, state.edits) ?? null;
  return column.kind === 'difference' ? differenceOf(row.baseAmount, price) : marginOf(price, row.costAmount, taxPpm);
}

function span(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

interface Writing {
  textAt(row: number, column: number): string;
  write(cells: readonly Cell[]): void;
}

function writingIn(setting: SheetSetting, state: SheetState, change: (act: Act) => void): Writing {
  const { rows, columns, currency, isReadOnly, taxPpm } = setting;
  return {
    textAt: (rowIndex, columnIndex) => {
      const [row, column] = [rows[rowIndex], columns[columnIndex]];
      if (!row || !column) return '';
      const edit = state.edits.get(cellKey(row, column));
      if (edit !== undefined && edit.amount === undefined) return edit.typed;
      const figure = figureIn(row, column, state, taxPpm);
      if (figure === null) return '';
      return column.kind === 'difference' || column.kind === 'margin'
        ? `${figure / 100}%`
        : amountText(figure, currency);
    },
    write: (cells) => {
      if (isReadOnly) return;
      const typed = cells.flatMap(({ row, column, text }): Typed[] => {
        const [into, under] = [rows[row], columns[column]];
        return into && under && isEditable(under) ? [{ row: into, column: under, typed: text }] : [];
      });
      change((before) => typeInto(before, typed, currency));
    },
  };
}

/** What is done with all that is marked. */
function rangeActs(range: Range, bounds: Bounds, { textAt, write }: Writing, mark: (marked: Marked) => void) {
  const { top, bottom, left, right } = range;
  const cellsOf = (first: number, last: number, text: (row: number, column: number) => string): Cell[] =>
    span(first, last).flatMap((row) => span(left, right).map((column) => ({ row, column, text: text(row, column) })));
  return {
    clear: () => write(cellsOf(top, bottom, () => '')),
    copy: (): string =>
      toClipboard(span(top, bottom).map((row) => span(left, right).map((column) => textAt(row, column)))),
    paste: (text: string) => {
      const places = pastePlaces(fromClipboard(text), range);
      write(places);
      const last = places.at(-1);
      if (last) mark(within({ anchor: { row: top, column: left }, focus: last }, bounds));
    },
    /** Copies the first marked row over the others; a single row takes what stands above it. */
    fillDown: () => {
      const from = top === bottom ? Math.max(0, top - 1) : top;
      write(cellsOf(top, bottom, (_, column) => textAt(from, column)));
    },
    /** Repeats what is marked down to a row, as the corner of the mark does when it is drawn. */
    fillTo: (row: number) => {
      const last = Math.min(row, bounds.rows - 1);
      if (last <= bottom) return;
      write(cellsOf(bottom + 1, last, (place, column) => textAt(top + ((place - top) % (bottom - top + 1)), column)));
      mark({ anchor: { row: top, column: left }, focus: { row: last, column: right } });
    },
  };
}
