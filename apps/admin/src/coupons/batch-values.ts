// What is asked for a new batch of codes.

export const countMax = 50_000;

/** How many codes were typed; undefined for what is no count from 1 to 50,000. */
export function parseCount(typed: string): number | undefined {
  const plain = typed.trim().replace(/,(?=\d{3}(\D|$))/g, '');
  const count = /^\d{1,6}$/.test(plain) ? Number(plain) : 0;
  return count >= 1 && count <= countMax ? count : undefined;
}

/** The instant (ISO) at which the codes stop working: the end of that day in the zone. */
export function endOfDay(date: string, timeZone: string): string {
  const midnight = Date.parse(`${date}T00:00:00Z`) + 86_400_000;
  // Twice, since the clocks may change between the first guess and the day.
  const guess = midnight - offsetAt(midnight, timeZone);
  return new Date(midnight - offsetAt(guess, timeZone)).toISOString();
}

/** How far the zone's clocks are ahead of UTC at an instant, in ms. */
function offsetAt(instant: number, timeZone: string): number {
  const words = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return Date.parse(`${words.replace(' ', 'T')}Z`) - instant;
}

/** The last day on which the codes work, from the instant at which they stop. */
export function lastDay(expiresAt: string, timeZone: string): string {
  const before = new Date(Date.parse(expiresAt) - 1);
  // The Swedish way of writing a date is the ISO one.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(before);
}
