import { useTexts } from '@tandem/ui/react/index.ts';
import { memo } from 'react';
import { Link } from 'wouter';
import { homeTexts } from '../messages/home.ts';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './ranking.module.css';
import { useSaleFeed } from './use-sale-feed.ts';

/** Sales as they happen, the newest on top. */
export const SaleFeed = memo(function SaleFeed() {
  const t = useTexts(homeTexts);
  const { time, money, quantity } = useFormat();
  const names = useNames();
  const sales = useSaleFeed();
  return (
    <Panel title={t('feed')}>
      {sales.length === 0 ? (
        <p className={classes.empty}>{t('feedEmpty')}</p>
      ) : (
        <ol className={classes.list} aria-live="polite" aria-relevant="additions">
          {sales.map((sale) => (
            <li key={sale.key} className={sale.isFresh ? classes.fresh : undefined}>
              <Link href={sale.orderId ? `/orders/${sale.orderId}` : '/orders'} className={classes.row}>
                <time className={classes.time} dateTime={sale.at}>
                  {time(sale.at)}
                </time>
                <span className={classes.words}>
                  <span className={classes.name}>{names.channel(sale.channelId) || sale.number}</span>
                  <span className={classes.hint}>
                    {sale.isReturn ? `${t('refund')} · ` : ''}
                    {sale.number} · {t('units', quantity(sale.units), sale.units)}
                  </span>
                </span>
                <span className={classes.amount} data-loss={sale.isReturn || undefined}>
                  {sale.isReturn ? '−' : ''}
                  {money(sale.totalAmount)}
                </span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
});
