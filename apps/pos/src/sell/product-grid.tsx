import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useLanguage } from '@tandem/ui/react/index.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Product } from '../core/catalogue.ts';
import { useListPrice, useMoney } from '../use-till.tsx';
import { ProductTile } from './product-tile.tsx';
import classes from './shelves.module.css';

interface ProductGridProps {
  readonly products: readonly Product[];
  readonly onPick: (product: Product) => void;
}

const wordsHeight = 84;

/** Tiles in rows; only those near the screen exist, so 50,000 feel like 50. */
export function ProductGrid({ products, onPick }: ProductGridProps) {
  const { locale } = useLanguage();
  const { currency } = useMoney();
  const priceOf = useListPrice();
  const scroll = useRef<HTMLDivElement>(null);
  const { ref: sized, width } = useElementSize();
  const ref = useMergedRef(scroll, sized);
  const gap = width < 480 ? 8 : 12;
  const columns = Math.max(2, Math.floor((width + gap) / ((width < 480 ? 150 : 168) + gap)));
  const tileWidth = (width - gap * (columns - 1)) / columns;
  const rowHeight = Math.round(tileWidth * 0.72) + wordsHeight;
  const rows = useVirtualizer({
    count: width === 0 ? 0 : Math.ceil(products.length / columns),
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    gap,
    overscan: 3,
    paddingEnd: 24,
  });
  const measured = useRef(rowHeight);
  if (measured.current !== rowHeight) {
    measured.current = rowHeight;
    rows.measure();
  }
  return (
    <div ref={ref} className={classes.scroll} tabIndex={-1}>
      <div className={classes.all} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => (
          <div
            key={row.key}
            className={classes.row}
            style={{
              height: rowHeight,
              transform: `translateY(${row.start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {products.slice(row.index * columns, (row.index + 1) * columns).map((product) => (
              <ProductTile
                key={product.id}
                product={product}
                locale={locale}
                currency={currency}
                priceOf={priceOf}
                onPick={onPick}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
