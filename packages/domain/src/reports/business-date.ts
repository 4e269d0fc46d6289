/** The trading day that an instant belongs to, in the store's own zone. */

import { assert } from '../assert.ts';

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Making a formatter costs a hundred times as much as using one, and a merchant has few zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * The business date (YYYY-MM-DD) of an instant (ISO 8601 with Z or an offset) in an IANA time zone. Before `cutOffHour`
 * o'clock on the store's wall, 0 to 23, the day before is still trading.
 */
export function businessDate(instantIso: string, timeZone: string, cutOffHour: number): string {
  assert(instantPattern.test(instantIso), `an instant needs a date, a time and an offset, got ${instantIso}`);
  assert(Number.isInteger(cutOffHour) && cutOffHour >= 0 && cutOffHour <= 23, 'a cut-off is an hour from 0 to 23');
  const instant = Date.parse(instantIso);
  assert(!Number.isNaN(instant), `no such instant: ${instantIso}`);
  const wall = wallClock(instant, timeZone);
  const midnight = Date.UTC(wall.year, wall.month - 1, wall.day - (wall.hour < cutOffHour ? 1 : 0));
  return new Date(midnight).toISOString().slice(0, 10);
}

function wallClock(instant: number, timeZone: string): { year: number; month: number; day: number; hour: number } {
  const wall = { year: 0, month: 0, day: 0, hour: 0 };
  for (const { type, value } of formatterOf(timeZone).formatToParts(instant)) {
    if (type === 'year' || type === 'month' || type === 'day' || type === 'hour') wall[type] = Number(value);
  }
  return wall;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}
