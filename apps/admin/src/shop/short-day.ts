// Days on the axis of a chart.
import type { Locale } from '@tandem/ui/locale.ts';

const formats = {
  en: new Intl.DateTimeFormat('en-HK', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  'zh-Hant': new Intl.DateTimeFormat('zh-Hant-HK', { day: 'numeric', month: 'short', timeZone: 'UTC' }),
};

/** A business date (YYYY-MM-DD) without its year: "23 Nov". */
export function shortDay(date: string, locale: Locale): string {
  return formats[locale].format(new Date(`${date}T00:00:00Z`));
}
