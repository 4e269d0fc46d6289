import { useTexts } from '@tandem/ui/react/index.ts';
import { orderTexts } from '../messages/orders.ts';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './order-page.module.css';
import type { Order } from './order-page.tsx';

/** How it was paid, and what went back. */
export function PaymentPanel({ order }: { readonly order: Order }) {
  const t = useTexts(orderTexts);
  const { money, dateTime } = useFormat();
  return (
    <Panel title={t('payment')}>
      {order.tenders.length === 0 ? (
        <p className={classes.empty}>{t('noPayment')}</p>
      ) : (
        <ul className={classes.tenders}>
          {order.tenders.map((one) => (
            <li key={one.entryNo} className={classes.tender}>
              <span>
                <span className={classes.strong}>
                  {one.event === 'refunded' ? t('tenderRefund', t('tender', one.kind)) : t('tender', one.kind)}
                </span>
                <div className={classes.quiet}>
                  {dateTime(one.at)}
                  {one.changeAmount ? ` · ${t('given', money(one.tenderedAmount ?? 0), money(one.changeAmount))}` : ''}
                </div>
              </span>
              <span className="figures">
                {one.event === 'refunded' ? `−${money(Math.abs(one.amount))}` : money(one.amount)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
