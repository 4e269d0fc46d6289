import { expect, test } from 'vitest';
import { timeLeft } from './countdown.ts';

const until = '2026-11-23T02:10:00.000Z';

test('ten minutes run down to nothing', () => {
  expect(timeLeft(until, Date.parse('2026-11-23T02:00:00Z'))).toBe('10:00');
  expect(timeLeft(until, Date.parse('2026-11-23T02:09:55.2Z'))).toBe('0:05');
  expect(timeLeft(until, Date.parse(until))).toBeUndefined();
  expect(timeLeft('never', 0)).toBeUndefined();
});
