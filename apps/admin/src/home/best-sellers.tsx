import { useTexts } from '@tandem/ui/react/index.ts';
import { memo } from 'react';
import { Link } from 'wouter';
import { homeTexts } from '../messages/home.ts';
import { Panel } from '../parts/panel.tsx';
import { Thumb } from '../parts/thumb.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './ranking.module.css';
import type { Today } from './today.ts';

/** What sells today, best first. */
export const BestSellers = memo(function BestSellers({ items }: { readonly items: Today['bestSellers'] }) {
  const t = useTexts(homeTexts);
  const { text, money, quantity } = useFormat();
  return (
    <Panel title={t('best')}>
      {items.length === 0 ? (
        <p className={classes.empty}>{t('bestEmpty')}</p>
      ) : (
        <ol className={classes.list}>
          {items.map((one) => (
            <li key={one.productId}>
              <Link href={`/products/${one.productId}`} className={classes.row}>
                <Thumb url={one.imageUrl} size={36} />
                <span className={classes.words}>
                  <span className={classes.name}>{text(one.name)}</span>
                  <span className={classes.hint}>{t('pieces', quantity(one.units))}</span>
                </span>
                <span className={classes.amount}>{money(one.netAmount)}</span>
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
});
