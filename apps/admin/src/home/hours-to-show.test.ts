import { expect, test } from 'vitest';
import { hoursToShow } from './hours-to-show.ts';

test('a quiet morning shows the shop’s hours', () => {
  expect(hoursToShow([]).map((one) => one.hour)).toEqual([
    '09:00',
    '10:00',
    '11:00',
    '12:00',
    '13:00',
    '14:00',
    '15:00',
    '16:00',
    '17:00',
    '18:00',
  ]);
});

test('hours outside are added, hours between are filled, and a usual day without sales in an hour is 0', () => {
  const points = hoursToShow([
    { hour: 8, netAmount: 100, usualNetAmount: 200 },
    { hour: 21, netAmount: 0, usualNetAmount: 300 },
    { hour: 3, netAmount: 0, usualNetAmount: 2 },
  ]);
  expect(points.at(0)).toEqual({ hour: '08:00', net: 100, usual: 200 });
  expect(points.at(1)).toEqual({ hour: '09:00', net: 0, usual: 0 });
  expect(points.at(-1)).toEqual({ hour: '21:00', net: 0, usual: 300 });
  expect(points).toHaveLength(14);
});

test('without history there is no line', () => {
  expect(hoursToShow([{ hour: 10, netAmount: 5, usualNetAmount: null }]).every((one) => one.usual === null)).toBe(true);
});
