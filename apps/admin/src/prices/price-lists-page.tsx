import { Button } from '@mantine/core';
import { IconAdjustments, IconPlus, IconTags } from '@tabler/icons-react';
import { EmptyState, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Column } from '../lists/column.ts';
import { QueryList } from '../lists/query-list.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { ViewTabs } from '../lists/view-tabs.tsx';
import { VirtualTable } from '../lists/virtual-table.tsx';
import { priceTexts } from '../messages/prices.ts';
import { NearLinks } from '../parts/near-links.tsx';
import { Page } from '../parts/page.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { audienceWords, periodWords } from './audience.ts';
import { PriceListForm } from './price-list-form.tsx';
import { PriceListState } from './price-list-state.tsx';
import classes from './prices.module.css';
import { type PriceListView, usePriceLists } from './use-price-lists.ts';

const filterNames = ['state'] as const;
const states = ['active', 'scheduled', 'ended'] as const;

/** All price lists: for whom, when, how many prices. */
export default function PriceListsPage() {
  const t = useTexts(priceTexts);
  const { may } = useShop();
  const { locale } = useLanguage();
  const { text, count, relative } = useFormat();
  const names = useNames();
  const [, go] = useLocation();
  const [isAdding, setIsAdding] = useState(false);
  const [filters, change] = useFilters(filterNames);
  const list = usePriceLists();
  const state = states.find((one) => one === filters.state);
  const all = list.data?.items;
  const rows = useMemo(() => (all ?? []).filter((one) => !state || one.state === state), [all, state]);
  const columns = useMemo((): Column<PriceListView>[] => {
    const audience = (one: PriceListView) => audienceWords(one.definition, t, names, locale);
    const period = (one: PriceListView) => periodWords(one.definition.schedule, t, locale);
    return [
      {
        key: 'name',
        title: t('name'),
        width: '25%',
        cell: (one) => (
          <Link href={`/prices/${one.id}`} className={classes.name}>
            {text(one.definition.name)}
          </Link>
        ),
      },
      {
        key: 'audience',
        title: t('audience'),
        width: '22%',
        cell: (one) => (
          <span className={classes.quiet} title={audience(one)}>
            {audience(one)}
          </span>
        ),
      },
      {
        key: 'period',
        title: t('period'),
        width: '20%',
        cell: (one) => (
          <span className={classes.quiet} title={period(one)}>
            {period(one)}
          </span>
        ),
      },
      { key: 'prices', title: t('prices'), isNumber: true, width: '8%', cell: (one) => count(one.entryCount) },
      { key: 'state', title: t('state'), width: '13%', cell: (one) => <PriceListState state={one.state} /> },
      {
        key: 'changed',
        title: t('changed'),
        cell: (one) => (
          <span className={classes.quiet} title={t('changedBy', relative(one.updatedAt), one.updatedBy ?? '')}>
            {relative(one.updatedAt)}
          </span>
        ),
      },
    ];
  }, [t, text, count, relative, names, locale]);
  const card = (one: PriceListView) => (
    <span className={classes.card}>
      <span className={classes.cardTop}>
        <Link href={`/prices/${one.id}`} className={classes.name}>
          {text(one.definition.name)}
        </Link>
        <PriceListState state={one.state} />
      </span>
      <span className={classes.cardQuiet}>{audienceWords(one.definition, t, names, locale)}</span>
      <span className={classes.cardQuiet}>
        {periodWords(one.definition.schedule, t, locale)} · {t('priceCount', one.entryCount)}
      </span>
    </span>
  );
  const add = may('price.change') ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
      {t('add')}
    </Button>
  ) : null;
  return (
    <Page
      title={t('title')}
      subtitle={
        <>
          {t('subtitle')}
          <NearLinks to={['products', 'promotions']} />
        </>
      }
      isForThumb
      actions={
        <>
          <Button
            component={Link}
            href="/prices/settings"
            variant="default"
            leftSection={<IconAdjustments size={16} aria-hidden />}
          >
            {t('settings')}
          </Button>
          {add}
        </>
      }
    >
      <ViewTabs
        label={t('views')}
        value={state ?? ''}
        onChange={(value) => change({ state: value })}
        views={[{ value: '', label: t('all') }, ...states.map((value) => ({ value, label: t(value) }))]}
      />
      <QueryList
        query={list}
        isEmpty={rows.length === 0}
        columns={6}
        empty={
          state ? (
            <EmptyState icon={IconTags} title={t('noneTitle')}>
              {t('noneWords')}
            </EmptyState>
          ) : (
            <EmptyState icon={IconTags} title={t('emptyTitle')}>
              {t('emptyWords')}
            </EmptyState>
          )
        }
      >
        <VirtualTable<PriceListView>
          label={t('title')}
          rows={rows}
          columns={columns}
          rowKey={listKey}
          href={listHref}
          card={card}
        />
      </QueryList>
      {isAdding ? (
        <PriceListForm list={null} onClose={() => setIsAdding(false)} onSaved={(saved) => go(`/prices/${saved.id}`)} />
      ) : null}
    </Page>
  );
}

const listKey = (one: PriceListView) => one.id;
const listHref = (one: PriceListView) => `/prices/${one.id}`;
