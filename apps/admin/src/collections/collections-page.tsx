import { Button } from '@mantine/core';
import { IconArchive, IconPlus, IconStack2 } from '@tabler/icons-react';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Column } from '../lists/column.ts';
import { QueryList } from '../lists/query-list.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { ViewTabs } from '../lists/view-tabs.tsx';
import { VirtualTable } from '../lists/virtual-table.tsx';
import { collectionTexts } from '../messages/collections.ts';
import { Page } from '../parts/page.tsx';
import { useCategories } from '../products/use-categories.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { CollectionForm } from './collection-form.tsx';
import classes from './collections.module.css';
import { ruleWords } from './rule-words.ts';
import { type Collection, useCollections } from './use-collections.ts';

const filterNames = ['view'] as const;

/** All collections, and what fills each. */
export default function CollectionsPage() {
  const t = useTexts(collectionTexts);
  const { may } = useShop();
  const { text, relative, count } = useFormat();
  const { name } = useCategories();
  const [, go] = useLocation();
  const [isAdding, setIsAdding] = useState(false);
  const list = useCollections();
  const [filters, change] = useFilters(filterNames);
  const isArchive = filters.view === 'archived';
  const rows = (list.data?.items ?? []).filter((one) => (one.archivedAt !== null) === isArchive);
  const filled = (one: Collection) => (one.rule ? ruleWords(one.rule, t, name) : t('manual'));
  const link = (one: Collection) => (
    <Link href={collectionHref(one)} className={classes.name}>
      {text(one.name)}
    </Link>
  );
  const columns: Column<Collection>[] = [
    { key: 'name', title: t('name'), cell: link },
    {
      key: 'kind',
      title: t('kind'),
      width: '40%',
      cell: (one) => <span className={classes.quiet}>{filled(one)}</span>,
    },
    { key: 'products', title: t('products'), isNumber: true, width: '7rem', cell: (one) => count(one.productCount) },
    {
      key: 'changed',
      title: t('changed'),
      width: '10rem',
      cell: (one) => <span className={classes.quiet}>{relative(one.updatedAt)}</span>,
    },
  ];
  const card = (one: Collection) => (
    <span className={classes.card}>
      {link(one)}
      <span className={classes.quiet}>
        {filled(one)} · {t('productCount', one.productCount)}
      </span>
    </span>
  );
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      back={{ href: '/products', label: t('products') }}
      isForThumb
      isNarrow
      actions={
        may('catalog.change') ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
            {t('add')}
          </Button>
        ) : null
      }
    >
      <ViewTabs
        label={t('views')}
        value={isArchive ? 'archived' : ''}
        onChange={(view) => change({ view })}
        views={[
          { value: '', label: t('current') },
          { value: 'archived', label: t('archived') },
        ]}
      />
      <QueryList
        query={list}
        isEmpty={rows.length === 0}
        columns={4}
        empty={
          <EmptyState icon={isArchive ? IconArchive : IconStack2} title={t(isArchive ? 'noneArchived' : 'emptyTitle')}>
            {t(isArchive ? 'noneArchivedWords' : 'emptyWords')}
          </EmptyState>
        }
      >
        <VirtualTable<Collection>
          label={t('title')}
          rows={rows}
          columns={columns}
          rowKey={collectionKey}
          href={collectionHref}
          card={card}
        />
      </QueryList>
      {isAdding ? (
        <CollectionForm
          collection={null}
          onClose={() => setIsAdding(false)}
          onSaved={(saved) => go(collectionHref(saved))}
        />
      ) : null}
    </Page>
  );
}

const collectionKey = (one: Collection) => one.id;
const collectionHref = (one: Collection) => `/products/collections/${one.id}`;
