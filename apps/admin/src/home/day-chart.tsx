import '@mantine/charts/styles.css';
import { AreaChart } from '@mantine/charts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { memo, useMemo } from 'react';
import { homeTexts } from '../messages/home.ts';
import { shortDay } from '../shop/short-day.ts';
import { useFormat } from '../shop/use-format.ts';
import type { Today } from './today.ts';

/** Net sales of the last 30 days. */
export default memo(function DayChart({ days }: { readonly days: Today['lastDays'] }) {
  const t = useTexts(homeTexts);
  const { money, moneyShort, locale } = useFormat();
  const points = useMemo(
    () => days.map((one) => ({ day: shortDay(one.businessDate, locale), net: one.netAmount })),
    [days, locale],
  );
  const summary = `${t('net')}: ${points.map((one) => `${one.day} ${money(one.net)}`).join(', ')}`;
  return (
    <figure aria-label={summary} role="img" style={{ margin: 0, height: '100%' }}>
      <AreaChart
        h="100%"
        data={points}
        dataKey="day"
        series={[{ name: 'net', label: t('net'), color: 'var(--color-chart-1)' }]}
        curveType="monotone"
        withDots={false}
        gridAxis="x"
        gridColor="var(--color-chart-grid)"
        textColor="var(--color-muted)"
        tickLine="none"
        strokeDasharray="0"
        fillOpacity={0.14}
        areaProps={{ isAnimationActive: false }}
        valueFormatter={money}
        xAxisProps={{ minTickGap: 40 }}
        yAxisProps={{ tickFormatter: moneyShort, width: 72, tickCount: 4 }}
      />
    </figure>
  );
});
