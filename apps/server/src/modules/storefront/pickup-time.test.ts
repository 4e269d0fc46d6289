import { expect, it } from 'vitest';
import { pickupTime } from './pickup-time.ts';

const zone = 'Asia/Hong_Kong';
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
// 2026-03-02 is a Monday; the shop is closed on Sundays.
const hours = [1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '10:00', to: '21:00' }));

it('is today until there is no time left to prepare it', () => {
  expect(pickupTime(hours, zone, at('2026-03-02T20:29')).pickup).toEqual({
    day: 0,
    from: '10:00',
    to: '21:00',
    weekday: 1,
  });
  expect(pickupTime(hours, zone, at('2026-03-02T20:30')).pickup).toEqual({
    day: 1,
    from: '10:00',
    to: '21:00',
    weekday: 2,
  });
});

it('is today also before the shop opens, and says until when that holds', () => {
  const { pickup, until } = pickupTime(hours, zone, at('2026-03-02T07:00'));
  expect(pickup?.day).toBe(0);
  expect(until).toBe(at('2026-03-02T20:30'));
});

it('skips days on which the shop is closed, and is told anew at midnight', () => {
  const { pickup, until } = pickupTime(hours, zone, at('2026-03-07T20:45'));
  expect(pickup).toEqual({ day: 2, from: '10:00', to: '21:00', weekday: 1 });
  expect(until).toBe(at('2026-03-08T00:00'));
});

it('takes the second opening of a day when the first is over', () => {
  const twice = [
    { day: 1, from: '16:00', to: '20:00' },
    { day: 1, from: '09:00', to: '12:00' },
  ];
  expect(pickupTime(twice, zone, at('2026-03-02T11:00')).pickup?.to).toBe('12:00');
  expect(pickupTime(twice, zone, at('2026-03-02T11:45')).pickup?.to).toBe('20:00');
});

it('is never where the shop is never open', () => {
  expect(pickupTime([], zone, at('2026-03-02T11:00'))).toEqual({ pickup: null, until: Number.POSITIVE_INFINITY });
});
