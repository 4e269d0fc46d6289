import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useLanguage } from '@tandem/ui/react/index.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Product } from '../core/catalogue.ts';
import { useListPrice, useMoney } from '../use-till.tsx';
import { ProductTile } from './product-tile.tsx';
import classes from './shelves.module.css';

interface ProductGridProps {
  readonly products: readonly Product[];
  readonly onPick: (product: Product) => void;
}

const wordsHeight = 84;
const steps: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

/**
 * Tiles in rows; only those near the screen exist, so 50,000 feel like 50. They are one stop of the Tab key, and the arrows go
 * from tile to tile: the basket behind them is never 50,000 keys away.
 */
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
  const [last, setLast] = useState(0);
  const shown = rows.getVirtualItems();
  const first = (shown[0]?.index ?? 0) * columns;
  const isShown = last >= first && last < ((shown.at(-1)?.index ?? 0) + 1) * columns;
  const stop = isShown ? last : first;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stop + (steps[event.key]?.(columns) ?? Number.NaN);
    if (!(next >= 0 && next < products.length)) return;
    event.preventDefault();
    setLast(next);
    rows.scrollToIndex(Math.floor(next / columns));
    // The row may come into being with the scrolling only.
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus());
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tiles take the keys; their frame only hears them.
    <div ref={ref} className={classes.scroll} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={classes.all} style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => (
          <div
            key={row.key}
            className={classes.row}
            style={{
              height: rowHeight,
              transform: `translateY(${row.start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {products.slice(row.index * columns, (row.index + 1) * columns).map((product, column) => (
              <ProductTile
                key={product.id}
                place={row.index * columns + column}
                isStop={row.index * columns + column === stop}
                onReached={setLast}
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
