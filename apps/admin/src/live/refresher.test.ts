import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refresher } from './refresher.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first word of a change is answered soon, a flood once a second, and the last word always', () => {
  const calls: string[] = [];
  const { ask } = refresher((key) => calls.push(key), 1000);

  ask('today');
  vi.advanceTimersByTime(120);
  expect(calls).toEqual(['today']);

  for (let count = 0; count < 500; count += 1) ask('today');
  vi.advanceTimersByTime(999);
  expect(calls).toEqual(['today']);
  vi.advanceTimersByTime(1);
  expect(calls).toEqual(['today', 'today']);

  vi.advanceTimersByTime(60_000);
  expect(calls).toEqual(['today', 'today']);
});

test('nothing is asked again after the stop', () => {
  const calls: string[] = [];
  const { ask, stop } = refresher((key) => calls.push(key), 1000);
  ask('today');
  stop();
  vi.advanceTimersByTime(5000);
  expect(calls).toEqual([]);
});
