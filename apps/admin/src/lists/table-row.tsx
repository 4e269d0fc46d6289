import { type MouseEvent, memo, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Column } from './column.ts';
import classes from './virtual-table.module.css';

interface TableRowProps<R> {
  readonly row: R;
  readonly index: number;
  readonly columns: readonly Column<R, never>[];
  readonly card: ((row: R) => ReactNode) | undefined;
  readonly href: string | undefined;
  readonly measure: ((element: HTMLTableRowElement | null) => void) | undefined;
}

/** One row; a press anywhere on it goes where its link goes. Drawn again only when the row itself changed. */
export const TableRow = memo(function TableRow<R>({ row, index, columns, card, href, measure }: TableRowProps<R>) {
  const [, go] = useLocation();
  const open = (event: MouseEvent) => {
    if (!href || (event.target as Element).closest('a, button, input, label') || String(getSelection())) return;
    if (event.metaKey || event.ctrlKey) window.open(`/admin${href}`);
    else go(href);
  };
  return (
    <tr ref={measure} data-index={index} className={classes.row} data-link={href ? true : undefined} onClick={open}>
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
