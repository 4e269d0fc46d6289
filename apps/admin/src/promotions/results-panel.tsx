import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { IconChartBar } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { QueryList } from '../lists/query-list.tsx';
import { promotionTexts } from '../messages/promotions.ts';
import { Panel } from '../parts/panel.tsx';
import { shortDay } from '../shop/short-day.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './promotions.module.css';

/** What a promotion brought, in figures and by day. */
export function ResultsPanel({ id }: { readonly id: string }) {
  const t = useTexts(promotionTexts);
  const { money, moneyShort, count, rate, locale } = useFormat();
  const query = useQuery({
    queryKey: ['promotion', id, 'results'],
    queryFn: ({ signal }) => call('GET /api/promotions/:id/results', { params: { id }, signal }),
    refetchInterval: 30_000,
  });
  const one = query.data;
  const share = one && one.netAmount > 0 ? rate(Math.round((one.marginAmount / one.netAmount) * 1000) * 1000) : null;
  const uplift = one?.upliftBasisPoints ?? null;
  const signed = uplift === null ? '' : `${uplift > 0 ? '+' : ''}${rate(Math.round(uplift / 10) * 1000)}`;
  const points = (one?.days ?? []).map((day) => ({
    day: shortDay(day.date, locale),
    net: day.netAmount,
    discount: day.discountAmount,
  }));
  return (
    <QueryList
      query={query}
      isEmpty={one !== undefined && one.uses === 0}
      empty={
        <EmptyState icon={IconChartBar} title={t('noResults')}>
          {t('noResultsWords')}
        </EmptyState>
      }
    >
      {one ? (
        <>
          <dl className={classes.figures}>
            <Figure name={t('resultUses')} value={count(one.uses)} note={t('piecesSold', count(one.pieces))} />
            <Figure
              name={t('resultDiscount')}
              value={money(one.discountAmount)}
              note={one.orders > 0 ? t('perOrder', money(Math.round(one.discountAmount / one.orders))) : null}
            />
            <Figure
              name={t('resultNet')}
              value={money(one.netAmount)}
              note={`${t('resultOrders')} ${count(one.orders)}`}
            />
            <Figure
              name={t('resultMargin')}
              value={money(one.marginAmount)}
              note={share ? t('marginShare', share) : null}
            />
            <Figure
              name={t('uplift')}
              value={money(one.dailyNetAmount)}
              note={uplift === null ? t('upliftNone') : t('upliftWords', signed)}
            />
          </dl>
          <Panel title={t('byDay')} hint={t('upliftHint')}>
            <figure
              className={classes.chart}
              role="img"
              aria-label={`${t('byDay')}: ${points.map((point) => `${point.day} ${money(point.net)}`).join(', ')}`}
            >
              <BarChart
                h="100%"
                data={points}
                dataKey="day"
                series={[
                  { name: 'net', label: t('netLabel'), color: 'var(--color-chart-1)' },
                  { name: 'discount', label: t('discountLabel'), color: 'var(--color-chart-2)' },
                ]}
                gridAxis="x"
                gridColor="var(--color-chart-grid)"
                textColor="var(--color-muted)"
                tickLine="none"
                strokeDasharray="0"
                maxBarWidth={24}
                barProps={{ radius: [4, 4, 0, 0], isAnimationActive: false }}
                valueFormatter={money}
                withLegend
                xAxisProps={{ minTickGap: 32 }}
                yAxisProps={{ tickFormatter: moneyShort, width: 72, tickCount: 4 }}
              />
            </figure>
          </Panel>
        </>
      ) : null}
    </QueryList>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly note?: ReactNode;
}

/** One figure with its name and what it compares with. */
export function Figure({ name, value, note }: FigureProps) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd className={classes.figureValue}>{value}</dd>
      {note ? <dd className={classes.figureNote}>{note}</dd> : null}
    </div>
  );
}
