import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Column, Sorting } from './column.ts';
import classes from './virtual-table.module.css';

interface ColumnHeadProps<R, S extends string> {
  readonly column: Column<R, S>;
  readonly sorting: Sorting<S> | undefined;
  readonly onSort: ((sorting: Sorting<S>) => void) | undefined;
}

/** The title of a column; a press sorts by it, another turns the order round. */
export function ColumnHead<R, S extends string>({ column, sorting, onSort }: ColumnHeadProps<R, S>) {
  const { sort } = column;
  const isOn = sort !== undefined && sorting?.by === sort;
  const Arrow = sorting?.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      className={column.isNumber ? classes.number : undefined}
      aria-sort={isOn ? (sorting?.isDescending ? 'descending' : 'ascending') : undefined}
    >
      {sort !== undefined && onSort ? (
        <button
          type="button"
          className={classes.sort}
          data-on={isOn || undefined}
          onClick={() => onSort({ by: sort, isDescending: isOn ? !sorting?.isDescending : column.isNumber === true })}
        >
          {column.title}
          {isOn ? <Arrow size={13} stroke={2} aria-hidden /> : null}
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}
