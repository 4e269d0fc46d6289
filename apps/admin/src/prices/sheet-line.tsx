// biome-ignore-all lint/a11y: a grid of its own, in which one frame has the focus and names the active cell, as a spreadsheet does.
import { useTexts } from '@tandem/ui/react/index.ts';
import { type CSSProperties, memo } from 'react';
import { priceTexts } from '../messages/prices.ts';
import { Thumb } from '../parts/thumb.tsx';
import { useFormat } from '../shop/use-format.ts';
import { SheetCell } from './sheet-cell.tsx';
import type { SheetState } from './sheet-edits.ts';
import type { Range } from './sheet-ranges.ts';
import type { SheetColumn, SheetRow } from './sheet-rows.ts';

export interface LineProps {
  readonly row: SheetRow;
  readonly index: number;
  readonly columns: readonly SheetColumn[];
  readonly state: SheetState;
  readonly taxPpm: number;
  readonly isReadOnly: boolean;
  /** What is marked in this row; undefined for nothing. */
  readonly range: Range | undefined;
  /** The column that the person stands in; -1 when in another row. */
  readonly focus: number;
  readonly editing: string | undefined;
  readonly onEditing: (typed: string | undefined) => void;
  readonly onCommit: (typed: string, by: 'down' | 'up' | 'next' | 'before' | 'stay') => void;
  readonly style: CSSProperties;
  readonly className: string | undefined;
  readonly nameClass: string | undefined;
}

/** One variant of the sheet: what it is, then its prices. */
export const SheetLine = memo(function SheetLine(props: LineProps) {
  const { row, index, columns, range, focus, style, className, nameClass } = props;
  const t = useTexts(priceTexts);
  const { locale } = useFormat();
  return (
    <div role="row" aria-rowindex={index + 2} className={className} style={style}>
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
          isMarked={range !== undefined && place >= range.left && place <= range.right}
          isFocus={focus === place}
          isCorner={range !== undefined && index === range.bottom && place === range.right}
        />
      ))}
    </div>
  );
});
