import { IconBuildingStore, IconSearchOff } from '@tabler/icons-react';
import { text } from '@tandem/ui/index.ts';
import { EmptyState, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { memo, useMemo, useState } from 'react';
import type { Product } from '../core/catalogue.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import { useCatalogueVersion, useTill } from '../use-till.tsx';
import { ProductGrid } from './product-grid.tsx';
import classes from './shelves.module.css';

interface ProductShelvesProps {
  readonly query: string;
  readonly onPick: (product: Product) => void;
  /** A tab was chosen: what was searched for is done with. */
  readonly onLeaveSearch: () => void;
}

/** Categories as tabs over their products; a search looks through all of them. */
export const ProductShelves = memo(function ProductShelves({ query, onPick, onLeaveSearch }: ProductShelvesProps) {
  const t = useTexts(sellTexts);
  const { locale } = useLanguage();
  const { catalogue, follower } = useTill();
  const version = useCatalogueVersion();
  const [category, setCategory] = useState<string | null>(null);
  const isSearching = query.trim() !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the catalogue is changed in place; its version says when.
  const products = useMemo(
    () => (isSearching ? catalogue.search(query) : catalogue.productsOf(category)),
    [catalogue, version, query, isSearching, category],
  );
  const categories = (follower.manifest()?.categories ?? []).filter(({ id }) => catalogue.productsOf(id).length > 0);
  const tabs = [{ id: null, name: t('all') }, ...categories.map(({ id, name }) => ({ id, name: text(name, locale) }))];
  return (
    <>
      <nav className={classes.tabs} aria-label={t('categories')}>
        {tabs.map(({ id, name }) => (
          <button
            key={id ?? 'all'}
            type="button"
            className={classes.tab}
            aria-pressed={!isSearching && id === category}
            onClick={() => {
              setCategory(id);
              onLeaveSearch();
            }}
          >
            {name}
          </button>
        ))}
      </nav>
      {products.length > 0 ? (
        <ProductGrid key={isSearching ? 'search' : category} products={products} onPick={onPick} />
      ) : isSearching ? (
        <EmptyState icon={IconSearchOff} title={t('noHits')}>
          {t('noHitsAdvice', query)}
        </EmptyState>
      ) : (
        <EmptyState icon={IconBuildingStore} title={t('noProducts')}>
          {t('noProductsAdvice')}
        </EmptyState>
      )}
    </>
  );
});
