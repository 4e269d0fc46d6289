import { type Locale, text } from '@tandem/ui/index.ts';
import { Money, useTexts } from '@tandem/ui/react/index.ts';
import { memo } from 'react';
import type { Product } from '../core/catalogue.ts';
import type { TillVariant } from '../core/till-facts.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import extras from './extras.module.css';
import { useInside } from './inside.tsx';
import classes from './shelves.module.css';
import { StockMark } from './stock-mark.tsx';

interface ProductTileProps {
  readonly product: Product;
  readonly locale: Locale;
  readonly currency: string;
  /** The list price of a variant now. */
  readonly priceOf: (variant: TillVariant) => { readonly unitAmount: number; readonly compareAtAmount: number | null };
  readonly onPick: (product: Product) => void;
  /** Which of the tiles it is. */
  readonly place: number;
  /** Is it the one that the Tab key reaches? */
  readonly isStop: boolean;
  readonly onReached: (place: number) => void;
}

/** Picture, name and price; a word on the stock only when it is short. */
export const ProductTile = memo(function ProductTile(props: ProductTileProps) {
  const { product, locale, currency, priceOf, onPick, place, isStop, onReached } = props;
  const t = useTexts(sellTexts);
  const name = text(product.name, locale);
  const listed = product.variants.map(priceOf);
  const amounts = listed.map(({ unitAmount }) => unitAmount);
  const lowest = Math.min(...amounts);
  const was = listed.find(({ unitAmount }) => unitAmount === lowest)?.compareAtAmount ?? null;
  const available = product.variants.reduce((sum, variant) => sum + Math.max(0, variant.available), 0);
  const inside = useInside(product.variants.find((variant) => (variant.components ?? []).length > 0));
  return (
    <button
      type="button"
      className={classes.tile}
      data-place={place}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => onReached(place)}
      onClick={() => onPick(product)}
    >
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
        <span className={classes.name} data-single={inside !== '' || undefined}>
          {name}
        </span>
        {inside === '' ? null : <span className={classes.inside}>{inside}</span>}
        <span className={classes.price}>
          {Math.max(...amounts) > lowest ? <span className={classes.from}>{t('from')} </span> : null}
          <Money amount={lowest} currency={currency} />
          {was !== null && was > lowest ? (
            <>
              {' '}
              <s className={extras.was}>
                <Money amount={was} currency={currency} />
              </s>
            </>
          ) : null}
        </span>
      </span>
    </button>
  );
});
