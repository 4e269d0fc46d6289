import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDownload,
  IconStack2,
  IconTags,
  IconUpload,
  IconWand,
} from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { EmptyState, ErrorState, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useMemo, useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTell } from '../api/tell.ts';
import { FilterChip } from '../lists/filter-chip.tsx';
import { ListBar } from '../lists/list-bar.tsx';
import { SearchField } from '../lists/search-field.tsx';
import { TableSkeleton } from '../lists/table-skeleton.tsx';
import { priceTexts } from '../messages/prices.ts';
import { problemTexts } from '../messages/problems.ts';
import { useCategories } from '../products/use-categories.ts';
import { saveFile } from '../reports/save-file.ts';
import { BreakForm } from './break-form.tsx';
import { FillForm } from './fill-form.tsx';
import { ImportForm } from './import-form.tsx';
import classes from './sheet.module.css';
import { SheetBar } from './sheet-bar.tsx';
import { conflictWords } from './sheet-cell.tsx';
import { cellKey, conflictsOf, isConflict, letGo } from './sheet-edits.ts';
import { SheetGrid } from './sheet-grid.tsx';
import type { PriceListView } from './use-price-lists.ts';
import { usePriceSheet } from './use-price-sheet.ts';

/** All variants with their prices in the list, to be worked on as in a spreadsheet. */
export function PriceSheet({ list, isReadOnly }: { readonly list: PriceListView; readonly isReadOnly: boolean }) {
  const t = useTexts(priceTexts);
  const problem = useTexts(problemTexts);
  const tell = useTell();
  const categories = useCategories();
  const { locale } = useLanguage();
  const { items, filters, change, sheet, setting, brands, added, addBreak, saving } = usePriceSheet(list, isReadOnly);
  const [open, setOpen] = useState<'fill' | 'break' | 'import'>();
  const { rows, columns } = setting;
  const { state, range } = sheet;
  const conflicts = useMemo(() => conflictsOf(items.rows, columns, state.edits), [items.rows, columns, state.edits]);
  if (items.list.isPending) return <TableSkeleton columns={6} />;
  if (items.list.isError && items.rows.length === 0)
    return (
      <ErrorState
        advice={problemText(items.list.error, problem)}
        onRetry={() => void items.list.refetch()}
        isRetrying={items.list.isFetching}
      />
    );
  if (items.isComplete && items.rows.length === 0)
    return (
      <EmptyState icon={IconTags} title={t('noProducts')}>
        {t('noProductsWords')}
      </EmptyState>
    );
  const focused = rows[sheet.marked.focus.row];
  const column = columns[sheet.marked.focus.column];
  const edit = focused && column ? state.edits.get(cellKey(focused, column)) : undefined;
  const isOverOthers = focused && column && isConflict(focused, column, edit);
  const fault =
    edit &&
    (edit.amount === undefined
      ? t('notAmount')
      : (edit.refusal ?? (isOverOthers ? conflictWords(focused, column, setting.currency, locale, t) : undefined)));
  const count = (range.bottom - range.top + 1) * (range.right - range.left + 1);
  const takeOut = () =>
    call('GET /api/price-lists/:id/export', { params: { id: list.id } }).then(
      (file) => saveFile(file.fileName, file.csv),
      (error: unknown) => tell.problem(error),
    );
  return (
    <>
      <ListBar
        end={
          items.isComplete
            ? rows.length === items.rows.length
              ? t('rows', rows.length)
              : t('shownOf', rows.length, items.rows.length)
            : t('loading', items.rows.length)
        }
      >
        <SearchField label={t('search')} value={filters.search ?? ''} onSearch={(search) => change({ search })} />
        <FilterChip
          name={t('category')}
          choices={categories.choices}
          value={filters.category}
          onChange={(category) => change({ category })}
        />
        <FilterChip
          name={t('brand')}
          choices={brands.map((value) => ({ value, label: value }))}
          value={filters.brand}
          onChange={(brand) => change({ brand })}
        />
        <FilterChip
          name={t('show')}
          choices={[
            { value: 'priced', label: t('onlyPriced') },
            { value: 'unpriced', label: t('onlyUnpriced') },
            { value: 'changed', label: t('onlyChanged') },
            { value: 'refused', label: t('onlyRefused') },
          ]}
          value={filters.show}
          onChange={(show) => change({ show })}
        />
      </ListBar>
      <ListBar
        end={
          <Button
            variant="subtle"
            color="gray"
            size="xs"
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() => void takeOut()}
          >
            {t('export')}
          </Button>
        }
      >
        {isReadOnly ? null : (
          <>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconWand size={15} aria-hidden />}
              onClick={() => setOpen('fill')}
            >
              {t('fill')}
            </Button>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconStack2 size={15} aria-hidden />}
              onClick={() => setOpen('break')}
            >
              {t('addBreak')}
            </Button>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconUpload size={15} aria-hidden />}
              onClick={() => (state.edits.size > 0 ? tell.warn(t('unsavedFirst')) : setOpen('import'))}
            >
              {t('import')}
            </Button>
            <span className={classes.steps}>
              <Tooltip label={t('undo')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('undo')}
                  disabled={state.past.length === 0}
                  onClick={sheet.undo}
                >
                  <IconArrowBackUp size={18} stroke={1.7} aria-hidden />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={t('redo')}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('redo')}
                  disabled={state.future.length === 0}
                  onClick={sheet.redo}
                >
                  <IconArrowForwardUp size={18} stroke={1.7} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </span>
          </>
        )}
      </ListBar>
      {rows.length === 0 ? (
        <EmptyState icon={IconTags} title={t('noRows')}>
          {t('noneWords')}
        </EmptyState>
      ) : (
        <SheetGrid
          {...setting}
          sheet={sheet}
          label={t('sheet')}
          describedBy="sheet-hint"
          onSave={() => void saving.save()}
        />
      )}
      <div className={classes.foot}>
        <span className={fault ? classes.fault : undefined} id="sheet-hint">
          {fault ?? t('sheetHint')}
        </span>
        <span>{count > 1 ? t('selected', count) : null}</span>
      </div>
      {isReadOnly ? null : (
        <SheetBar
          count={state.edits.size}
          conflicts={conflicts.length}
          onTakeTheirs={() => sheet.change((before) => letGo(before, conflicts))}
          isSaving={saving.isSaving}
          onDiscard={saving.discard}
          onSave={() => void saving.save()}
        />
      )}
      {open === 'fill' ? <FillForm sheet={sheet} setting={setting} onClose={() => setOpen(undefined)} /> : null}
      {open === 'break' ? (
        <BreakForm
          taken={added}
          onClose={() => setOpen(undefined)}
          onAdd={(minQuantity) => {
            addBreak(minQuantity);
            setOpen(undefined);
          }}
        />
      ) : null}
      {open === 'import' ? (
        <ImportForm list={list} onClose={() => setOpen(undefined)} onDone={() => void items.list.refetch()} />
      ) : null}
    </>
  );
}
