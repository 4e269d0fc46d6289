import '@mantine/dates/styles.css';
import 'dayjs/locale/zh-hk.js';
import { DatePicker } from '@mantine/dates';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { reportTexts } from '../messages/reports.ts';
import type { Period } from './period.ts';
import classes from './period-menu.module.css';

interface PeriodCalendarProps {
  readonly period: Period;
  readonly today: string;
  readonly onChange: (period: Period) => void;
}

/** Two presses: the first day and the last. */
export default function PeriodCalendar({ period, today, onChange }: PeriodCalendarProps) {
  const t = useTexts(reportTexts);
  const { locale } = useLanguage();
  const [days, setDays] = useState<[string | null, string | null]>([period.from, period.to]);
  return (
    <DatePicker
      type="range"
      className={classes.calendar ?? ''}
      ariaLabels={{
        previousMonth: t('earlier'),
        nextMonth: t('later'),
        previousYear: t('earlier'),
        nextYear: t('later'),
        previousDecade: t('earlier'),
        nextDecade: t('later'),
      }}
      hideOutsideDates
      allowSingleDateInRange
      locale={locale === 'en' ? 'en' : 'zh-hk'}
      defaultDate={period.to}
      maxDate={today}
      value={days}
      onChange={(next) => {
        setDays(next);
        const [from, to] = next;
        if (from && to) onChange({ from, to });
      }}
    />
  );
}
