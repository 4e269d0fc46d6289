import { useTexts } from '@tandem/ui/react/index.ts';
import { Fragment } from 'react';
import { orderTexts } from '../messages/orders.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './order-page.module.css';
import type { Order } from './order-page.tsx';
import { sumsOf } from './sums.ts';

/** From the goods at their prices, less what was taken off, to what is still due: the rows above the total come to it. */
export function OrderSums({ order }: { readonly order: Order }) {
  const t = useTexts(orderTexts);
  const { money } = useFormat();
  const { may } = useShop();
  const sums = sumsOf(order);
  const row = (name: string, amount: number, mark: 'total' | 'due' | 'plain' = 'plain') => (
    <div className={classes.sum} data-total={mark === 'total' || undefined} data-due={mark === 'due' || undefined}>
      <dt>{name}</dt>
      <dd>{amount < 0 ? `−${money(-amount)}` : money(amount)}</dd>
    </div>
  );
  return (
    <dl className={classes.sums}>
      {row(t('subtotal'), sums.goods)}
      {order.discountAmount !== 0 ? row(t('discount'), -order.discountAmount) : null}
      {sums.shipping !== 0 ? row(t('shipping'), sums.shipping) : null}
      {order.shippingDiscountAmount !== 0 ? row(t('shippingDiscount'), -order.shippingDiscountAmount) : null}
      {order.pricesIncludeTax
        ? null
        : sums.taxes.map((tax) => <Fragment key={tax.name}>{row(t('taxAdded', tax.name), tax.amount)}</Fragment>)}
      {order.roundingAmount !== 0 ? row(t('rounding'), order.roundingAmount) : null}
      {row(t('total'), sums.total, 'total')}
      {order.pricesIncludeTax
        ? sums.taxes.map((tax) => <Fragment key={tax.name}>{row(t('taxIncluded', tax.name), tax.amount)}</Fragment>)
        : null}
      {row(t('paid'), order.paidAmount)}
      {order.refundedAmount !== 0 ? row(t('refunded'), -order.refundedAmount) : null}
      {sums.due > 0 && order.state !== 'cancelled' ? row(t('due'), sums.due, 'due') : null}
      {sums.profit !== undefined && order.refundedAmount === 0 && may('report.read')
        ? row(t('profit'), sums.profit)
        : null}
    </dl>
  );
}
