import { expect, test } from 'vitest';
import { promotionOf, rulesOf } from '../testing/rules.ts';
import { clockError, withoutTimedPromotions } from './clock-check.ts';

const at = '2026-11-23T04:00:00.000Z';
const server = Date.parse(at);
const minute = 60_000;

test.each([
  ['right', 0, 0],
  ['four minutes ahead', 4 * minute, 0],
  ['five minutes behind to the millisecond', -5 * minute, 0],
  ['a millisecond more than five minutes ahead', 5 * minute + 1, 5 * minute + 1],
  ['an hour behind', -60 * minute, -60 * minute],
])('a clock that is %s', (_what, ahead, error) => {
  expect(clockError(at, server + ahead, server + ahead)).toBe(error);
});

test('an answer that was long under way proves nothing wrong', () => {
  expect(clockError(at, server - 8 * minute, server + minute)).toBe(0);
  expect(clockError(at, server + 6 * minute, server + 14 * minute)).toBe(6 * minute);
});

test('promotions that look at the clock are left out, the others stay, and the same rules give the same object', () => {
  const schedule = { start: '2026-11-23T12:30', end: null, zone: 'store', weekdays: null, hours: null };
  const rules = rulesOf({
    promotions: [
      promotionOf('always'),
      promotionOf('lunch', { schedule }),
      promotionOf('birthday', { condition: { kind: 'none', of: [{ kind: 'time', schedule }] } }),
    ],
  });
  expect(withoutTimedPromotions(rules).promotions.map(({ id }) => id)).toEqual(['always']);
  expect(withoutTimedPromotions(rules)).toBe(withoutTimedPromotions(rules));
});
