import { useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { productTexts } from '../messages/products.ts';
import { Thumb } from '../parts/thumb.tsx';
import { useFormat } from '../shop/use-format.ts';
import type { VariantItem } from './product-columns.tsx';
import classes from './products-page.module.css';

/** A variant in the list of a phone. */
export function ProductCard({ one }: { readonly one: VariantItem }) {
  const t = useTexts(productTexts);
  const { text, money, quantity } = useFormat();
  return (
    <span className={classes.card}>
      <Thumb url={one.imageUrl} size={44} />
      <span className={classes.cardWords}>
        <Link href={`/products/${one.productId}`} className={classes.name}>
          {text(one.name)}
        </Link>
        <span className={classes.quiet}>{[...one.optionNames.map(text), one.sku].join(' · ')}</span>
      </span>
      <span className={classes.cardFigures}>
        <span>{one.amount === null ? t('noPrice') : money(one.amount)}</span>
        <span
          className={classes.available}
          data-level={one.available <= 0 ? 'out' : one.available <= 5000 ? 'low' : undefined}
        >
          {t('available')} {quantity(one.available)}
        </span>
      </span>
    </span>
  );
}
