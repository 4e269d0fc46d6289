import type { ReactNode } from 'react';
import classes from './bottom-bar.module.css';

/** Stays in view at the foot of a page while something there waits for a decision: its words first, its buttons behind. */
export function BottomBar({ isWide = false, children }: { readonly isWide?: boolean; readonly children: ReactNode }) {
  return (
    <div className={isWide ? `${classes.bar} ${classes.isWide}` : classes.bar} role="status">
      {children}
    </div>
  );
}
