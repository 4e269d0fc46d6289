import type { Answer } from '@tandem/contract/index.ts';
import type { Translate } from '@tandem/ui/messages.ts';
import { Link } from 'wouter';
import type { Column } from '../lists/column.ts';
import type { orderTexts } from '../messages/orders.ts';
import classes from '../products/products-page.module.css';
import type { Format } from '../shop/use-format.ts';
import { OrderHeadlineBadge } from './order-headline-badge.tsx';

export type OrderItem = Answer<'GET /api/orders'>['items'][number];

/** What the order list shows of each order. */
export function orderColumns(
  t: Translate<(typeof orderTexts)['en']>,
  { dateTime, money, quantity }: Format,
  channelName: (id: string) => string,
): Column<OrderItem>[] {
  return [
    {
      key: 'number',
      title: t('number'),
      width: '9.5rem',
      cell: (one) => (
        <Link href={`/orders/${one.id}`} className={classes.name}>
          {one.number}
        </Link>
      ),
    },
    {
      key: 'when',
      title: t('when'),
      width: '11.5rem',
      cell: (one) => <span className={classes.quiet}>{dateTime(one.placedAt)}</span>,
    },
    {
      key: 'customer',
      title: t('customer'),
      cell: (one) => one.customerName ?? <span className={classes.quiet}>{t('walkIn')}</span>,
    },
    { key: 'place', title: t('place'), width: '13rem', isWide: true, cell: (one) => channelName(one.channelId) },
    {
      key: 'status',
      title: t('status'),
      width: '9.5rem',
      cell: (one) => <OrderHeadlineBadge headline={one.headline} />,
    },
    {
      key: 'units',
      title: t('units'),
      isNumber: true,
      width: '5.5rem',
      isWide: true,
      cell: (one) => <span className={classes.quiet}>{quantity(one.units)}</span>,
    },
    { key: 'total', title: t('total'), isNumber: true, width: '8rem', cell: (one) => money(one.totalAmount) },
  ];
}
