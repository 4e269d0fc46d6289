/** Cursors of lists: the sort key of the last row, its parts joined by `_`. They come back from callers, so they are checked. */
import { refuse } from './refusal.ts';

const kinds = {
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  number: /^\d{1,15}$/,
  /** Of rows before this one. */
  count: /^\d{1,7}$/,
} as const;

/** The parts of a cursor; undefined without one. Refuses text that no list of ours gave. */
export function readCursor<K extends readonly (keyof typeof kinds)[]>(
  text: string | undefined,
  parts: K,
): { [I in keyof K]: string } | undefined {
  if (text === undefined) return undefined;
  const found = text.split('_');
  const fits = found.length === parts.length && parts.every((kind, index) => isKind(kind, found[index] ?? ''));
  if (!fits) refuse('input.invalid', 'The cursor is not one of ours.', { status: 400, field: 'cursor' });
  return found as { [I in keyof K]: string };
}

function isKind(kind: keyof typeof kinds, text: string): boolean {
  return kinds[kind].test(text) && (kind !== 'instant' || !Number.isNaN(Date.parse(text)));
}
