import { expect, test } from 'vitest';
import { historyOf } from './history.ts';

test('a till sale that was refunded tells both, the refund with its reason and number on top', () => {
  const story = historyOf({
    placedAt: '2026-11-23T02:00:00.000Z',
    contact: null,
    events: [
      {
        id: 'e1',
        kind: 'order.refunded',
        at: '2026-11-23T03:00:00.000Z',
        staffName: 'May',
        detail: { reason: 'too small', amount: 100 },
      },
    ],
    returns: [{ id: 'r1', number: 'C1-R-1', at: '2026-11-23T03:00:00.000Z', reason: 'too small' }],
  });
  expect(story.map((one) => [one.kind, one.who, one.note])).toEqual([
    ['order.refunded', 'May', 'too small · C1-R-1'],
    ['order.sold', null, ''],
  ]);
});

test('a placing that was written down is not told twice', () => {
  const at = '2026-11-23T02:00:00.000Z';
  const story = historyOf({
    placedAt: at,
    contact: {},
    events: [{ id: 'e1', kind: 'order.placed', at, staffName: null, detail: {} }],
    returns: [],
  });
  expect(story.map((one) => one.key)).toEqual(['e1']);
});
