import { IconCircleCheck, IconReceipt, IconSearchOff } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { FilterChip } from '../lists/filter-chip.tsx';
import { ListBar } from '../lists/list-bar.tsx';
import { QueryList } from '../lists/query-list.tsx';
import { SearchField } from '../lists/search-field.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { ViewTabs } from '../lists/view-tabs.tsx';
import { VirtualTable } from '../lists/virtual-table.tsx';
import { liveFeed } from '../live/live-feed.ts';
import { refresher } from '../live/refresher.ts';
import { orderTexts } from '../messages/orders.ts';
import { Page } from '../parts/page.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { OrderCard } from './order-card.tsx';
import { type OrderItem, orderColumns } from './order-columns.tsx';
import { dayIn, orderFilterNames, orderQuery, orderStates, orderViews } from './order-query.ts';

/** Orders and sales of all channels, the newest first; new ones come in by themselves. */
export default function OrdersPage() {
  const t = useTexts(orderTexts);
  const format = useFormat();
  const names = useNames();
  const { scope, channels, merchant } = useShop();
  const [filters, change] = useFilters(orderFilterNames);
  const view = orderViews.find((one) => one === filters.view) ?? 'all';
  const asked = orderQuery(filters, scope, dayIn(merchant.timeZone, new Date()));
  const list = useInfiniteQuery({
    queryKey: ['orders', 'list', asked],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/orders', { query: { ...asked, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const { fetchNextPage, refetch } = list;
  const pageCount = list.data?.pages.length ?? 0;
  useEffect(() => {
    // Somebody who has scrolled far is not disturbed; the first pages are asked again.
    if (pageCount > 2) return;
    const refresh = refresher(() => void refetch(), 1000);
    const stop = liveFeed.listen((stream) => stream === 'orders' && refresh.ask('orders'));
    return () => {
      stop();
      refresh.stop();
    };
  }, [pageCount, refetch]);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const columns = useMemo(() => orderColumns(t, format, names.channel), [t, format, names]);
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const isFiltered = Boolean(filters.search || filters.state || filters.channel || filters.period);
  const empty = isFiltered
    ? { icon: IconSearchOff, title: t('noneTitle'), words: t('noneWords') }
    : view === 'fulfil'
      ? { icon: IconCircleCheck, title: t('doneTitle'), words: t('doneWords') }
      : { icon: IconReceipt, title: t('emptyTitle'), words: t('emptyWords') };
  return (
    <Page title={t('title')}>
      <ViewTabs
        label={t('views')}
        value={view}
        onChange={(next) => change({ view: next === 'all' ? '' : next })}
        views={orderViews.map((value) => ({ value, label: t(value) }))}
      />
      <ListBar end={list.data ? t('shown', rows.length, list.hasNextPage) : null}>
        <SearchField label={t('search')} value={filters.search ?? ''} onSearch={(search) => change({ search })} />
        <FilterChip
          name={t('period')}
          choices={(['today', 'week', 'month'] as const).map((value) => ({ value, label: t(value) }))}
          value={filters.period}
          onChange={(period) => change({ period })}
        />
        <FilterChip
          name={t('state')}
          choices={orderStates.map((value) => ({ value, label: t(value) }))}
          value={filters.state}
          onChange={(state) => change({ state })}
        />
        <FilterChip
          name={t('channel')}
          choices={channels.map((one) => ({ value: one.id, label: names.channel(one.id) }))}
          value={filters.channel}
          onChange={(channel) => change({ channel })}
        />
      </ListBar>
      <QueryList
        query={list}
        isEmpty={rows.length === 0}
        columns={7}
        empty={
          <EmptyState icon={empty.icon} title={empty.title}>
            {empty.words}
          </EmptyState>
        }
      >
        <VirtualTable
          label={t('title')}
          rows={rows}
          columns={columns}
          rowKey={orderKey}
          href={orderHref}
          card={orderCard}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onMore={onMore}
        />
      </QueryList>
    </Page>
  );
}

const orderKey = (one: OrderItem) => one.id;
const orderHref = (one: OrderItem) => `/orders/${one.id}`;
const orderCard = (one: OrderItem) => <OrderCard one={one} />;
