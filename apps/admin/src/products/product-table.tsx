import { call } from '@tandem/contract/client.ts';
import type { Query } from '@tandem/contract/index.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCallback, useMemo, useState } from 'react';
import { useTell } from '../api/tell.ts';
import type { Sorting } from '../lists/column.ts';
import { useSelection } from '../lists/use-selection.ts';
import { VirtualTable } from '../lists/virtual-table.tsx';
import { bundleTexts } from '../messages/bundles.ts';
import { productTexts } from '../messages/products.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { BulkDrawer } from './bulk/bulk-drawer.tsx';
import { ProductCard } from './product-card.tsx';
import { productColumns, type VariantItem, type VariantSort } from './product-columns.tsx';
import { QuickLook } from './quick-look.tsx';
import { useCategories } from './use-categories.ts';
import type { useVariants } from './use-variants.ts';

interface ProductTableProps {
  readonly list: ReturnType<typeof useVariants>['list'];
  readonly rows: readonly VariantItem[];
  readonly total: number;
  readonly filter: NonNullable<Query<'GET /api/reports/variant-ids'>>;
  readonly sorting: Sorting<VariantSort>;
  readonly onSort: (sorting: Sorting<VariantSort>) => void;
}

/** The rows of the product list: looked at beside it, or chosen and changed together. */
export function ProductTable({ list, rows, total, filter, sorting, onSort }: ProductTableProps) {
  const t = useTexts(productTexts);
  const tell = useTell();
  const format = useFormat();
  const { may } = useShop();
  const categories = useCategories();
  const [looked, setLooked] = useState<VariantItem>();
  const [isChanging, setIsChanging] = useState(false);
  const [isFinding, setIsFinding] = useState(false);
  const selection = useSelection(rows, variantKey, idsOf, JSON.stringify(filter));
  const { chosen } = selection;
  const look = useCallback((one: VariantItem) => setLooked(one), []);
  const bundles = useTexts(bundleTexts);
  const columns = useMemo(
    () => productColumns(t, format, categories.name, look, bundles('bundle')),
    [t, format, categories.name, look, bundles],
  );
  const { fetchNextPage } = list;
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const { text } = format;
  const label = useCallback((one: VariantItem) => t('choose', `${text(one.name)} ${one.sku}`), [t, text]);
  const chooseAll = async () => {
    setIsFinding(true);
    try {
      const { items, hasMore } = await call('GET /api/reports/variant-ids', { query: filter });
      selection.replace(new Map(items.map((one) => [one.variantId, one])));
      if (hasMore) tell.warn(t('tooManyChosen', items.length));
    } catch (error) {
      tell.problem(error);
    } finally {
      setIsFinding(false);
    }
  };
  const nameOf = (id: string) => {
    const row = rows.find((one) => one.productId === id || one.variantId === id);
    return row ? text(row.name) : '';
  };
  const mayChange = may('catalog.change') || may('price.change');
  return (
    <>
      <VirtualTable<VariantItem, VariantSort>
        label={t('title')}
        rows={rows}
        columns={columns}
        rowKey={variantKey}
        href={variantHref}
        card={variantCard}
        sorting={sorting}
        onSort={onSort}
        hasMore={list.hasNextPage}
        isLoadingMore={list.isFetchingNextPage}
        onMore={onMore}
        selection={mayChange ? { ...selection, label, allLabel: t('chooseLoaded') } : undefined}
        look={{
          key: looked?.variantId,
          onLook: (one, isMove) =>
            setLooked((before) => (!isMove && before?.variantId === one.variantId ? undefined : one)),
        }}
      />
      {chosen.size > 0 ? (
        <BulkBar
          chosen={chosen.size}
          total={total}
          isFinding={isFinding}
          onAll={() => void chooseAll()}
          onChange={() => setIsChanging(true)}
          onClear={selection.clear}
        />
      ) : null}
      {isChanging ? (
        <BulkDrawer chosen={[...chosen.values()]} nameOf={nameOf} onClose={() => setIsChanging(false)} />
      ) : null}
      {looked ? (
        <QuickLook
          one={rows.find((one) => one.variantId === looked.variantId) ?? looked}
          onClose={() => setLooked(undefined)}
        />
      ) : null}
    </>
  );
}

const variantKey = (one: VariantItem) => one.variantId;
const variantHref = (one: VariantItem) => `/products/${one.productId}`;
const variantCard = (one: VariantItem) => <ProductCard one={one} />;
const idsOf = ({ variantId, productId }: VariantItem) => ({ variantId, productId });
