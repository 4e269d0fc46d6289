import { type Locale, text } from '@tandem/ui/index.ts';
import { Money, useTexts } from '@tandem/ui/react/index.ts';
import { memo } from 'react';
import type { Product } from '../core/catalogue.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import classes from './shelves.module.css';
import { StockMark } from './stock-mark.tsx';

interface ProductTileProps {
  readonly product: Product;
  readonly locale: Locale;
  readonly currency: string;
  readonly onPick: (product: Product) => void;
}

/** Picture, name and price; a word on the stock only when it is short. */
export const ProductTile = memo(function ProductTile({ product, locale, currency, onPick }: ProductTileProps) {
  const t = useTexts(sellTexts);
  const name = text(product.name, locale);
  const amounts = product.variants.map(({ amount }) => amount);
  const lowest = Math.min(...amounts);
  const available = product.variants.reduce((sum, variant) => sum + Math.max(0, variant.available), 0);
  return (
    <button type="button" className={classes.tile} onClick={() => onPick(product)}>
      <span className={classes.picture}>
        {product.imageUrl === null ? (
          <span className={classes.letter} aria-hidden>
            {name.slice(0, 1)}
          </span>
        ) : (
          <img src={product.imageUrl} alt="" loading="lazy" decoding="async" draggable={false} />
        )}
        <StockMark available={available} />
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{name}</span>
        <span className={classes.price}>
          {Math.max(...amounts) > lowest ? <span className={classes.from}>{t('from')} </span> : null}
          <Money amount={lowest} currency={currency} />
        </span>
      </span>
    </button>
  );
});
