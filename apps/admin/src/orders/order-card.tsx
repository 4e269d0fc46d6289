import { useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { orderTexts } from '../messages/orders.ts';
import classes from '../products/products-page.module.css';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import type { OrderItem } from './order-columns.tsx';
import { OrderHeadlineBadge } from './order-headline-badge.tsx';

/** An order in the list of a phone. */
export function OrderCard({ one }: { readonly one: OrderItem }) {
  const t = useTexts(orderTexts);
  const { dateTime, money } = useFormat();
  const names = useNames();
  return (
    <span className={classes.card}>
      <span className={classes.cardWords}>
        <Link href={`/orders/${one.id}`} className={classes.name}>
          {one.customerName ?? t('walkIn')}
        </Link>
        <span className={classes.quiet}>
          {one.number} · {names.channel(one.channelId)}
        </span>
        <span className={classes.quiet}>{dateTime(one.placedAt)}</span>
      </span>
      <span className={classes.cardFigures}>
        <span>{money(one.totalAmount)}</span>
        <OrderHeadlineBadge headline={one.headline} />
      </span>
    </span>
  );
}
