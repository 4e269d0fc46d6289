import { type MouseEvent, memo, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Column } from './column.ts';
import { RowCheck } from './row-check.tsx';
import classes from './virtual-table.module.css';

interface TableRowProps<R> {
  readonly row: R;
  readonly index: number;
  readonly columns: readonly Column<R, never>[];
  readonly card: ((row: R) => ReactNode) | undefined;
  readonly href: string | undefined;
  /** What the box that chooses the row is called; without it the row has none. */
  readonly selectLabel: string | undefined;
  readonly isSelected: boolean;
  readonly onSelect: ((index: number, isRange: boolean) => void) | undefined;
  /** The row that the quick look shows. */
  readonly isLooked: boolean;
  readonly measure: ((element: HTMLTableRowElement | null) => void) | undefined;
}

/** One row; a press anywhere on it goes where its link goes. Drawn again only when the row itself changed. */
export const TableRow = memo(function TableRow<R>(props: TableRowProps<R>) {
  const { row, index, columns, card, href, selectLabel, isSelected, onSelect, isLooked, measure } = props;
  const [, go] = useLocation();
  const open = (event: MouseEvent) => {
    if (!href || (event.target as Element).closest('a, button, input, label') || String(getSelection())) return;
    if (event.metaKey || event.ctrlKey) window.open(`/admin${href}`);
    else go(href);
  };
  return (
    <tr
      ref={measure}
      data-index={index}
      className={classes.row}
      data-link={href ? true : undefined}
      data-on={isSelected || isLooked || undefined}
      onClick={open}
    >
      {selectLabel && onSelect ? (
        <td className={classes.checkCell}>
          <RowCheck index={index} label={selectLabel} isOn={isSelected} onSelect={onSelect} />
        </td>
      ) : null}
      {card ? (
        <td className={classes.card} colSpan={columns.length}>
          {card(row)}
        </td>
      ) : (
        columns.map((column) => (
          <td key={column.key} className={column.isNumber ? classes.number : undefined}>
            {column.cell(row)}
          </td>
        ))
      )}
    </tr>
  );
}) as <R>(props: TableRowProps<R>) => ReactNode;
