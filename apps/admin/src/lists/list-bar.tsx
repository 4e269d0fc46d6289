import type { ReactNode } from 'react';
import classes from './list.module.css';

/** The line above a list: search, chips, and at its end how many there are. */
export function ListBar({ children, end }: { readonly children: ReactNode; readonly end?: ReactNode }) {
  return (
    <div className={classes.bar}>
      {children}
      {end ? <div className={classes.end}>{end}</div> : null}
    </div>
  );
}
