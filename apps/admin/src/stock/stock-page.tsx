import { Button } from '@mantine/core';
import { IconAdjustments, IconCircleCheck, IconPackage, IconPackageImport, IconSearchOff } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { Link } from 'wouter';
import { FilterChip } from '../lists/filter-chip.tsx';
import { ListBar } from '../lists/list-bar.tsx';
import { QueryList } from '../lists/query-list.tsx';
import { SearchField } from '../lists/search-field.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { ViewTabs } from '../lists/view-tabs.tsx';
import { VirtualTable } from '../lists/virtual-table.tsx';
import { stockTexts } from '../messages/stock.ts';
import { Page } from '../parts/page.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { StockCard } from './stock-card.tsx';
import { stockColumns } from './stock-columns.tsx';

export type StockLine = Answer<'GET /api/stock-levels'>['items'][number];

const names = ['search', 'only', 'location'] as const;
const views = ['all', 'out', 'negative'] as const;

/** Levels of every variant at each location, or at the one that is looked at. */
export default function StockPage() {
  const t = useTexts(stockTexts);
  const format = useFormat();
  const placeNames = useNames();
  const { scope, may, locations } = useShop();
  const [filters, change] = useFilters(names);
  const only = views.find((one) => one === filters.only) ?? 'all';
  // The switch at the top narrows everything; below it the list has a filter of its own.
  const locationId = scope.kind === 'location' ? scope.id : locations.find((one) => one.id === filters.location)?.id;
  const asked = {
    only,
    ...(filters.search ? { search: filters.search } : {}),
    ...(locationId ? { locationId } : {}),
  };
  const list = useInfiniteQuery({
    queryKey: ['levels', asked],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/stock-levels', {
        query: { ...asked, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const columns = useMemo(() => stockColumns(t, format, placeNames.location), [t, format, placeNames]);
  const { fetchNextPage } = list;
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const receive = (
    <Button component={Link} href="/stock/receive" leftSection={<IconPackageImport size={16} aria-hidden />}>
      {t('receive')}
    </Button>
  );
  return (
    <Page
      isForThumb
      title={t('title')}
      actions={
        may('stock.change') ? (
          <>
            <Button
              component={Link}
              href="/stock/adjust"
              variant="default"
              leftSection={<IconAdjustments size={16} aria-hidden />}
            >
              {t('adjust')}
            </Button>
            {receive}
          </>
        ) : null
      }
    >
      <ViewTabs
        label={t('views')}
        value={only}
        onChange={(next) => change({ only: next === 'all' ? '' : next })}
        views={views.map((value) => ({ value, label: t(value) }))}
      />
      <ListBar end={list.data ? t('shown', rows.length, list.hasNextPage) : null}>
        <SearchField label={t('search')} value={filters.search ?? ''} onSearch={(search) => change({ search })} />
        {scope.kind === 'location' ? null : (
          <FilterChip
            name={t('location')}
            choices={locations.map((one) => ({ value: one.id, label: placeNames.location(one.id) }))}
            value={locationId}
            onChange={(location) => change({ location })}
          />
        )}
      </ListBar>
      <QueryList
        query={list}
        isEmpty={rows.length === 0}
        columns={8}
        empty={
          filters.search || filters.location ? (
            <EmptyState icon={IconSearchOff} title={t('noneTitle')}>
              {t('noneWords')}
            </EmptyState>
          ) : only === 'all' ? (
            <EmptyState icon={IconPackage} title={t('emptyTitle')} action={may('stock.change') ? receive : null}>
              {t('emptyWords')}
            </EmptyState>
          ) : (
            <EmptyState icon={IconCircleCheck} title={t('goodTitle')}>
              {t('goodWords')}
            </EmptyState>
          )
        }
      >
        <VirtualTable
          label={t('title')}
          rows={rows}
          columns={columns}
          rowKey={levelKey}
          href={levelHref}
          card={levelCard}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onMore={onMore}
        />
      </QueryList>
    </Page>
  );
}

const levelKey = (one: StockLine) => `${one.variantId} ${one.locationId}`;
const levelHref = (one: StockLine) =>
  `/stock/movements/${one.variantId}?location=${one.locationId}&product=${one.productId}`;
const levelCard = (one: StockLine) => <StockCard one={one} />;
