import '@mantine/charts/styles.css';
import { BarChart } from '@mantine/charts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { memo } from 'react';
import { reportTexts } from '../messages/reports.ts';
import { useFormat } from '../shop/use-format.ts';

interface ReportChartProps {
  readonly points: readonly { readonly name: string; readonly net: number }[];
  readonly isTime: boolean;
}

/** Net sales as quiet bars: upright over time, lying with their names for places and products. */
export default memo(function ReportChart({ points, isTime }: ReportChartProps) {
  const t = useTexts(reportTexts);
  const { money, moneyShort } = useFormat();
  const summary = `${t('chart')}: ${points.map((one) => `${one.name} ${money(one.net)}`).join(', ')}`;
  return (
    <figure aria-label={summary} role="img" style={{ margin: 0, height: '100%' }}>
      <BarChart
        h="100%"
        data={[...points]}
        dataKey="name"
        orientation={isTime ? 'horizontal' : 'vertical'}
        series={[{ name: 'net', label: t('net'), color: 'var(--color-chart-1)' }]}
        gridAxis={isTime ? 'x' : 'y'}
        gridColor="var(--color-chart-grid)"
        textColor="var(--color-muted)"
        tickLine="none"
        strokeDasharray="0"
        maxBarWidth={28}
        barProps={{ radius: isTime ? [4, 4, 0, 0] : [0, 4, 4, 0], isAnimationActive: false }}
        valueFormatter={money}
        {...(isTime
          ? { xAxisProps: { minTickGap: 32 }, yAxisProps: { tickFormatter: moneyShort, width: 72, tickCount: 4 } }
          : { xAxisProps: { tickFormatter: moneyShort, tickCount: 4 }, yAxisProps: { width: 150, interval: 0 } })}
      />
    </figure>
  );
});
