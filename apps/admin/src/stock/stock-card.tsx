import { useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { stockTexts } from '../messages/stock.ts';
import classes from '../products/products-page.module.css';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import type { StockLine } from './stock-page.tsx';

/** A level in the list of a phone. */
export function StockCard({ one }: { readonly one: StockLine }) {
  const t = useTexts(stockTexts);
  const { text, quantity } = useFormat();
  const names = useNames();
  return (
    <span className={classes.card}>
      <span className={classes.cardWords}>
        <Link
          href={`/stock/movements/${one.variantId}?location=${one.locationId}&product=${one.productId}`}
          className={classes.name}
        >
          {text(one.name)}
        </Link>
        <span className={classes.quiet}>
          {one.sku} · {names.location(one.locationId)}
        </span>
      </span>
      <span className={classes.cardFigures}>
        <span
          className={classes.available}
          data-level={one.available <= 0 ? 'out' : one.available <= 5000 ? 'low' : undefined}
        >
          {t('available')} {quantity(one.available)}
        </span>
        <span>
          {t('onHand')} {quantity(one.onHand)}
        </span>
      </span>
    </span>
  );
}
