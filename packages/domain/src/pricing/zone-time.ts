/** Wall clocks of time zones without a library: offsets come from Intl once and are remembered by the quarter hour. */

const quarterHour = 900_000;
const day = 86_400_000;
const rememberedMax = 4096;

type Zone = { readonly format: Intl.DateTimeFormat; readonly offsets: Map<number, number> };
const zones = new Map<string, Zone>();

/** How far the zone's wall clock is ahead of UTC at an instant, in milliseconds; every zone changes on a quarter hour. */
export function offsetAt(instant: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  const key = Math.floor(instant / quarterHour);
  const known = zone.offsets.get(key);
  if (known !== undefined) return known;
  const start = key * quarterHour;
  const offset = readWall(zone.format, start) - start;
  if (zone.offsets.size >= rememberedMax) zone.offsets.clear();
  zone.offsets.set(key, offset);
  return offset;
}

/** What the wall clock shows, as if it were UTC: milliseconds that `Date` methods for UTC take apart. */
export function wallAt(instant: number, timeZone: string): number {
  return instant + offsetAt(instant, timeZone);
}

/**
 * The instant at which the wall clock shows `wall`. A time that is skipped in spring counts on the clock before the
 * change (02:30 is 03:30); one that comes twice in autumn is the first.
 */
export function instantOfWall(wall: number, timeZone: string): number {
  const [before, after] = offsetsAround(wall, timeZone);
  if (before === after) return wall - before;
  const early = wall - before;
  const late = wall - after;
  const isEarly = offsetAt(early, timeZone) === before;
  const isLate = offsetAt(late, timeZone) === after;
  if (isEarly && isLate) return Math.min(early, late);
  return isLate && !isEarly ? late : early;
}

/** All instants at which the wall clock may show `wall`: one, and two around a change of the clocks. */
export function instantsOfWall(wall: number, timeZone: string): number[] {
  const [before, after] = offsetsAround(wall, timeZone);
  return before === after ? [wall - before] : [wall - before, wall - after];
}

function offsetsAround(wall: number, timeZone: string): [number, number] {
  return [offsetAt(wall - day, timeZone), offsetAt(wall + day, timeZone)];
}

function readWall(format: Intl.DateTimeFormat, instant: number): number {
  const wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of format.formatToParts(instant)) {
    if (type in wall) wall[type as keyof typeof wall] = Number(value);
  }
  return Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
}

function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const made = { format, offsets: new Map<number, number>() };
  zones.set(timeZone, made);
  return made;
}
