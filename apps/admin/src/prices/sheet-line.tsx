// biome-ignore-all lint/a11y: a grid of its own, in which one frame has the focus and names the active cell, as a spreadsheet does.
import { useTexts } from '@tandem/ui/react/index.ts';
import { memo } from 'react';
import { priceTexts } from '../messages/prices.ts';
import { Thumb } from '../parts/thumb.tsx';
import { useFormat } from '../shop/use-format.ts';
import { SheetCell } from './sheet-cell.tsx';
import type { SheetState } from './sheet-edits.ts';
import type { SheetColumn, SheetRow } from './sheet-rows.ts';

/** Where the person goes on after typing into a cell. */
export type CommitTo = 'down' | 'up' | 'next' | 'before' | 'stay';

export interface LineProps {
  readonly row: SheetRow;
  readonly index: number;
  readonly columns: readonly SheetColumn[];
  readonly state: SheetState;
  readonly taxPpm: number;
  readonly isReadOnly: boolean;
  /** The columns that are marked in this row; -1 for none. */
  readonly left: number;
  readonly right: number;
  /** The mark ends with this row. */
  readonly isLast: boolean;
  /** The column that the person stands in; -1 when in another row. */
  readonly focus: number;
  readonly editing: string | undefined;
  readonly onEditing: (typed: string | undefined) => void;
  readonly onCommit: (typed: string, by: CommitTo) => void;
  /** Pixels from the top of the rows. */
  readonly top: number;
  readonly className: string | undefined;
  readonly nameClass: string | undefined;
}

/** One variant of the sheet: what it is, then its prices. Drawn again only when something in it changed. */
export const SheetLine = memo(function SheetLine(props: LineProps) {
  const { row, index, columns, left, right, isLast, focus, top, className, nameClass } = props;
  const t = useTexts(priceTexts);
  const { locale } = useFormat();
  return (
    <div role="row" aria-rowindex={index + 2} className={className} style={{ transform: `translateY(${top}px)` }}>
      <div role="rowheader" className={nameClass} title={`${row.name} · ${row.sku}`}>
        <Thumb url={row.imageUrl} />
        <span lang={locale}>
          <span>{row.name}</span>
          <span>{row.sku}</span>
        </span>
      </div>
      {columns.map((column, place) => (
        <SheetCell
          key={column.key}
          {...props}
          column={column}
          place={place}
          t={t}
          isMarked={place >= left && place <= right}
          isFocus={focus === place}
          isCorner={isLast && place === right}
        />
      ))}
    </div>
  );
});
