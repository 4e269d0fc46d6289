import { useTexts } from '@tandem/ui/react/index.ts';
import { lazy, memo, Suspense, useState } from 'react';
import { ViewTabs } from '../lists/view-tabs.tsx';
import { homeTexts } from '../messages/home.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './curve-panel.module.css';
import type { Today } from './today.ts';

const HourChart = lazy(() => import('./hour-chart.tsx'));
const DayChart = lazy(() => import('./day-chart.tsx'));

/** The curve of the day beside a usual day, or of the last 30 days. The chart comes after the figures. */
export const CurvePanel = memo(function CurvePanel({ today }: { readonly today: Today }) {
  const t = useTexts(homeTexts);
  const [view, setView] = useState<'today' | 'days'>('today');
  return (
    <Panel
      title={view === 'today' ? t('hours') : t('net')}
      hint={view === 'today' ? t('hoursHint') : undefined}
      actions={
        <ViewTabs
          label={t('curve')}
          value={view}
          onChange={setView}
          views={[
            { value: 'today', label: t('today') },
            { value: 'days', label: t('days') },
          ]}
        />
      }
    >
      <div className={classes.chart}>
        <Suspense fallback={<div className={classes.bone} />}>
          {view === 'today' ? <HourChart hours={today.byHour} /> : <DayChart days={today.lastDays} />}
        </Suspense>
      </div>
    </Panel>
  );
});
