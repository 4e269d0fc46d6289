import { Button } from '@mantine/core';
import { IconCalendarMonth, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
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
import { builderTexts } from '../messages/promotion-builder.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { NearLinks } from '../parts/near-links.tsx';
import { Page } from '../parts/page.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import type { Promotion } from './calendar.ts';
import { PromotionCard, promotionColumns } from './promotion-columns.tsx';
import classes from './promotions.module.css';
import { TemplateGrid } from './template-grid.tsx';
import { usePromotionMoves } from './use-promotion-moves.tsx';
import { useWords } from './use-rule-names.ts';

const names = ['state', 'kind', 'channel', 'search'] as const;
const kinds = [
  'percent_off',
  'amount_off',
  'fixed_price',
  'quantity_breaks',
  'n_for_price',
  'set',
  'buy_get',
  'nth_item',
  'spend_ladder',
  'gift',
  'add_on',
  'shipping',
] as const;
const states = ['active', 'scheduled', 'draft', 'paused', 'ended'] as const;

/** All promotions by their state; where there are none, what one can start from. */
export default function PromotionsPage() {
  const t = useTexts(promotionTexts);
  const format = useFormat();
  const b = useTexts(builderTexts);
  const { may, channels } = useShop();
  const places = useNames();
  const mayChange = may('promotion.change');
  const [filters, change] = useFilters(names);
  const state = states.find((one) => one === filters.state);
  const kind = kinds.find((one) => one === filters.kind);
  const channel = channels.find((one) => one.id === filters.channel)?.id;
  const asked = {
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(channel ? { channelId: channel } : {}),
    ...(filters.search ? { search: filters.search } : {}),
    limit: 100,
  };
  const list = useInfiniteQuery({
    queryKey: ['promotions', asked],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/promotions', { query: { ...asked, ...(pageParam ? { cursor: pageParam } : {}) }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const definitions = useMemo(() => rows.slice(0, 100).map((one) => one.definition), [rows]);
  const words = useWords(definitions as never);
  const { start, dialog } = usePromotionMoves();
  const columns = useMemo(
    () => promotionColumns(t, format, words, mayChange ? start : undefined),
    [t, format, words, mayChange, start],
  );
  const { fetchNextPage } = list;
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const isFiltered = Boolean(state || kind || channel || filters.search);
  const isFirst = list.isSuccess && rows.length === 0 && !isFiltered;
  return (
    <Page
      isForThumb={mayChange}
      title={t('title')}
      subtitle={<NearLinks to={['prices', 'coupons', 'simulations']} />}
      actions={
        <>
          <Button
            component={Link}
            href="/promotions/calendar"
            variant="default"
            leftSection={<IconCalendarMonth size={16} aria-hidden />}
          >
            {t('calendar')}
          </Button>
          {mayChange ? (
            <Button component={Link} href="/promotions/new" leftSection={<IconPlus size={16} aria-hidden />}>
              {t('add')}
            </Button>
          ) : null}
        </>
      }
    >
      {isFirst ? null : (
        <>
          <ViewTabs
            label={t('views')}
            value={state ?? ''}
            onChange={(value) => change({ state: value })}
            views={[{ value: '', label: t('all') }, ...states.map((value) => ({ value, label: t('state', value) }))]}
          />
          <ListBar end={list.data ? t('count', rows.length) : null}>
            <SearchField label={t('search')} value={filters.search ?? ''} onSearch={(search) => change({ search })} />
            <FilterChip
              name={t('kind')}
              choices={kinds.map((value) => ({ value, label: b('actionKind', value) }))}
              value={kind}
              onChange={(value) => change({ kind: value })}
            />
            <FilterChip
              name={t('channel')}
              choices={channels.map((one) => ({ value: one.id, label: places.channel(one.id) }))}
              value={channel}
              onChange={(value) => change({ channel: value })}
            />
          </ListBar>
        </>
      )}
      <QueryList
        query={list}
        isEmpty={rows.length === 0}
        columns={6}
        empty={
          isFiltered || !mayChange ? (
            <EmptyState icon={IconSearchOff} title={t('noneTitle')}>
              {t('noneWords')}
            </EmptyState>
          ) : (
            <section className={classes.first}>
              <h2>{t('emptyTitle')}</h2>
              <p>{t('emptyWords')}</p>
              <TemplateGrid />
            </section>
          )
        }
      >
        <VirtualTable<Promotion>
          label={t('title')}
          rows={rows}
          columns={columns}
          rowKey={idOf}
          href={hrefOf}
          card={(one) => <PromotionCard one={one} words={words} onMove={mayChange ? start : undefined} />}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onMore={onMore}
        />
      </QueryList>
      {dialog}
    </Page>
  );
}

const idOf = (one: Promotion) => one.id;
const hrefOf = (one: Promotion) => `/promotions/${one.id}`;
