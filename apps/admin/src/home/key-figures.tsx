import { useTexts } from '@tandem/ui/react/index.ts';
import { memo } from 'react';
import { homeTexts } from '../messages/home.ts';
import { useFormat } from '../shop/use-format.ts';
import { averageOf, compare } from './compare.ts';
import { KeyFigure } from './key-figure.tsx';
import classes from './key-figures.module.css';
import type { Today } from './today.ts';

/** The four figures of the day, each beside a usual day. */
export const KeyFigures = memo(function KeyFigures({ today: { total, usual } }: { readonly today: Today }) {
  const t = useTexts(homeTexts);
  const { money, count, rate } = useFormat();
  const average = averageOf(total.netAmount, total.orders);
  const usualAverage = usual ? averageOf(usual.netAmount, usual.orders) : undefined;
  const beside = (text: string | undefined) => (text === undefined ? t('noUsual') : t('usual', text));
  const margin =
    total.netAmount > 0 ? t('margin', rate(Math.round((total.profitAmount * 100) / total.netAmount) * 10_000)) : '';
  return (
    <dl className={classes.strip}>
      <KeyFigure
        name={t('revenue')}
        value={money(total.netAmount)}
        comparison={compare(total.netAmount, usual?.netAmount)}
        note={beside(usual ? money(usual.netAmount) : undefined)}
        isMain
      />
      <KeyFigure
        name={t('orders')}
        value={count(total.orders)}
        comparison={compare(total.orders, usual?.orders)}
        note={beside(usual ? count(usual.orders) : undefined)}
      />
      <KeyFigure
        name={t('profit')}
        value={money(total.profitAmount)}
        comparison={compare(total.profitAmount, usual?.profitAmount)}
        note={margin || beside(usual ? money(usual.profitAmount) : undefined)}
      />
      <KeyFigure
        name={t('average')}
        value={money(average)}
        comparison={compare(average, usualAverage)}
        note={beside(usualAverage === undefined ? undefined : money(usualAverage))}
      />
    </dl>
  );
});
