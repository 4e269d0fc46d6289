// Keys of a list: arrows go from row to row, Space takes a quick look, X chooses.
import { type KeyboardEvent, type RefObject, useCallback } from 'react';

interface RowKeys {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly count: number;
  readonly scrollTo: (index: number) => void;
  readonly onLook: ((index: number) => void) | undefined;
  readonly onFocusRow: ((index: number) => void) | undefined;
  readonly onSelect: ((index: number, isRange: boolean) => void) | undefined;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable=true]';

/** Puts the focus on the link of a row, once it is drawn. */
export function focusRow(frame: HTMLElement | null, index: number): void {
  const find = () => frame?.querySelector<HTMLElement>(`tr[data-index="${index}"] a`);
  const link = find();
  if (link) link.focus({ preventScroll: true });
  else requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus({ preventScroll: true })));
}

/** What the list does with a key; keys that are typed into a field are left alone. */
export function useRowKeys({ frame, count, scrollTo, onLook, onFocusRow, onSelect }: RowKeys) {
  return useCallback(
    (event: KeyboardEvent) => {
      const target = event.target as Element;
      const row = target.closest<HTMLElement>('tr[data-index]');
      if (!row || event.ctrlKey || event.metaKey || event.altKey || target.closest(typing)) return;
      const index = Number(row.dataset.index);
      const step = steps[event.key];
      if (step !== undefined) {
        const next = index + step;
        if (next < 0 || next >= count) return;
        event.preventDefault();
        scrollTo(next);
        focusRow(frame.current, next);
        onFocusRow?.(next);
      } else if (event.key === ' ' && onLook && !target.closest('button, input')) {
        event.preventDefault();
        onLook(index);
      } else if (event.key.toLowerCase() === 'x' && onSelect) {
        event.preventDefault();
        onSelect(index, event.shiftKey);
      }
    },
    [frame, count, scrollTo, onLook, onFocusRow, onSelect],
  );
}
