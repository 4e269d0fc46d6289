import { expect, test } from 'vitest';
import { dayIn, daysBefore, orderQuery } from './order-query.ts';

test('a saved view and its filters become one query', () => {
  const query = orderQuery(
    { view: 'fulfil', search: 'wong', period: 'week', state: 'nonsense' },
    { kind: 'location', id: 'central' },
    '2026-03-03',
  );
  expect(query).toEqual({ locationId: 'central', search: 'wong', toFulfil: true, from: '2026-02-25' });
});

test('online is every online channel, and a chosen channel is that one', () => {
  expect(orderQuery({ view: 'online' }, { kind: 'all' }, '2026-03-03')).toEqual({ channelKind: 'online' });
  expect(orderQuery({ channel: 'web' }, { kind: 'all' }, '2026-03-03')).toEqual({ channelId: 'web' });
});

test('days are counted over the end of a month, and belong to a zone', () => {
  expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
  expect(dayIn('Asia/Hong_Kong', new Date('2026-11-23T18:00:00Z'))).toBe('2026-11-24');
});
