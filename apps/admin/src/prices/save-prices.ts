// Brings what was typed to the server: many prices at once, and what is refused is told at its cell.
import { ProblemError } from '@tandem/contract/client.ts';
import type { Body } from '@tandem/contract/index.ts';
import { amountIn, cellKey, type Edits } from './sheet-edits.ts';
import type { SheetColumn, SheetRow } from './sheet-rows.ts';

export type Entry = Body<'PUT /api/price-lists/:id/entries'>['entries'][number];
export interface Change {
  readonly entry: Entry;
  /** The cells that it comes from. */
  readonly keys: readonly string[];
}
export interface Outcome {
  readonly taken: readonly Change[];
  /** By cell. */
  readonly refused: ReadonlyMap<string, ProblemError>;
}

/** How many prices travel together; the contract takes 5,000. */
export const sentMax = 2000;

/**
 * The prices that were changed. `wrong` are the cells that cannot be sent: what is no amount, and a compare-at price
 * without a price beside it.
 */
export function changesOf(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  edits: Edits,
): { changes: Change[]; wrong: { key: string; why: 'amount' | 'alone' }[] } {
  const changes: Change[] = [];
  const wrong: { key: string; why: 'amount' | 'alone' }[] = [];
  const was = columns.find((column) => column.kind === 'was');
  for (const row of rows) {
    for (const column of columns) {
      if (column.kind !== 'price') continue;
      const keys = [column, ...(column.minQuantity === 0 && was ? [was] : [])]
        .map((one) => cellKey(row, one))
        .filter((key) => edits.has(key));
      if (keys.length === 0) continue;
      const bad = keys.filter((key) => edits.get(key)?.amount === undefined);
      for (const key of bad) wrong.push({ key, why: 'amount' });
      if (bad.length > 0) continue;
      const amount = amountIn(row, column, edits) ?? null;
      const compareAtAmount = compareAtOf(row, column, was, edits);
      const isAlone = amount === null && was !== undefined && (edits.get(cellKey(row, was))?.amount ?? null) !== null;
      if (column.minQuantity === 0 && isAlone && was) wrong.push({ key: cellKey(row, was), why: 'alone' });
      else
        changes.push({
          entry: {
            variantId: row.variantId,
            minQuantity: column.minQuantity,
            amount,
            ...(amount === null ? {} : { compareAtAmount }),
          },
          keys,
        });
    }
  }
  return { changes, wrong };
}

/** The compare-at price that goes with the price; sent each time, since a price is stored as a whole. */
function compareAtOf(
  row: SheetRow,
  column: SheetColumn & { kind: 'price' },
  was: SheetColumn | undefined,
  edits: Edits,
): number | null {
  if (column.minQuantity === 0 && was) return amountIn(row, was, edits) ?? null;
  return row.prices.get(column.minQuantity)?.compareAtAmount ?? null;
}

/**
 * Sends the changes in parts. The server takes a part whole or names one price that it refuses: that one is put aside with
 * its problem and the rest is sent again. Throws what is no refusal of a price; what was sent until then is taken.
 */
export async function saveChanges(
  changes: readonly Change[],
  send: (entries: Entry[]) => Promise<unknown>,
  onTaken: (taken: readonly Change[]) => void = () => undefined,
): Promise<Outcome> {
  const taken: Change[] = [];
  const refused = new Map<string, ProblemError>();
  for (let from = 0; from < changes.length; from += sentMax) {
    let part = changes.slice(from, from + sentMax);
    while (part.length > 0) {
      const sent = part;
      const problem = await send(sent.map((change) => change.entry)).then(
        () => undefined,
        (error: unknown) => refusalOf(error, sent.length) ?? Promise.reject(error),
      );
      if (problem === undefined) {
        taken.push(...sent);
        onTaken(sent);
        break;
      }
      for (const key of sent[problem.index]?.keys ?? []) refused.set(key, problem.error);
      part = sent.filter((_, index) => index !== problem.index);
    }
  }
  return { taken, refused };
}

function refusalOf(error: unknown, count: number): { index: number; error: ProblemError } | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const index = Number(/^entries[./](\d+)\b/.exec(error.field ?? '')?.[1] ?? Number.NaN);
  return index < count ? { index, error } : undefined;
}
