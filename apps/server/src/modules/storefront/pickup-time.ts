/** When goods of a store can be collected next: today while it is open long enough, else when it opens. */
import type { PickupTime, StoreView } from '@tandem/storefront/views.ts';

/** Staff need this long to take an order from the shelf. */
export const prepareMinutes = 30;

/** In the store's own time; null when it is never open. `until` is the instant (ms) from which the answer may be another. */
export function pickupTime(
  hours: StoreView['openingHours'],
  timeZone: string,
  now: number,
): { pickup: PickupTime | null; until: number } {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  const minute = local.hour * 60 + local.minute;
  for (let day = 0; day <= 7; day += 1) {
    const date = local.add({ days: day });
    const open = hours
      .filter((one) => one.day === date.dayOfWeek)
      .sort((a, b) => minutesOf(a.from) - minutesOf(b.from))
      .find((one) => day > 0 || minute < minutesOf(one.to) - prepareMinutes);
    if (open === undefined) continue;
    const pickup = { day, from: open.from, to: open.to, weekday: date.dayOfWeek };
    const lastMinute = day === 0 ? minutesOf(open.to) - prepareMinutes : 24 * 60;
    const until = local.startOfDay().add({ minutes: lastMinute }).epochMilliseconds;
    return { pickup, until };
  }
  return { pickup: null, until: Number.POSITIVE_INFINITY };
}

function minutesOf(time: string): number {
  const [hour = '0', minute = '0'] = time.split(':');
  return Number(hour) * 60 + Number(minute);
}
