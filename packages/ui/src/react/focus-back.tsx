// Gives the focus back where it came from when a dialog closes.
import { useLayoutEffect } from 'react';

/**
 * Within a dialog that exists only while it is open: when it closes, the focus returns to what opened it. The dialog itself
 * gives it back only where it stays and is told to close.
 */
export function FocusBack() {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      // After whatever else the closing does: who has moved the focus on keeps it.
      setTimeout(() => {
        if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body)
          before.focus();
      });
    };
  }, []);
  return null;
}
