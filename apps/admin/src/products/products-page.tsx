import { Button } from '@mantine/core';
import { IconPlus, IconSearchOff, IconTag } from '@tabler/icons-react';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { useCallback } from 'react';
import { Link } from 'wouter';
import type { Sorting } from '../lists/column.ts';
import { FilterChip } from '../lists/filter-chip.tsx';
import { ListBar } from '../lists/list-bar.tsx';
import { QueryList } from '../lists/query-list.tsx';
import { SearchField } from '../lists/search-field.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { ViewTabs } from '../lists/view-tabs.tsx';
import { productTexts } from '../messages/products.ts';
import { NearLinks } from '../parts/near-links.tsx';
import { Page } from '../parts/page.tsx';
import { useShop } from '../shop/shop.ts';
import type { VariantSort } from './product-columns.tsx';
import { ProductTable } from './product-table.tsx';
import { useCategories } from './use-categories.ts';
import { useVariants } from './use-variants.ts';

const names = ['search', 'status', 'category', 'stock', 'sort', 'down'] as const;
const statuses = ['active', 'draft', 'archived'] as const;
const levels = ['in', 'low', 'out', 'negative'] as const;
const sorts = ['name', 'sku', 'price', 'available', 'updated'] as const;

/** All variants of all products, as one fast list. */
export default function ProductsPage() {
  const t = useTexts(productTexts);
  const { scope, may } = useShop();
  const [filters, change] = useFilters(names);
  const categories = useCategories();
  const status = statuses.find((one) => one === filters.status);
  const stock = levels.find((one) => one === filters.stock);
  const sorting: Sorting<VariantSort> = {
    by: sorts.find((one) => one === filters.sort) ?? 'name',
    isDescending: filters.down === '1',
  };
  const filter = {
    ...(filters.search ? { search: filters.search } : {}),
    ...(status ? { status } : {}),
    ...(filters.category ? { categoryId: filters.category } : {}),
    ...(stock ? { stock } : {}),
    ...(scope.kind === 'location' ? { locationId: scope.id } : {}),
  };
  const { list, rows, total } = useVariants({ ...filter, sort: sorting.by, descending: sorting.isDescending });
  const isFiltered = Boolean(filters.search || status || filters.category || stock);
  const onSort = useCallback(
    (next: Sorting<VariantSort>) => change({ sort: next.by, down: next.isDescending ? '1' : '' }),
    [change],
  );
  return (
    <Page
      isForThumb
      title={t('title')}
      subtitle={<NearLinks to={['categories', 'collections', 'prices']} />}
      actions={
        may('catalog.change') ? (
          <Button component={Link} href="/products/new" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('add')}
          </Button>
        ) : null
      }
    >
      <ViewTabs
        label={t('views')}
        value={status ?? ''}
        onChange={(value) => change({ status: value })}
        views={[{ value: '', label: t('all') }, ...statuses.map((value) => ({ value, label: t(value) }))]}
      />
      <ListBar end={list.data ? t('variants', total) : null}>
        <SearchField label={t('search')} value={filters.search ?? ''} onSearch={(search) => change({ search })} />
        <FilterChip
          name={t('category')}
          choices={categories.choices}
          value={filters.category}
          onChange={(category) => change({ category })}
        />
        <FilterChip
          name={t('stock')}
          choices={[
            { value: 'in', label: t('inStock') },
            { value: 'low', label: t('lowStock') },
            { value: 'out', label: t('outOfStock') },
            { value: 'negative', label: t('negative') },
          ]}
          value={stock}
          onChange={(next) => change({ stock: next })}
        />
      </ListBar>
      <QueryList
        query={list}
        isEmpty={rows.length === 0}
        columns={7}
        empty={
          isFiltered ? (
            <EmptyState icon={IconSearchOff} title={t('noneTitle')}>
              {t('noneWords')}
            </EmptyState>
          ) : (
            <EmptyState
              icon={IconTag}
              title={t('emptyTitle')}
              action={
                <Button component={Link} href="/imports" variant="default">
                  {t('import')}
                </Button>
              }
            >
              {t('emptyWords')}
            </EmptyState>
          )
        }
      >
        <ProductTable list={list} rows={rows} total={total} filter={filter} sorting={sorting} onSort={onSort} />
      </QueryList>
    </Page>
  );
}
