/** Dates of other systems as instants: their own offset where they have one, else the wall clock of the shop. */
import { businessDate } from '@tandem/domain/reports/business-date.ts';

const pattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The instant (ISO, UTC) of `2010-12-01 08:26:00` in the zone; undefined for any other form and for dates that do not
 * exist. An hour that happens twice is the first of the two; one that is skipped is moved on.
 */
export function localInstant(text: string, timeZone: string): string | undefined {
  const match = pattern.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', offset] = match;
  const pad = (part: string) => part.padStart(2, '0');
  const written = `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}`;
  try {
    const instant =
      offset === undefined
        ? Temporal.PlainDateTime.from(written).toZonedDateTime(timeZone).toInstant()
        : Temporal.Instant.from(`${written}${offset}`);
    return new Date(instant.epochMilliseconds).toISOString();
  } catch {
    return undefined;
  }
}

export interface WrittenDate {
  /** ISO, UTC. */
  at: string;
  /** The month on the shop's calendar, YYYY-MM. */
  month: string;
}

/** Reads the dates of a file, whose neighbours are mostly the same. */
export function newDateReader(timeZone: string): (text: string) => WrittenDate | undefined {
  let last = { text: '', date: undefined as WrittenDate | undefined };
  return (text) => {
    if (text === last.text) return last.date;
    const at = localInstant(text, timeZone);
    last = { text, date: at === undefined ? undefined : { at, month: businessDate(at, timeZone, 0).slice(0, 7) } };
    return last.date;
  };
}
