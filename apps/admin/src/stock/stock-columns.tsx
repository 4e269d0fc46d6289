import type { Translate } from '@tandem/ui/messages.ts';
import { Link } from 'wouter';
import type { Column } from '../lists/column.ts';
import type { stockTexts } from '../messages/stock.ts';
import classes from '../products/products-page.module.css';
import type { Format } from '../shop/use-format.ts';
import type { StockLine } from './stock-page.tsx';

/** What the stock list shows of each level. */
export function stockColumns(
  t: Translate<(typeof stockTexts)['en']>,
  { text, quantity, money }: Format,
  locationName: (id: string) => string,
): Column<StockLine>[] {
  const quiet = (thousandths: number) => (
    <span className={classes.quiet}>{thousandths === 0 ? '–' : quantity(thousandths)}</span>
  );
  return [
    {
      key: 'name',
      title: t('product'),
      cell: (one) => (
        <Link
          href={`/stock/movements/${one.variantId}?location=${one.locationId}&product=${one.productId}`}
          className={classes.name}
        >
          {text(one.name)}
        </Link>
      ),
    },
    { key: 'sku', title: t('sku'), width: '9.5rem', cell: (one) => <span className={classes.quiet}>{one.sku}</span> },
    { key: 'location', title: t('location'), width: '12rem', cell: (one) => locationName(one.locationId) },
    { key: 'onHand', title: t('onHand'), isNumber: true, width: '6.25rem', cell: (one) => quantity(one.onHand) },
    {
      key: 'claims',
      isWide: true,
      title: t('committed'),
      isNumber: true,
      width: '6.25rem',
      cell: (one) => quiet(one.committed),
    },
    {
      key: 'staged',
      isWide: true,
      title: t('staged'),
      isNumber: true,
      width: '6.25rem',
      cell: (one) => quiet(one.staged),
    },
    {
      key: 'cost',
      isWide: true,
      title: t('unitCost'),
      isNumber: true,
      width: '7.5rem',
      cell: (one) => <span className={classes.quiet}>{money(one.unitCost)}</span>,
    },
    {
      key: 'available',
      title: t('available'),
      isNumber: true,
      width: '6.5rem',
      cell: (one) => (
        <span
          className={classes.available}
          data-level={one.available <= 0 ? 'out' : one.available <= 5000 ? 'low' : undefined}
        >
          {quantity(one.available)}
        </span>
      ),
    },
  ];
}
