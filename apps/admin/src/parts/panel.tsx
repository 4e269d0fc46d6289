import type { ReactNode } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  readonly title?: ReactNode;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  /** Content reaches the edges, as a table does. */
  readonly isFlush?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A card of a page with its heading. */
export function Panel({ title, hint, actions, isFlush = false, className, children }: PanelProps) {
  return (
    <section className={`${classes.panel} ${className ?? ''}`}>
      {title || actions ? (
        <header className={classes.head}>
          <div className={classes.words}>
            {title ? <h2 className={classes.title}>{title}</h2> : null}
            {hint ? <p className={classes.hint}>{hint}</p> : null}
          </div>
          {actions ? <div className={classes.actions}>{actions}</div> : null}
        </header>
      ) : null}
      <div
        className={classes.body}
        data-flush={isFlush || undefined}
        data-headless={!title && !actions ? true : undefined}
      >
        {children}
      </div>
    </section>
  );
}
