import { expect, test } from 'vitest';
import { periodOf } from './calendar-period.ts';

const today = '2026-11-26';
const daysOf = (address: Parameters<typeof periodOf>[0]) => {
  const { kind, month, first, last } = periodOf(address, today);
  return [kind, month, first, last];
};

test('an address without a time, or with nonsense, shows the month or the week of today', () => {
  expect(daysOf({})).toEqual(['month', '2026-11', '2026-11-01', '2026-11-30']);
  expect(daysOf({ month: '2026-13', show: 'list' })).toEqual(['month', '2026-11', '2026-11-01', '2026-11-30']);
  expect(daysOf({ show: 'week', week: '2026-99-99' })).toEqual(['week', '2026-11', '2026-11-23', '2026-11-29']);
});

test('a week belongs to the month of most of its days, and the next one follows at its Monday', () => {
  const turn = periodOf({ show: 'week', week: '2026-12-01' }, today);
  expect([turn.month, turn.first, turn.last]).toEqual(['2026-12', '2026-11-30', '2026-12-06']);
  expect([turn.move(1), turn.move(-1)]).toEqual([{ week: '2026-12-07' }, { week: '2026-11-23' }]);
});

test('shown another way, the calendar stays at the time it is at', () => {
  const february = periodOf({ month: '2027-02' }, today);
  expect(february.show('week', today)).toEqual({ show: 'week', week: '2027-02-01' });
  expect(february.show('list', today)).toEqual({ show: 'list' });
  const week = periodOf({ show: 'week', week: '2027-02-03' }, today);
  expect(week.show('month', today)).toEqual({ show: '', month: '2027-02' });
  expect(periodOf({}, today).show('week', today)).toEqual({ show: 'week', week: '' });
});
