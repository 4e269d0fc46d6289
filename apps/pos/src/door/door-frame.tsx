import { ColorSchemeToggle, LanguageSwitch } from '@tandem/ui/react/index.ts';
import type { ReactNode } from 'react';
import classes from './door.module.css';

/** Around what stands before selling: the name of the place, language and colours. */
export function DoorFrame({ place, children }: { readonly place: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <span className={classes.mark} aria-hidden>
          <svg viewBox="0 0 32 32" width="32" height="32">
            <title>Tandem</title>
            <rect width="32" height="32" rx="8" fill="var(--color-primary)" />
            <circle cx="12.5" cy="16" r="6" stroke="#fff" strokeWidth="2.4" fill="none" />
            <circle cx="19.5" cy="16" r="6" stroke="#a9d5c5" strokeWidth="2.4" fill="none" />
          </svg>
        </span>
        <div className={classes.place}>{place}</div>
        <div className={classes.tools}>
          <LanguageSwitch size="md" />
          <ColorSchemeToggle size={48} />
        </div>
      </header>
      <main className={classes.door}>{children}</main>
    </div>
  );
}
