// Which rows of a list are chosen, to change them together.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

export interface Selection<T> {
  /** What is known of each chosen row, by its key. */
  readonly chosen: ReadonlyMap<string, T>;
  /** Chooses the row or lets it go; a range reaches from the row that was chosen last. */
  toggle(index: number, isRange: boolean): void;
  /** Chooses every row that is loaded, or lets all go when they are chosen already. */
  toggleAll(): void;
  replace(items: ReadonlyMap<string, T>): void;
  clear(): void;
}

/** Keys of the rows between two of them, both included, whichever stands first. */
export function rowsBetween<R>(rows: readonly R[], from: number, to: number): R[] {
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Nothing is chosen at first, nor after `listKey` (what the list is filtered by) has changed. */
export function useSelection<R, T>(
  rows: readonly R[],
  keyOf: (row: R) => string,
  pick: (row: R) => T,
  listKey: string,
): Selection<T> {
  const [chosen, setChosen] = useState<ReadonlyMap<string, T>>(new Map());
  const current = useRef(rows);
  current.current = rows;
  const anchor = useRef<string>(undefined);
  const clear = useCallback(() => setChosen((before) => (before.size === 0 ? before : new Map())), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is another choice.
  useEffect(clear, [listKey]);
  const toggle = useCallback(
    (index: number, isRange: boolean) => {
      const all = current.current;
      const row = all[index];
      if (row === undefined) return;
      const from = isRange ? all.findIndex((one) => keyOf(one) === anchor.current) : -1;
      anchor.current = keyOf(row);
      setChosen((before) => {
        const after = new Map(before);
        const isOn = !before.has(keyOf(row)) || from >= 0;
        for (const one of from >= 0 ? rowsBetween(all, from, index) : [row]) {
          if (isOn) after.set(keyOf(one), pick(one));
          else after.delete(keyOf(one));
        }
        return after;
      });
    },
    [keyOf, pick],
  );
  const toggleAll = useCallback(() => {
    const all = current.current;
    setChosen((before) =>
      all.every((one) => before.has(keyOf(one)))
        ? new Map()
        : new Map([...before, ...all.map((one) => [keyOf(one), pick(one)] as const)]),
    );
  }, [keyOf, pick]);
  return useMemo(() => ({ chosen, toggle, toggleAll, replace: setChosen, clear }), [chosen, toggle, toggleAll, clear]);
}
