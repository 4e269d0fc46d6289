/** Refuses schedules that can never count, and names that nobody could read. */
import type { Schedule } from '@tandem/domain/pricing/schedule.ts';
import { refuse } from '../../platform/refusal.ts';

/** At least one language has words. `field` leads to the name. Refuses `promotion.name`. */
export function checkName(name: Readonly<Record<string, string>>, field: string): void {
  if (Object.values(name).every((text) => text.trim() === ''))
    refuse('promotion.name', 'Give it a name that people can read.', { field });
}

/** Refuses `promotion.period`, `promotion.zone` and `promotion.hours`, with the field. */
export function checkSchedule(schedule: Schedule | null, field: string): void {
  if (schedule === null) return;
  const at = (part: string) => ({ field: `${field}.${part}` });
  if (schedule.zone !== 'store' && !isZone(schedule.zone))
    refuse('promotion.zone', `There is no time zone ${schedule.zone}.`, at('zone'));
  for (const part of ['start', 'end'] as const) {
    const time = schedule[part];
    if (time !== null && !isLocalTime(time)) refuse('promotion.period', 'There is no such date.', at(part));
  }
  if (schedule.start !== null && schedule.end !== null && schedule.end <= schedule.start)
    refuse('promotion.period', 'It ends before it begins.', at('end'));
  if (schedule.weekdays !== null && new Set(schedule.weekdays).size !== schedule.weekdays.length)
    refuse('promotion.hours', 'A weekday stands there twice.', at('weekdays'));
  for (const [index, span] of (schedule.hours ?? []).entries()) {
    if (!isClock(span.from, false)) refuse('promotion.hours', 'There is no such time.', at(`hours.${index}.from`));
    if (!isClock(span.until, true)) refuse('promotion.hours', 'There is no such time.', at(`hours.${index}.until`));
    if (span.from === span.until) refuse('promotion.hours', 'The hours are empty.', at(`hours.${index}.until`));
  }
}

/** Does anybody know a time zone of that name? */
export function isZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function isLocalTime(text: string): boolean {
  const parsed = new Date(`${text}:00Z`);
  const year = Number(text.slice(0, 4));
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text) && year >= 1900 && year <= 2200;
}

function isClock(text: string, mayBeMidnight: boolean): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || (mayBeMidnight && text === '24:00');
}

/** Whether a period is still to come, under way or over at an instant (ISO), read in `timeZone` where it says `store`. */
export function periodAt(schedule: Schedule | null, at: string, timeZone: string): 'scheduled' | 'active' | 'ended' {
  if (schedule === null) return 'active';
  const zone = schedule.zone === 'store' ? timeZone : schedule.zone;
  const now = Date.parse(at);
  const of = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
  if (schedule.end !== null && of(schedule.end) <= now) return 'ended';
  return schedule.start !== null && of(schedule.start) > now ? 'scheduled' : 'active';
}
