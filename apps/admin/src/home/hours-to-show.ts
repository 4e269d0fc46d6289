// The hours that a day's curve shows.

interface Hour {
  readonly hour: number;
  readonly netAmount: number;
  readonly usualNetAmount: number | null;
}
export interface HourPoint {
  readonly hour: string;
  readonly net: number;
  readonly usual: number | null;
}

/** Every hour from the first to the last with sales today or a fiftieth of the best usual hour, at least 9 to 18, without gaps. */
export function hoursToShow(hours: readonly Hour[]): HourPoint[] {
  const byHour = new Map(hours.map((one) => [one.hour, one]));
  const least = Math.max(1, ...hours.map((one) => (one.usualNetAmount ?? 0) / 50));
  const busy = hours.filter((one) => one.netAmount !== 0 || (one.usualNetAmount ?? 0) >= least).map((one) => one.hour);
  const first = Math.min(9, ...busy);
  const last = Math.max(18, ...busy);
  const hasUsual = hours.some((one) => one.usualNetAmount !== null);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const found = byHour.get(first + index);
    return {
      hour: `${String(first + index).padStart(2, '0')}:00`,
      net: found?.netAmount ?? 0,
      usual: hasUsual ? (found?.usualNetAmount ?? 0) : null,
    };
  });
}
