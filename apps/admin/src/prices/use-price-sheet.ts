// The sheet of one price list: its rows as they come in and are filtered, its columns, and the way to save.
import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { makeId } from '../api/make-id.ts';
import { problemText } from '../api/problem-text.ts';
import { useTell } from '../api/tell.ts';
import { useFilters } from '../lists/use-filters.ts';
import { priceTexts } from '../messages/prices.ts';
import { problemTexts } from '../messages/problems.ts';
import { useShop } from '../shop/shop.ts';
import { type Change, changesOf, saveChanges } from './save-prices.ts';
import { emptySheet, settled } from './sheet-edits.ts';
import { breaksOf, filterRows, type SheetRow, sheetColumns } from './sheet-rows.ts';
import { taxWithin } from './tax-within.ts';
import type { PriceListView } from './use-price-lists.ts';
import { useSheet } from './use-sheet.ts';
import { useSheetItems } from './use-sheet-items.ts';

const filterNames = ['search', 'category', 'brand', 'show'] as const;

export function usePriceSheet(list: PriceListView, isReadOnly: boolean) {
  const { merchant, locations, may } = useShop();
  const items = useSheetItems(list.id);
  const [filters, change] = useFilters(filterNames);
  const [breaks, setBreaks] = useState<readonly number[]>([]);
  const taxes = useQuery({
    queryKey: ['tax-categories'],
    queryFn: ({ signal }) => call('GET /api/tax-categories', { signal }),
  });
  const added = useMemo(() => breaksOf(items.rows, breaks), [items.rows, breaks]);
  const mayMargin = may('report.read');
  const columns = useMemo(() => sheetColumns(added, mayMargin), [added, mayMargin]);
  // Whether a row counts as changed is decided when the filter is set, so that no row goes while it is being worked on.
  const [pinned, setPinned] = useState<{ show: string; variantIds: ReadonlySet<string> }>();
  const found = useMemo(
    () =>
      filterRows(items.rows, {
        search: filters.search ?? '',
        categoryId: filters.category ?? '',
        brand: filters.brand ?? '',
      }).filter((row) => isOfView(row, filters.show, pinned?.variantIds)),
    [items.rows, filters.search, filters.category, filters.brand, filters.show, pinned],
  );
  const setting = {
    rows: found,
    columns,
    currency: merchant.currency,
    isReadOnly,
    taxPpm: merchant.pricesIncludeTax
      ? taxWithin(taxes.data?.items ?? [], locations.find((one) => one.maySell)?.region ?? '', Date.now())
      : 0,
  };
  const sheet = useSheet(setting);
  const saving = useSaving({ list, items, columns, sheet });
  const brands = useMemo(
    () => [...new Set(items.rows.map((row) => row.brand))].filter(Boolean).sort((a, b) => a.localeCompare(b)),
    [items.rows],
  );
  const changeFilters = (wanted: Parameters<typeof change>[0]) => {
    if (wanted.show === 'changed' || wanted.show === 'refused') {
      const isWanted = wanted.show === 'changed' ? () => true : (key: string) => isFaulty(sheet.state.edits.get(key));
      const variantIds = [...sheet.state.edits.keys()].filter(isWanted).map((key) => key.split(' ')[0] ?? '');
      setPinned({ show: wanted.show, variantIds: new Set(variantIds) });
    }
    change(wanted);
  };
  const addBreak = (minQuantity: number) => setBreaks((before) => [...before, minQuantity]);
  return { items, filters, change: changeFilters, sheet, setting, brands, added, addBreak, saving };
}

const isFaulty = (edit: { amount: number | null | undefined; refusal?: string } | undefined): boolean =>
  edit !== undefined && (edit.amount === undefined || edit.refusal !== undefined);

function isOfView(row: SheetRow, view: string | undefined, pinned: ReadonlySet<string> | undefined): boolean {
  if (view === 'priced') return row.prices.size > 0;
  if (view === 'unpriced') return row.prices.size === 0;
  return view === 'changed' || view === 'refused' ? (pinned?.has(row.variantId) ?? false) : true;
}

interface Saved {
  readonly list: PriceListView;
  readonly items: ReturnType<typeof useSheetItems>;
  readonly columns: ReturnType<typeof sheetColumns>;
  readonly sheet: ReturnType<typeof useSheet>;
}

/** Saves all that was typed, whatever is filtered; what the server refuses stays in its cell with the reason. */
function useSaving({ list, items, columns, sheet }: Saved) {
  const t = useTexts(priceTexts);
  const problem = useTexts(problemTexts);
  const tell = useTell();
  const queries = useQueryClient();
  const [isSaving, setIsSaving] = useState(false);
  const send = async (changes: Change[], sent: typeof sheet.state.edits) => {
    const settle = (taken: readonly Change[], refused: ReadonlyMap<string, string>) => {
      const keys = taken.flatMap((one) => one.keys);
      sheet.change((before) => settled(before, sent, keys, refused));
    };
    const outcome = await saveChanges(
      changes,
      (entries) =>
        call('PUT /api/price-lists/:id/entries', { params: { id: list.id }, body: { entries }, commandId: makeId() }),
      (taken) => {
        items.patch(taken.map((one) => one.entry));
        settle(taken, new Map());
      },
    );
    settle([], new Map([...outcome.refused].map(([key, error]) => [key, problemText(error, problem)])));
    if (outcome.taken.length > 0) tell.done(t('pricesSaved', outcome.taken.length));
    if (outcome.refused.size > 0) tell.warn(t('someRefused', outcome.refused.size));
  };
  const save = async () => {
    if (isSaving || sheet.state.edits.size === 0) return;
    const { edits } = sheet.state;
    const { changes, wrong } = changesOf(items.rows, columns, edits);
    if (wrong.length > 0) {
      const alone = wrong.filter((one) => one.why === 'alone').map((one) => [one.key, t('wasAlone')] as const);
      sheet.change((before) => settled(before, edits, [], new Map(alone)));
      return tell.warn(t('wrongCells', wrong.length));
    }
    setIsSaving(true);
    await send(changes, edits).catch(tell.problem);
    setIsSaving(false);
    void queries.invalidateQueries({ queryKey: ['price-lists'] });
  };
  return { isSaving, save, discard: () => sheet.change(() => emptySheet) };
}
