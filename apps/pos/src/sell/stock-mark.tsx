import { formatQuantity } from '@tandem/ui/index.ts';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import classes from './shelves.module.css';

/** From here on (thousandths) the number is worth a look. */
const lowFrom = 3000;

/** Says that little or nothing is left; a till sells all the same, since the goods are in the shopper's hand. */
export function StockMark({ available }: { readonly available: number }) {
  const t = useTexts(sellTexts);
  const { locale } = useLanguage();
  if (available > lowFrom) return null;
  return (
    <span className={classes.stock} data-out={available <= 0 || undefined}>
      {available <= 0 ? t('out') : t('low', formatQuantity(available, locale))}
    </span>
  );
}
