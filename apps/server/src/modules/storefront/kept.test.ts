import { expect, it } from 'vitest';
import { ChangeMarks } from './change-marks.ts';
import { Kept } from './kept.ts';

const limits = { entriesMax: 3, bytesMax: 800, keptMs: 1000 };
const about = (variantIds: string[] = [], more: { bytes?: number; until?: number; merchantId?: string } = {}) => ({
  merchantId: 'm',
  bytes: 10,
  now: 0,
  variantIds,
  ...more,
});

it('lets go first what nobody asked for', () => {
  const kept = new Kept<string>(limits);
  for (const key of ['a', 'b', 'c']) kept.put(key, key, about());
  kept.get('a', 1);

  kept.put('d', 'd', about());

  expect(['a', 'b', 'c', 'd'].map((key) => kept.get(key, 1))).toEqual(['a', undefined, 'c', 'd']);
});

it('holds to its bytes and takes nothing that would fill it alone', () => {
  const kept = new Kept<string>(limits);
  kept.put('huge', 'x', about([], { bytes: 101 }));
  expect(kept.get('huge', 1)).toBeUndefined();
  for (let index = 0; index < 20; index += 1) kept.put(String(index), 'x', about([], { bytes: 100 }));
  expect(kept.bytes).toBe(300);
});

it('gives nothing that is too old, or older than it said', () => {
  const kept = new Kept<string>(limits);
  kept.put('a', 'a', about());
  kept.put('b', 'b', about([], { until: 500 }));
  expect([kept.get('a', 999), kept.get('b', 500), kept.get('a', 1000)]).toEqual(['a', undefined, undefined]);
  expect(kept.bytes).toBe(0);
});

it('forgets what depends on a variant, and another merchant keeps its own', () => {
  const kept = new Kept<string>(limits);
  kept.put('a', 'a', about(['v1', 'v2']));
  kept.put('b', 'b', about(['v3']));
  kept.put('c', 'c', about(['v1'], { merchantId: 'other' }));
  kept.forgetVariants('m', new Set(['v1']));
  expect(['a', 'b', 'c'].map((key) => kept.get(key, 1))).toEqual([undefined, 'b', 'c']);
});

it('knows what changed while something was being read', () => {
  const marks = new ChangeMarks();
  const since = marks.now();
  marks.markVariants(['v1']);
  expect([
    marks.changedSince(since, 'm', ['v1']),
    marks.changedSince(since, 'm', ['v2']),
    marks.changedSince(marks.now(), 'm', ['v1']),
  ]).toEqual([true, false, false]);
  marks.markMerchant('m');
  expect([marks.changedSince(since, 'm', []), marks.changedSince(since, 'other', [])]).toEqual([true, false]);
});

it('takes everything as changed that it can no longer tell apart', () => {
  const marks = new ChangeMarks();
  const since = marks.now();
  marks.markVariants(Array.from({ length: 20_001 }, (_, index) => `v${index}`));
  expect(marks.changedSince(since, 'm', ['another'])).toBe(true);
  expect(marks.changedSince(marks.now(), 'm', ['another'])).toBe(false);
});
