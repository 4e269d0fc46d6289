import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Column, Sorting } from './column.ts';
import { ColumnHead } from './column-head.tsx';
import { HeadCheck } from './head-check.tsx';
import { TableRow } from './table-row.tsx';
import { focusRow, useRowKeys } from './use-row-keys.ts';
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
  /** Rows may be chosen, by a box in front of each. */
  readonly selection?: RowSelection<R> | undefined;
  /** A quick look at a row, by Space; `key` is the row that it shows now. */
  readonly look?: { readonly key: string | undefined; readonly onLook: (row: R, isMove: boolean) => void } | undefined;
}

export interface RowSelection<R> {
  readonly chosen: ReadonlyMap<string, unknown>;
  readonly toggle: (index: number, isRange: boolean) => void;
  readonly toggleAll: () => void;
  readonly label: (row: R) => string;
  readonly allLabel: string;
}

/** A table of any length that draws only the rows in view, and asks for more before its end is reached. */
export function VirtualTable<R, S extends string = string>(props: VirtualTableProps<R, S>) {
  const {
    label,
    rows,
    columns: all,
    rowKey,
    href,
    card,
    sorting,
    onSort,
    hasMore = false,
    isLoadingMore = false,
    onMore,
    selection,
    look,
  } = props;
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false }) && card !== undefined;
  const columns = useShownColumns(all);
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
    // What sticks above and below must not cover the row that the keys go to.
    scrollPaddingStart: 96,
    scrollPaddingEnd: 80,
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
  const { scrollToIndex } = virtualizer;
  const scrollTo = useCallback((index: number) => scrollToIndex(index, { align: 'auto' }), [scrollToIndex]);
  const lookAt = (index: number, isMove: boolean) => {
    const row = rows[index];
    if (row !== undefined) look?.onLook(row, isMove);
  };
  const onKeyDown = useRowKeys({
    frame,
    count: rows.length,
    scrollTo,
    onLook: look ? (index) => lookAt(index, false) : undefined,
    onFocusRow: look?.key === undefined ? undefined : (index) => lookAt(index, true),
    onSelect: selection?.toggle,
  });
  const lookedAt = look?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the look opens, so that the arrows go on from its row.
  useEffect(() => {
    if (lookedAt === undefined) return;
    const index = rows.findIndex((row) => rowKey(row) === lookedAt);
    if (index >= 0 && !document.activeElement?.closest(`tr[data-index="${index}"] a`)) focusRow(frame.current, index);
  }, [lookedAt]);
  const span = columns.length + (selection ? 1 : 0);
  const before = Math.max(0, (shown[0]?.start ?? 0) - virtualizer.options.scrollMargin);
  const after = Math.max(0, virtualizer.getTotalSize() - ((shown.at(-1)?.end ?? 0) - virtualizer.options.scrollMargin));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of its rows' links.
    <div ref={frame} className={classes.frame} onKeyDown={onKeyDown}>
      <table className={classes.table} aria-label={label} aria-rowcount={hasMore ? -1 : rows.length + 1}>
        <colgroup>
          {selection ? <col style={{ width: '2.75rem' }} /> : null}
          {columns.map((column) => (
            <col key={column.key} style={column.width && !isPhone ? { width: column.width } : undefined} />
          ))}
        </colgroup>
        <thead className={isPhone ? 'only-heard' : classes.head}>
          <tr>
            {selection ? <HeadCheck selection={selection} count={rows.length} /> : null}
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <Gap height={before} span={span} /> : null}
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
                selectLabel={selection?.label(row)}
                isSelected={selection?.chosen.has(rowKey(row)) ?? false}
                onSelect={selection?.toggle}
                isLooked={look?.key === rowKey(row)}
                measure={isPhone ? virtualizer.measureElement : undefined}
              />
            );
          })}
          {after > 0 ? <Gap height={after} span={span} /> : null}
        </tbody>
      </table>
    </div>
  );
}

/** All columns on a wide screen, the needed ones on a narrow one. */
function useShownColumns<R, S extends string>(all: readonly Column<R, S>[]): readonly Column<R, S>[] {
  const isNarrow = useMediaQuery('(max-width: 75em)', false, { getInitialValueInEffect: false });
  return useMemo(() => (isNarrow ? all.filter((column) => !column.isWide) : all), [all, isNarrow]);
}

/** Stands for the rows that are out of view. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr className={classes.gap} aria-hidden>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}
