import { expect, test } from 'vitest';
import { barsOf, monthAfter, type Promotion, type Span, spanOf, weeksOf } from './calendar.ts';
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
