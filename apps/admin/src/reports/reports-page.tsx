import { Button, SegmentedControl } from '@mantine/core';
import { IconChartBar, IconDownload } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { ListBar } from '../lists/list-bar.tsx';
import { QueryList } from '../lists/query-list.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { reportTexts } from '../messages/reports.ts';
import { dayIn } from '../orders/order-query.ts';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { scopeQuery, useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { csvOf } from './csv.ts';
import { periodOf } from './period.ts';
import { PeriodMenu } from './period-menu.tsx';
import { reportTable } from './report-table.ts';
import classes from './reports-page.module.css';
import { SalesTable } from './sales-table.tsx';
import { saveFile } from './save-file.ts';

const ReportChart = lazy(() => import('./report-chart.tsx'));
const kinds = ['day', 'month', 'location', 'channel', 'product'] as const;
const names = ['by', 'from', 'to'] as const;

/** Sales of a period by day, month, store, channel or product: a chart, a table, a file. */
export default function ReportsPage() {
  const t = useTexts(reportTexts);
  const format = useFormat();
  const placeNames = useNames();
  const { scope, merchant } = useShop();
  const [filters, change] = useFilters(names);
  const by = kinds.find((one) => one === filters.by) ?? 'day';
  const today = dayIn(merchant.timeZone, new Date());
  const period = periodOf(filters.from, filters.to, today);
  const asked = { ...period, by, ...scopeQuery(scope) };
  const report = useQuery({
    queryKey: ['report', asked],
    queryFn: ({ signal }) => call('GET /api/reports/sales', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  const table = report.data ? reportTable(report.data, by, t, format, placeNames) : undefined;
  const download = () => table && saveFile(`sales-by-${by}-${period.from}-${period.to}.csv`, csvOf(table.csv));
  return (
    <Page
      title={t('title')}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          disabled={!table || table.rows.length === 0}
          onClick={download}
        >
          {t('csv')}
        </Button>
      }
    >
      <ListBar
        end={<PeriodMenu period={period} today={today} onChange={(next) => change({ from: next.from, to: next.to })} />}
      >
        <SegmentedControl
          className={classes.kinds ?? ''}
          size="sm"
          aria-label={t('by')}
          value={by}
          onChange={(next) => change({ by: next === 'day' ? '' : next })}
          data={kinds.map((value) => ({ value, label: t(value) }))}
        />
      </ListBar>
      <QueryList
        query={report}
        isEmpty={!table || table.rows.length === 0}
        columns={8}
        empty={
          <EmptyState icon={IconChartBar} title={t('emptyTitle')}>
            {t('emptyWords')}
          </EmptyState>
        }
      >
        {table ? (
          <>
            <Panel title={t('net')} hint={t('definition')}>
              <div className={classes.chart}>
                <Suspense fallback={null}>
                  <ReportChart points={table.points} isTime={by === 'day' || by === 'month'} />
                </Suspense>
              </div>
            </Panel>
            <SalesTable table={table} by={by} />
          </>
        ) : null}
      </QueryList>
    </Page>
  );
}
