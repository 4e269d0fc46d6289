// biome-ignore-all lint/a11y: a grid of its own, in which one frame has the focus and names the active cell, as a spreadsheet does.
import { formatMoney, formatRate } from '@tandem/ui/format.ts';
import type { Translate } from '@tandem/ui/messages.ts';
import type { KeyboardEvent } from 'react';
import type { priceTexts } from '../messages/prices.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './sheet.module.css';
import { cellKey, isConflict, storedAmount } from './sheet-edits.ts';
import type { LineProps } from './sheet-line.tsx';
import { isEditable, type SheetColumn, type SheetRow } from './sheet-rows.ts';
import { figureIn } from './use-sheet.ts';

interface CellProps extends LineProps {
  readonly column: SheetColumn;
  readonly place: number;
  readonly t: Translate<(typeof priceTexts)['en']>;
  readonly isMarked: boolean;
  readonly isFocus: boolean;
  readonly isCorner: boolean;
}

export const cellId = (row: number, column: number): string => `sheet-${row}-${column}`;

/** One price, or what follows from it; the field to type into while it is being changed. */
export function SheetCell(props: CellProps) {
  const { row, index, column, place, state, taxPpm, isReadOnly, isMarked, isFocus, isCorner, editing, t } = props;
  const { currency, locale } = useFormat();
  const edit = state.edits.get(cellKey(row, column));
  const figure = figureIn(row, column, state, taxPpm);
  const isShare = column.kind === 'difference' || column.kind === 'margin';
  const words = isShare ? shareText(figure, locale) : amountWords(figure, currency, locale);
  const isTyping = isFocus && editing !== undefined;
  const isOverOthers = isConflict(row, column, edit);
  const fault = edit === undefined ? undefined : edit.amount === undefined ? t('notAmount') : edit.refusal;
  return (
    <div
      role="gridcell"
      id={cellId(index, place)}
      aria-colindex={place + 2}
      aria-selected={isMarked}
      aria-readonly={isReadOnly || !isEditable(column)}
      aria-invalid={fault !== undefined || undefined}
      className={classes.cell}
      data-row={index}
      data-column={place}
      data-fixed={isEditable(column) ? undefined : true}
      data-marked={isMarked || undefined}
      data-focus={isFocus || undefined}
      data-edited={edit !== undefined || undefined}
      data-fault={fault !== undefined || undefined}
      data-loss={(column.kind === 'margin' && figure !== null && figure < 0) || undefined}
      data-conflict={(isOverOthers && fault === undefined) || undefined}
      title={fault ?? (isOverOthers ? conflictWords(row, column, currency, locale, t) : undefined)}
    >
      {isTyping ? (
        <Field {...props} typed={editing} />
      ) : (
        <span className={classes.figure}>{edit?.amount === undefined && edit ? edit.typed : words}</span>
      )}
      {edit === undefined || isTyping ? null : (
        <span className="only-heard">{fault ?? (isOverOthers ? t('changedByOthers') : t('notSaved'))}</span>
      )}
      {isCorner && !isReadOnly && isEditable(column) && !isTyping ? (
        <span className={classes.handle} data-handle />
      ) : null}
    </div>
  );
}

function Field({ typed, onEditing, onCommit, row, column, t }: CellProps & { readonly typed: string }) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') return onEditing(undefined);
    if (event.key !== 'Enter' && event.key !== 'Tab') return;
    event.preventDefault();
    if (event.key === 'Enter') onCommit(typed, event.shiftKey ? 'up' : 'down');
    else onCommit(typed, event.shiftKey ? 'before' : 'next');
  };
  return (
    <input
      className={classes.field}
      inputMode="decimal"
      maxLength={40}
      aria-label={t('cellOf', row.sku, columnTitle(column, t))}
      value={typed}
      ref={focusAtEnd}
      onChange={(event) => onEditing(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => onCommit(typed, 'stay')}
      onCopy={(event) => event.stopPropagation()}
      onCut={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
    />
  );
}

function focusAtEnd(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
  field?.setSelectionRange(field.value.length, field.value.length);
}

export function columnTitle(
  column: SheetColumn,
  t: Translate<(typeof priceTexts)['en']>,
  quantity: (thousandths: number) => string = (thousandths) => String(thousandths / 1000),
): string {
  if (column.kind === 'price')
    return column.minQuantity === 0 ? t('price') : t('fromQuantity', quantity(column.minQuantity));
  return t(({ base: 'basePrice', was: 'was', difference: 'difference', margin: 'margin' } as const)[column.kind]);
}

/** What somebody else stored there, and what saving would do to it. */
export function conflictWords(
  row: SheetRow,
  column: SheetColumn,
  currency: string,
  locale: 'en' | 'zh-Hant',
  t: Translate<(typeof priceTexts)['en']>,
): string {
  const stored = storedAmount(row, column);
  return t('changedTo', stored === null ? t('noPrice') : formatMoney(stored, currency, locale));
}

/** The figures alone: the currency stands in the head of the sheet. */
function amountWords(figure: number | null, currency: string, locale: 'en' | 'zh-Hant'): string {
  return figure === null ? '' : formatMoney(figure, currency, locale).replace(/[^\d.,\-−]/g, '');
}

function shareText(figure: number | null, locale: 'en' | 'zh-Hant'): string {
  if (figure === null) return '';
  return formatRate(Math.round(figure / 10) * 1000, locale).replace('-', '−');
}
