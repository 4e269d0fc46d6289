// What was typed into the sheet and is not saved yet, with the way back. Pure: every act gives a new state.
import { parseAmount } from '../parts/amount-text.ts';
import type { SheetColumn, SheetRow } from './sheet-rows.ts';

export interface Edit {
  /** As it was typed; blank takes the price out of the list. */
  readonly typed: string;
  /** Minor units; null takes the price out; undefined for what is no amount. */
  readonly amount: number | null | undefined;
  /** What stood there when it was typed: another amount there now is somebody else's. */
  readonly onto: number | null;
  /** Why the server did not take it. */
  readonly refusal?: string;
}
/** By `variantId column`. */
export type Edits = ReadonlyMap<string, Edit>;
type Step = readonly { readonly key: string; readonly before: Edit | undefined; readonly after: Edit | undefined }[];

export interface SheetState {
  readonly edits: Edits;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}
export interface Typed {
  readonly row: SheetRow;
  readonly column: SheetColumn;
  readonly typed: string;
}

export const emptySheet: SheetState = { edits: new Map(), past: [], future: [] };
const stepsMax = 200;

export const cellKey = (row: SheetRow, column: SheetColumn): string => `${row.variantId} ${column.key}`;

/** What the list has stored for the cell, in minor units; null for none, and for columns that follow from others. */
export function storedAmount(row: SheetRow, column: SheetColumn): number | null {
  if (column.kind === 'base') return row.baseAmount;
  if (column.kind === 'price') return row.prices.get(column.minQuantity)?.amount ?? null;
  return column.kind === 'was' ? (row.prices.get(0)?.compareAtAmount ?? null) : null;
}

/** What the cell is worth with what was typed; undefined for what is no amount. */
export function amountIn(row: SheetRow, column: SheetColumn, edits: Edits): number | null | undefined {
  const edit = edits.get(cellKey(row, column));
  return edit === undefined ? storedAmount(row, column) : edit.amount;
}

/** Types into cells, as one step back. A cell that gets what is stored is no longer changed. */
export function typeInto(state: SheetState, cells: readonly Typed[], currency: string): SheetState {
  const edits = new Map(state.edits);
  const step: { key: string; before: Edit | undefined; after: Edit | undefined }[] = [];
  for (const { row, column, typed } of cells) {
    if (column.kind !== 'price' && column.kind !== 'was') continue;
    const key = cellKey(row, column);
    const amount = typed.trim() === '' ? null : parseAmount(typed, currency);
    const before = edits.get(key);
    const after =
      amount === storedAmount(row, column)
        ? undefined
        : { typed: typed.trim(), amount, onto: storedAmount(row, column) };
    if (before?.typed === after?.typed && before?.refusal === undefined) continue;
    if (after === undefined) edits.delete(key);
    else edits.set(key, after);
    step.push({ key, before, after });
  }
  if (step.length === 0) return state;
  return { edits, past: [...state.past, step].slice(-stepsMax), future: [] };
}

/** Did somebody else store another amount meanwhile, neither the one that stood there nor the one that was typed? */
export function isConflict(row: SheetRow, column: SheetColumn, edit: Edit | undefined): boolean {
  if (edit === undefined) return false;
  const stored = storedAmount(row, column);
  return stored !== edit.onto && stored !== edit.amount;
}

/** The cells in which somebody else stored another amount meanwhile. */
export function conflictsOf(rows: readonly SheetRow[], columns: readonly SheetColumn[], edits: Edits): string[] {
  if (edits.size === 0) return [];
  return rows.flatMap((row) =>
    columns.flatMap((column) => {
      const key = cellKey(row, column);
      return isConflict(row, column, edits.get(key)) ? [key] : [];
    }),
  );
}

/** Lets go what was typed into the cells; what is stored shows again. Steps back end here. */
export function letGo(state: SheetState, keys: Iterable<string>): SheetState {
  const edits = new Map(state.edits);
  for (const key of keys) edits.delete(key);
  return { edits, past: [], future: [] };
}

export function undo(state: SheetState): SheetState {
  const step = state.past.at(-1);
  if (step === undefined) return state;
  const back = step.map(({ key, before, after }) => ({ key, before: after, after: before }));
  return { edits: applied(state.edits, back), past: state.past.slice(0, -1), future: [...state.future, step] };
}

export function redo(state: SheetState): SheetState {
  const step = state.future.at(-1);
  if (step === undefined) return state;
  return { edits: applied(state.edits, step), past: [...state.past, step], future: state.future.slice(0, -1) };
}

function applied(edits: Edits, step: Step): Edits {
  const next = new Map(edits);
  for (const { key, after } of step) {
    if (after === undefined) next.delete(key);
    else next.set(key, after);
  }
  return next;
}

/**
 * After saving: what was taken is no edit any more, what was refused stays with its reason. Only what still stands as it
 * was `sent` is touched; what was typed meanwhile stays. Steps back end here.
 */
export function settled(
  state: SheetState,
  sent: Edits,
  taken: Iterable<string>,
  refused: ReadonlyMap<string, string>,
): SheetState {
  const edits = new Map(state.edits);
  const isAsSent = (key: string) => edits.get(key) === sent.get(key);
  for (const key of taken) {
    const typed = edits.get(key);
    if (isAsSent(key)) edits.delete(key);
    // What was taken stands there now, and it is one's own.
    else if (typed !== undefined) edits.set(key, { ...typed, onto: sent.get(key)?.amount ?? null });
  }
  for (const [key, refusal] of refused) {
    const edit = edits.get(key);
    if (edit !== undefined && isAsSent(key)) edits.set(key, { ...edit, refusal });
  }
  return { edits, past: [], future: [] };
}
