// Promotions as spans of days, and how they lie beside each other in a month.
import type { Answer } from '@tandem/contract/index.ts';
import { dayIn, daysBefore } from '../orders/order-query.ts';

export type Promotion = Answer<'GET /api/promotions/:id'>;

export interface Span {
  readonly promotion: Promotion;
  /** First and last day, both inside; null is open. */
  readonly from: string | null;
  readonly until: string | null;
}
/** A span's part in one week: columns 0 (Monday) to 6, in its lane from the top. */
export interface Bar {
  readonly span: Span;
  readonly first: number;
  readonly last: number;
  readonly lane: number;
  readonly startsHere: boolean;
  readonly endsHere: boolean;
}

/** The days of a promotion as its own schedule writes them; one that was ended early stops there. */
export function spanOf(promotion: Promotion, timeZone: string): Span {
  const { schedule } = promotion.definition;
  const published = promotion.publishedAt ? dayIn(timeZone, new Date(promotion.publishedAt)) : null;
  const from = schedule?.start?.slice(0, 10) ?? published;
  const planned = schedule?.end ? lastDay(schedule.end) : null;
  const ended = promotion.endedAt ? dayIn(timeZone, new Date(promotion.endedAt)) : null;
  const until = ended && (!planned || ended < planned) ? ended : planned;
  return { promotion, from, until };
}

/** The days of a month in weeks from Monday, with those of the neighbours that fill them up. `month` is YYYY-MM. */
export function weeksOf(month: string): string[][] {
  const weeks: string[][] = [];
  for (
    let week = weekOf(`${month}-01`);
    (week[0] ?? '').slice(0, 7) <= month;
    week = weekOf(daysBefore(week[0] ?? '', -7))
  )
    weeks.push(week);
  return weeks;
}

/** The days of the week that a day lies in, from Monday. */
export function weekOf(day: string): string[] {
  const monday = daysBefore(day, (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7);
  return Array.from({ length: 7 }, (_, index) => daysBefore(monday, -index));
}

/** The month so many months later (or earlier, below zero). */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** Is any day of the span inside these, both included? */
export function overlaps({ from, until }: Span, first: string, last: string): boolean {
  return (from ?? first) <= last && (until ?? last) >= first;
}

/** The bars of a week: those that end lie on top, and none covers another. */
export function barsOf(spans: readonly Span[], week: readonly string[]): Bar[] {
  const [monday = ''] = week;
  const sunday = week.at(-1) ?? '';
  const ends: number[] = [];
  return inOrder(spans.filter((span) => overlaps(span, monday, sunday))).map((span) => {
    const startsHere = span.from !== null && span.from >= monday;
    const endsHere = span.until !== null && span.until <= sunday;
    const first = startsHere ? week.indexOf(span.from ?? '') : 0;
    const last = endsHere ? week.indexOf(span.until ?? '') : 6;
    const free = ends.findIndex((end) => end < first);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = last;
    return { span, first, last, lane, startsHere, endsHere };
  });
}

/** The stretches of a week, in columns 0 to 6, in which a promotion counts: on its weekdays alone where it has some. */
export function stretchesOf(span: Span, week: readonly string[]): { first: number; last: number }[] {
  const weekdays = span.promotion.definition.schedule?.weekdays ?? null;
  const stretches: { first: number; last: number }[] = [];
  week.forEach((day, column) => {
    if (!overlaps(span, day, day) || (weekdays && !weekdays.includes((column + 1) as never))) return;
    const before = stretches.at(-1);
    if (before?.last === column - 1) before.last = column;
    else stretches.push({ first: column, last: column });
  });
  return stretches;
}

/** Those that end first, as they are what changes; then the earlier start, the longer, the id: the same every time. */
export function inOrder(spans: readonly Span[]): Span[] {
  return [...spans].sort(
    (a, b) =>
      Number(a.until === null) - Number(b.until === null) ||
      (a.from ?? '').localeCompare(b.from ?? '') ||
      (b.until ?? '9999').localeCompare(a.until ?? '9999') ||
      a.promotion.id.localeCompare(b.promotion.id),
  );
}

/** The end is not part of a schedule: one at midnight means the day before. */
function lastDay(end: string): string {
  const day = end.slice(0, 10);
  return end.endsWith('T00:00') ? daysBefore(day, 1) : day;
}
