// Periods of a report, in business dates.
import { daysBefore } from '../orders/order-query.ts';

export const presets = ['today', 'week', 'month30', 'quarter', 'year'] as const;
export type Preset = (typeof presets)[number];
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The days of a preset that ends today. */
export function presetPeriod(preset: Preset, today: string): Period {
  if (preset === 'year') return { from: `${today.slice(0, 4)}-01-01`, to: today };
  const days = { today: 0, week: 6, month30: 29, quarter: 89 }[preset];
  return { from: daysBefore(today, days), to: today };
}

/** The period of the address, or the last 30 days where it names none. */
export function periodOf(from: string | undefined, to: string | undefined, today: string): Period {
  const isDate = (text: string | undefined): text is string =>
    /^\d{4}-\d\d-\d\d$/.test(text ?? '') && !Number.isNaN(Date.parse(text ?? ''));
  return isDate(from) && isDate(to) && from <= to ? { from, to } : presetPeriod('month30', today);
}

/** The preset that has exactly these days. */
export function presetOf(period: Period, today: string): Preset | undefined {
  return presets.find((one) => {
    const days = presetPeriod(one, today);
    return days.from === period.from && days.to === period.to;
  });
}
