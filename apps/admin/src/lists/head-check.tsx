import { useEffect, useRef } from 'react';
import classes from './virtual-table.module.css';
import type { RowSelection } from './virtual-table.tsx';

interface HeadCheckProps<R> {
  readonly selection: RowSelection<R>;
  /** How many rows are loaded. */
  readonly count: number;
}

/** Chooses all rows that are loaded; half on while some are. */
export function HeadCheck<R>({ selection, count }: HeadCheckProps<R>) {
  const box = useRef<HTMLInputElement>(null);
  const { chosen, toggleAll, allLabel } = selection;
  const isAll = count > 0 && chosen.size >= count;
  const isSome = chosen.size > 0 && !isAll;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <th scope="col" className={classes.checkCell}>
      <label className={classes.checkArea}>
        <input
          ref={box}
          type="checkbox"
          className={classes.check}
          aria-label={allLabel}
          checked={isAll}
          onChange={toggleAll}
        />
      </label>
    </th>
  );
}
