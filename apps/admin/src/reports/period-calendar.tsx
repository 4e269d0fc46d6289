import '@mantine/dates/styles.css';
import 'dayjs/locale/zh-hk.js';
import { DatePicker } from '@mantine/dates';
import { useLanguage } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import type { Period } from './period.ts';

interface PeriodCalendarProps {
  readonly period: Period;
  readonly today: string;
  readonly onChange: (period: Period) => void;
}

/** Two presses: the first day and the last. */
export default function PeriodCalendar({ period, today, onChange }: PeriodCalendarProps) {
  const { locale } = useLanguage();
  const [days, setDays] = useState<[string | null, string | null]>([period.from, period.to]);
  return (
    <DatePicker
      type="range"
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
