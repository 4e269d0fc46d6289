// Listens for the scanner wherever the focus is.
import { useEffect, useEffectEvent } from 'react';
import { createWedge } from '../core/wedge.ts';

/** Calls back with every scanned code; the key that ended it does nothing else. */
export function useScan(onScan: (code: string) => void): void {
  const onCode = useEffectEvent(onScan);
  useEffect(() => {
    const wedge = createWedge();
    const listener = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const code = wedge.press(event.key, event.timeStamp);
      if (code === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      onCode(code);
    };
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
