import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Column, Sorting } from './column.ts';
import { ColumnHead } from './column-head.tsx';
import { TableRow } from './table-row.tsx';
import classes from './virtual-table.module.css';

interface VirtualTableProps<R, S extends string> {
  /** What the table lists, for those who listen to the page. */
  readonly label: string;
  readonly rows: readonly R[];
  readonly columns: readonly Column<R, S>[];
  readonly rowKey: (row: R) => string;
  readonly href?: (row: R) => string;
  /** The same row on a phone. */
  readonly card?: (row: R) => ReactNode;
  readonly sorting?: Sorting<S>;
  readonly onSort?: (sorting: Sorting<S>) => void;
  readonly hasMore?: boolean;
  readonly isLoadingMore?: boolean;
  readonly onMore?: () => void;
}

/** A table of any length that draws only the rows in view, and asks for more before its end is reached. */
export function VirtualTable<R, S extends string = string>(props: VirtualTableProps<R, S>) {
  const {
    label,
    rows,
    columns,
    rowKey,
    href,
    card,
    sorting,
    onSort,
    hasMore = false,
    isLoadingMore = false,
    onMore,
  } = props;
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false }) && card !== undefined;
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measureTop = () => setTop((frame.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measureTop();
    addEventListener('resize', measureTop);
    return () => removeEventListener('resize', measureTop);
  }, []);
  const headHeight = isPhone ? 0 : 36;
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (isPhone ? 68 : 40),
    overscan: 12,
    scrollMargin: top + headHeight,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
  });
  const shown = virtualizer.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  const isNearEnd = hasMore && !isLoadingMore && lastShown >= rows.length - 60;
  useEffect(() => {
    if (isNearEnd) onMore?.();
  }, [isNearEnd, onMore]);
  const before = Math.max(0, (shown[0]?.start ?? 0) - virtualizer.options.scrollMargin);
  const after = Math.max(0, virtualizer.getTotalSize() - ((shown.at(-1)?.end ?? 0) - virtualizer.options.scrollMargin));
  return (
    <div ref={frame} className={classes.frame}>
      <table className={classes.table} aria-label={label} aria-rowcount={hasMore ? -1 : rows.length + 1}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={column.width && !isPhone ? { width: column.width } : undefined} />
          ))}
        </colgroup>
        <thead className={isPhone ? 'only-heard' : classes.head}>
          <tr>
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Gap height={before} span={columns.length} /> : null}
          {shown.map(({ index, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <TableRow
                key={key}
                row={row}
                index={index}
                columns={columns as readonly Column<R, never>[]}
                card={isPhone ? card : undefined}
                href={href?.(row)}
                measure={isPhone ? virtualizer.measureElement : undefined}
              />
            );
          })}
          {after > 0 ? <Gap height={after} span={columns.length} /> : null}
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are out of view. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr className={classes.gap} aria-hidden>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}
