// Nobody has to choose the search field before typing a name.
import { type RefObject, useEffect } from 'react';

/** While it is on, a letter typed anywhere but in a field or a dialog begins a search. Digits are left to scanners. */
export function useTypeToSearch(field: RefObject<HTMLInputElement | null>, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const listener = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^\p{L}$/u.test(event.key)) return;
      const { target } = event;
      if (target instanceof Element && target.closest('input, textarea, select, [role="dialog"]')) return;
      // The letter itself follows the focus.
      field.current?.focus();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [field, isOn]);
}
