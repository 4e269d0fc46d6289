// When a promotion counts, in words.
import type { Schedule } from '@tandem/domain/pricing/schedule.ts';
import type { Words } from './words.ts';

/** "from 1 Nov 2026, 10:00 until the end of 30 Nov 2026, on Fri, between 14:00 and 18:00". */
export function scheduleText(schedule: Schedule | null, words: Words): string {
  const { t } = words;
  if (!schedule) return t('always');
  const { start, end, weekdays, hours, zone } = schedule;
  const parts = [
    start || end ? periodText(start, end, words) : t('always'),
    ...(weekdays
      ? [
          t(
            'onDays',
            [...weekdays].sort((a, b) => a - b),
          ),
        ]
      : []),
    ...(hours ? [t('between', hours.map((one) => t('span', one.from, one.until)).join(t('comma')))] : []),
    ...(zone === 'store' ? [] : [t('inZone', zone)]),
  ];
  return parts.join(words.locale === 'en' ? ', ' : '，');
}

function periodText(start: string | null, end: string | null, { t, dateTime, date, locale }: Words): string {
  const from = start ? t('from', start.endsWith('T00:00') ? date(start.slice(0, 10)) : dateTime(start)) : '';
  const until = end
    ? end.endsWith('T00:00')
      ? t('untilEndOf', date(dayBefore(end.slice(0, 10))))
      : t('until', dateTime(end))
    : '';
  return [from, until].filter(Boolean).join(locale === 'en' ? ' ' : '');
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
