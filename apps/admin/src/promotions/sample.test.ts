import { afterEach, expect, test, vi } from 'vitest';
import {
  emptySample,
  instantIn,
  localIn,
  readSamples,
  sampleBasket,
  samplesMax,
  writeSamples,
  zoneOf,
} from './sample.ts';

afterEach(() => vi.unstubAllGlobals());

test('baskets are kept from one promotion to the next, without who buys; what makes no sense any more is left out', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
  const channels = [
    { id: 'web', locationId: null },
    { id: 'till', locationId: 'store' },
  ];
  const empty = emptySample(channels);
  expect(readSamples(channels)).toEqual([empty]);
  const lines = [{ variantId: 'v', pieces: 2 }];
  const member = { id: 'm', name: 'Kim' };
  writeSamples([
    { ...empty, lines },
    { ...empty, channelId: 'till', codes: ['X'], member },
    { ...empty, channelId: 'gone' },
  ]);
  expect([...kept.values()].join()).not.toContain('Kim');
  expect(readSamples(channels)).toEqual([{ ...empty, lines }, { ...empty, channelId: 'till' }, empty]);
  for (const broken of ['{', '{}', '7', '[]']) {
    kept.set([...kept.keys()][0] ?? '', broken);
    expect(readSamples(channels)).toEqual([empty]);
  }
  writeSamples(Array.from({ length: samplesMax + 1 }, () => empty));
  expect(readSamples(channels)).toHaveLength(samplesMax);
});

test('the clock of the preview is the one on the wall of the store, wherever the browser is', () => {
  expect(instantIn('2026-12-01T09:30', 'Asia/Hong_Kong')).toBe('2026-12-01T01:30:00.000Z');
  expect(instantIn('2026-07-01T09:30', 'Europe/London')).toBe('2026-07-01T08:30:00.000Z');
  expect(localIn(Date.parse('2026-12-01T16:30:59Z'), 'Asia/Hong_Kong')).toBe('2026-12-02T00:30');
  expect([instantIn('', 'Asia/Hong_Kong'), instantIn('soon', 'Asia/Hong_Kong')]).toEqual([undefined, undefined]);
});

test('the zone is that of the store, and of the merchant where nothing stands in a store', () => {
  const channels = [
    { id: 'till', locationId: 'london' },
    { id: 'web', locationId: null },
  ];
  const locations = [{ id: 'london', timeZone: 'Europe/London' }];
  const of = (channelId: string) => zoneOf(channelId, channels, locations, 'Asia/Hong_Kong');
  expect([of('till'), of('web')]).toEqual(['Europe/London', 'Asia/Hong_Kong']);
  const sample = {
    channelId: 'till',
    method: '' as const,
    tender: 'cash' as const,
    at: '2026-07-01T00:00',
    codes: [],
    member: null,
    lines: [{ variantId: 'v', pieces: 2 }],
  };
  expect(sampleBasket(sample, channels, of('till'))).toMatchObject({
    at: '2026-06-30T23:00:00.000Z',
    locationId: 'london',
    tender: 'cash',
    lines: [{ variantId: 'v', quantity: 2000 }],
  });
  expect(sampleBasket({ ...sample, tender: '' }, channels, of('till'))).not.toHaveProperty('tender');
});
