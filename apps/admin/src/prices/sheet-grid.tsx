// biome-ignore-all lint/a11y: a grid of its own, in which one frame has the focus and names the active cell, as a spreadsheet does.
import { useMediaQuery } from '@mantine/hooks';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { priceTexts } from '../messages/prices.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './sheet.module.css';
import { cellId, columnTitle } from './sheet-cell.tsx';
import { sheetAct } from './sheet-keys.ts';
import { type CommitTo, SheetLine } from './sheet-line.tsx';
import { usePointer } from './use-pointer.ts';
import type { Sheet, SheetSetting } from './use-sheet.ts';

interface SheetGridProps extends SheetSetting {
  readonly sheet: Sheet;
  readonly label: string;
  readonly describedBy: string;
  readonly onSave: () => void;
}

/** The sheet itself: only the rows in view are drawn, all others are known by their number. */
export function SheetGrid({ sheet, label, describedBy, onSave, ...setting }: SheetGridProps) {
  const { rows, columns, taxPpm, isReadOnly } = setting;
  const t = useTexts(priceTexts);
  const { quantity, currency } = useFormat();
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const scroller = useRef<HTMLDivElement>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const { marked, range, editing } = sheet;
  const { focus } = marked;
  const rowHeight = isPhone ? 48 : 40;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingStart: 44,
    scrollPaddingEnd: 12,
    getItemKey: (index) => rows[index]?.variantId ?? index,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when the height of a row is another.
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const { scrollToIndex } = virtualizer;
  useEffect(() => {
    if (focus.row >= 0) scrollToIndex(focus.row, { align: 'auto' });
    showColumn(scroller.current, focus.column, columns.length);
  }, [focus.row, focus.column, columns.length, scrollToIndex]);
  const pointer = usePointer(sheet, scroller);
  const commit = (typed: string, by: CommitTo) => {
    if (sheet.editing === undefined) return;
    sheet.commit(typed);
    if (by === 'stay') return;
    scroller.current?.focus({ preventScroll: true });
    if (by === 'down' || by === 'up') sheet.move(by === 'down' ? 1 : -1, 0, false);
    else sheet.step(by === 'next' ? 1 : -1);
  };
  // The rows keep these two for as long as they stand, and hear through them what counts now.
  const latest = useRef({ commit, setEditing: sheet.setEditing });
  latest.current = { commit, setEditing: sheet.setEditing };
  const onCommit = useCallback((typed: string, by: CommitTo) => latest.current.commit(typed, by), []);
  const onEditing = useCallback((typed: string | undefined) => {
    latest.current.setEditing(typed);
    if (typed === undefined) scroller.current?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const act = sheetAct(event);
    if (act === undefined || event.nativeEvent.isComposing) return;
    // After Escape the next Tab goes on to what stands behind the sheet.
    if (act.kind === 'leave') return setIsLeaving(true);
    if (act.kind === 'step') {
      if (isLeaving || !sheet.step(act.by)) return;
    } else if (act.kind === 'move') sheet.move(act.row, act.column, act.isExtending);
    else if (act.kind === 'type') sheet.edit(act.text);
    else if (act.kind === 'edit') sheet.edit();
    else if (act.kind === 'save') onSave();
    else sheet[act.kind]();
    setIsLeaving(false);
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData.setData('text/plain', sheet.copy());
    event.preventDefault();
  };
  const shown = virtualizer.getVirtualItems();
  const isShown = shown.some((one) => one.index === focus.row);
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-unsaved={sheet.state.edits.size > 0 || undefined}
      style={{ '--columns': columns.length } as CSSProperties}
      role="grid"
      aria-label={label}
      aria-describedby={describedBy}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-readonly={isReadOnly}
      aria-activedescendant={isShown ? cellId(focus.row, focus.column) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onCut={(event) => {
        onCopy(event);
        sheet.clear();
      }}
      onPaste={(event) => {
        event.preventDefault();
        sheet.paste(event.clipboardData.getData('text/plain'));
      }}
      {...pointer.events}
    >
      <div role="rowgroup" className={classes.head}>
        <div role="row" aria-rowindex={1} className={classes.line}>
          <div role="columnheader" className={classes.title}>
            {t('product')}
          </div>
          {columns.map((column, place) => (
            <div
              key={column.key}
              role="columnheader"
              aria-colindex={place + 2}
              className={classes.title}
              data-fixed={column.kind === 'price' || column.kind === 'was' ? undefined : true}
              title={column.kind === 'margin' ? t('marginHint') : column.kind === 'was' ? t('wasHint') : currency}
            >
              {columnTitle(column, t, quantity)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <SheetLine
              key={key}
              row={row}
              index={index}
              columns={columns}
              state={sheet.state}
              taxPpm={taxPpm}
              isReadOnly={isReadOnly}
              left={index >= range.top && index <= range.bottom ? range.left : -1}
              right={index >= range.top && index <= range.bottom ? range.right : -1}
              isLast={index === range.bottom}
              focus={index === focus.row ? focus.column : -1}
              editing={index === focus.row ? editing : undefined}
              onEditing={onEditing}
              onCommit={onCommit}
              top={start}
              className={classes.line}
              nameClass={classes.name}
            />
          );
        })}
        {pointer.drawnTo !== undefined && pointer.drawnTo > range.bottom ? (
          <div
            className={classes.drawn}
            style={{
              top: (range.bottom + 1) * rowHeight,
              height: (pointer.drawnTo - range.bottom) * rowHeight,
              ...sideOf(scroller.current, range.left, range.right),
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Brings a column out from under the names that stick at the left. */
function showColumn(frame: HTMLDivElement | null, column: number, count: number): void {
  const heads = frame?.querySelectorAll<HTMLElement>('[role="columnheader"]');
  const [name, head] = [heads?.[0], heads?.[column + 1]];
  if (!frame || !name || !head || heads?.length !== count + 1) return;
  const left = head.offsetLeft - name.offsetWidth;
  if (left < frame.scrollLeft) frame.scrollLeft = left;
  else if (head.offsetLeft + head.offsetWidth > frame.scrollLeft + frame.clientWidth)
    frame.scrollLeft = head.offsetLeft + head.offsetWidth - frame.clientWidth;
}

function sideOf(frame: HTMLDivElement | null, left: number, right: number): CSSProperties {
  const heads = frame?.querySelectorAll<HTMLElement>('[role="columnheader"]');
  const [first, last] = [heads?.[left + 1], heads?.[right + 1]];
  if (!first || !last) return { display: 'none' };
  return { left: first.offsetLeft, width: last.offsetLeft + last.offsetWidth - first.offsetLeft };
}
