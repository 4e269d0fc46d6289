import '@mantine/charts/styles.css';
import { CompositeChart } from '@mantine/charts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { memo, useMemo } from 'react';
import { homeTexts } from '../messages/home.ts';
import { useFormat } from '../shop/use-format.ts';
import { hoursToShow } from './hours-to-show.ts';
import type { Today } from './today.ts';

/** Net sales of each hour as bars, a usual day as a line. */
export default memo(function HourChart({ hours }: { readonly hours: Today['byHour'] }) {
  const t = useTexts(homeTexts);
  const { money, moneyShort } = useFormat();
  const points = useMemo(() => hoursToShow(hours), [hours]);
  // A usual hour a little below zero, by a return, is no reason to lift the whole chart off its ground.
  const hasLoss = points.some((one) => one.net < 0);
  const summary = `${t('hours')}: ${points.map((one) => `${one.hour} ${money(one.net)}`).join(', ')}`;
  return (
    <figure aria-label={summary} role="img" style={{ margin: 0, height: '100%' }}>
      <CompositeChart
        h="100%"
        data={points}
        dataKey="hour"
        series={[
          { name: 'net', label: t('today'), color: 'var(--color-chart-1)', type: 'bar' },
          { name: 'usual', label: t('usualDay'), color: 'var(--color-chart-2)', type: 'line' },
        ]}
        curveType="monotone"
        withDots={false}
        gridAxis="x"
        gridColor="var(--color-chart-grid)"
        textColor="var(--color-muted)"
        tickLine="none"
        strokeDasharray="0"
        strokeWidth={2}
        maxBarWidth={28}
        barProps={{ radius: [4, 4, 0, 0], isAnimationActive: false }}
        lineProps={{ isAnimationActive: false, strokeDasharray: '4 4' }}
        valueFormatter={money}
        yAxisProps={{
          tickFormatter: moneyShort,
          width: 72,
          tickCount: 4,
          domain: [hasLoss ? 'auto' : 0, 'auto'],
          allowDataOverflow: !hasLoss,
        }}
      />
    </figure>
  );
});
