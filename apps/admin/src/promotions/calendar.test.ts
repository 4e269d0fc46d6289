import { expect, test } from 'vitest';
import { barsOf, monthAfter, type Promotion, type Span, spanOf, stretchesOf, weekOf, weeksOf } from './calendar.ts';
import { templateOf } from './templates.ts';

const promotion = (id: string, start: string | null, end: string | null, rest: Partial<Promotion> = {}): Promotion =>
  ({
    id,
    definition: {
      ...templateOf('percent', 'HKD'),
      id,
      schedule: start || end ? { start, end, zone: 'store', weekdays: null, hours: null } : null,
    },
    publishedAt: null,
    endedAt: null,
    ...rest,
  }) as Promotion;
const span = (id: string, from: string | null, until: string | null): Span => ({
  promotion: promotion(id, null, null),
  from,
  until,
});

test('the days of a month fill whole weeks from Monday', () => {
  const weeks = weeksOf('2026-11');

  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.[0]).toBe('2026-10-26');
  expect(weeks.at(-1)?.[6]).toBe('2026-12-06');
  expect(monthAfter('2026-11', 2)).toBe('2027-01');
  expect(monthAfter('2026-01', -1)).toBe('2025-12');
});

test('an end at midnight is the day before, and one ended early stops there', () => {
  const zone = 'Asia/Hong_Kong';
  const planned = promotion('a', '2026-11-01T10:00', '2026-12-01T00:00');

  expect(spanOf(planned, zone)).toMatchObject({ from: '2026-11-01', until: '2026-11-30' });
  expect(spanOf({ ...planned, endedAt: '2026-11-09T17:00:00Z' }, zone).until).toBe('2026-11-10');
  expect(spanOf(promotion('b', null, null, { publishedAt: '2026-11-05T00:00:00Z' }), zone)).toMatchObject({
    from: '2026-11-05',
    until: null,
  });
});

test('promotions that overlap lie in lanes of their own, others share one', () => {
  const week = weeksOf('2026-11')[1] ?? [];
  const bars = barsOf(
    [span('b', '2026-11-03', '2026-11-04'), span('a', null, null), span('c', '2026-11-06', '2026-11-20')],
    week,
  );

  expect(bars.map(({ span: one, first, last, lane }) => [one.promotion.id, first, last, lane])).toEqual([
    ['b', 1, 2, 0],
    ['c', 4, 6, 0],
    ['a', 0, 6, 1],
  ]);
  expect(bars[1]).toMatchObject({ startsHere: true, endsHere: false });
});

test('a week is cut where a promotion does not count: before its first day, after its last, and between its weekdays', () => {
  const week = weekOf('2026-11-26');
  const on = (weekdays: (1 | 2 | 3 | 4 | 5 | 6 | 7)[] | null, from: string | null, until: string | null) => {
    const one = promotion('a', null, null);
    const schedule = { start: null, end: null, zone: 'store', weekdays, hours: null };
    return stretchesOf({ promotion: { ...one, definition: { ...one.definition, schedule } }, from, until }, week);
  };

  expect([week[0], week[6]]).toEqual(['2026-11-23', '2026-11-29']);
  expect(weekOf('2026-11-29')).toEqual(week);
  expect(on(null, null, null)).toEqual([{ first: 0, last: 6 }]);
  expect(on([1, 2, 4, 7], '2026-11-24', '2026-11-27')).toEqual([
    { first: 1, last: 1 },
    { first: 3, last: 3 },
  ]);
  expect(on([6, 7], null, '2026-11-27')).toEqual([]);
});
