import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { collectionTexts } from '../messages/collections.ts';
import { Finder, useSearch } from '../parts/finder.tsx';
import { Thumb } from '../parts/thumb.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './collections.module.css';
import type { Member } from './use-collections.ts';

interface ProductFinderProps {
  readonly isThere: (productId: string) => boolean;
  readonly onPick: (product: Member) => void;
}

/** Finds a product by name, SKU or barcode; stays ready for the next. */
export function ProductFinder({ isThere, onPick }: ProductFinderProps) {
  const t = useTexts(collectionTexts);
  const { text } = useFormat();
  const search = useSearch(['found', 'members'], async (words, signal) => {
    const { items } = await call('GET /api/reports/variants', { query: { search: words, limit: 30 }, signal });
    return { items: [...new Map(items.map((one) => [one.productId, one])).values()].slice(0, 8) };
  });
  return (
    <Finder
      search={search}
      name={t('find')}
      placeholder={t('find')}
      idOf={(one) => one.productId}
      isOff={(one) => isThere(one.productId)}
      onPick={({ productId, name, brand, status, imageUrl }) =>
        onPick({ productId, name, brand, status: status as Member['status'], imageUrl })
      }
    >
      {(one) => (
        <span className={classes.found}>
          <Thumb url={one.imageUrl} size={32} />
          <span className={classes.words}>
            <span>{text(one.name)}</span>
            <span className={classes.quiet}>{isThere(one.productId) ? t('there') : one.brand || one.sku}</span>
          </span>
        </span>
      )}
    </Finder>
  );
}
