// Brings in everything that a price list's sheet shows: all variants, page after page, and what is known of each.
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { type InfiniteData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { useFormat } from '../shop/use-format.ts';
import { useFollowedPrices } from './follow-prices.ts';
import type { Entry } from './save-prices.ts';
import { type GridItem, type SheetRow, sheetRow, sortRows, type VariantFacts } from './sheet-rows.ts';

type Pages = InfiniteData<Answer<'GET /api/price-lists/:id/entries'>>;

/** The rows as they come in; `patch` writes what was saved into them, so that nothing is asked twice. */
export function useSheetItems(priceListId: string) {
  const { text } = useFormat();
  const queries = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: ['price-sheet', priceListId],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/price-lists/:id/entries', {
        params: { id: priceListId },
        query: { limit: 200, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const facts = useQuery({ queryKey: ['variant-facts'], queryFn: ({ signal }) => allFacts(signal), staleTime: 60_000 });
  // A row is made once for each item, not again with each page that comes in.
  const rowOf = useMemo(() => {
    const made = new WeakMap<GridItem, SheetRow>();
    return (item: GridItem): SheetRow => {
      const row = made.get(item) ?? sheetRow(item, facts.data?.get(item.variantId), text);
      made.set(item, row);
      return row;
    };
  }, [facts.data, text]);
  const isComplete = list.isSuccess && !hasNextPage;
  const rows = useMemo(() => {
    const all = (list.data?.pages ?? []).flatMap((page) => page.items.map(rowOf));
    return isComplete ? sortRows(all) : all;
  }, [list.data, rowOf, isComplete]);
  const renew = useCallback(
    (renewed: (item: GridItem) => GridItem) =>
      queries.setQueryData<Pages>(
        ['price-sheet', priceListId],
        (before) =>
          before && { ...before, pages: before.pages.map((page) => ({ ...page, items: page.items.map(renewed) })) },
      ),
    [queries, priceListId],
  );
  const patch = useCallback(
    (entries: readonly Entry[]) => {
      const byVariant = Map.groupBy(entries, (entry) => entry.variantId);
      renew((item) => patched(item, byVariant.get(item.variantId)));
    },
    [renew],
  );
  const { refetch } = list;
  useFollowedPrices({
    priceListId,
    onMoved: (items) => {
      const moved = new Map(items.map((item) => [item.variantId, item]));
      renew((item) => moved.get(item.variantId) ?? item);
    },
    onManyMoved: () => void refetch(),
  });
  return { list, rows, patch, isComplete };
}

async function allFacts(signal: AbortSignal): Promise<ReadonlyMap<string, VariantFacts>> {
  const found = new Map<string, VariantFacts>();
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Answer<'GET /api/reports/variant-facts'> = await call('GET /api/reports/variant-facts', {
      query: cursor ? { cursor } : {},
      signal,
    });
    for (const one of page.items) found.set(one.variantId, one);
    cursor = page.nextCursor;
  }
  return found;
}

function patched(item: GridItem, entries: readonly Entry[] | undefined): GridItem {
  if (entries === undefined) return item;
  const prices = new Map(item.entries.map((entry) => [entry.minQuantity, entry]));
  for (const { minQuantity, amount, compareAtAmount } of entries) {
    if (amount === null) prices.delete(minQuantity);
    else prices.set(minQuantity, { minQuantity, amount, compareAtAmount: compareAtAmount ?? null });
  }
  return { ...item, entries: [...prices.values()].sort((a, b) => a.minQuantity - b.minQuantity) };
}
