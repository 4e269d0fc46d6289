import { missingTexts, translator } from '@tandem/ui/messages.ts';
import { expect, test } from 'vitest';
import { priceTexts } from '../messages/prices.ts';
import { audienceWords, periodWords } from './audience.ts';
import { headBody, headValues } from './head-values.ts';

const en = translator(priceTexts, 'en');
const zh = translator(priceTexts, 'zh-Hant');
const names = { location: (id: string) => `Store ${id}`, channel: (id: string) => `Shop ${id}` };
const everybody = { channels: null, locations: null, members: null, tiers: null, memberTags: null };

test('every text stands in both languages', () => {
  expect(missingTexts(priceTexts)).toEqual([]);
});

test('an audience is said in words', () => {
  expect(audienceWords(everybody, en, names, 'en')).toBe('Everyone, everywhere');
  const some = { ...everybody, channels: ['1'], locations: ['a', 'b'], tiers: ['Gold', 'Silver'] };
  expect(audienceWords(some, en, names, 'en')).toBe('Gold and Silver members, on Shop 1, in Store a and Store b');
  expect(audienceWords(some, zh, names, 'zh-Hant')).toBe('Gold和Silver會員、Shop 1、Store a和Store b');
  expect(audienceWords({ ...everybody, members: ['m'], memberTags: ['staff'] }, en, names, 'en')).toBe(
    '1 named member, members tagged staff',
  );
});

test('a period is said in words', () => {
  expect(periodWords(null, en, 'en')).toBe('Always');
  const schedule = { start: '2026-11-01T00:00', end: '2026-12-01T18:30', zone: 'store', weekdays: null, hours: null };
  expect(periodWords(schedule, en, 'en')).toBe('From 1 Nov 2026 until 1 Dec 2026 18:30');
  const weekends = {
    ...schedule,
    start: null,
    end: null,
    weekdays: [6, 7],
    hours: [{ from: '18:00', until: '22:00' }],
  };
  expect(periodWords(weekends, en, 'en')).toBe('Sat, Sun, 18:00 to 22:00');
  expect(periodWords(weekends, zh, 'zh-Hant')).toBe('週六、週日，18:00 至 22:00');
});

test('a head comes back from its form as it was, and nothing filled in means everybody and always', () => {
  const list = {
    id: 'l',
    name: { en: 'Gold' },
    ...everybody,
    members: ['m'],
    tiers: ['Gold'],
    schedule: {
      start: '2026-11-01T00:00',
      end: null,
      zone: 'Asia/Tokyo',
      weekdays: [1, 5],
      hours: [{ from: '09:00', until: '12:00' }],
    },
  };
  const { id: _, ...head } = list;
  expect(headBody(headValues(list), list)).toEqual(head);
  expect(headBody({ ...headValues(null), name: { en: ' New ', 'zh-Hant': ' ' } }, null)).toEqual({
    ...everybody,
    name: { en: 'New' },
    schedule: null,
  });
});
