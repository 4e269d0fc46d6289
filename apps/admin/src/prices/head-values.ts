// The head of a price list as its form holds it, and back to what is sent.
import type { Body } from '@tandem/contract/index.ts';
import type { PriceList } from '@tandem/domain/pricing/rule-set.ts';

export type Head = Body<'POST /api/price-lists'>;
export interface HeadValues {
  name: { en: string; 'zh-Hant': string };
  channels: string[];
  locations: string[];
  tiers: string[];
  memberTags: string[];
  start: string;
  end: string;
  zone: string;
  weekdays: string[];
  hours: { from: string; until: string }[];
}

export function headValues(list: PriceList | null): HeadValues {
  const schedule = list?.schedule;
  return {
    name: { en: list?.name.en ?? '', 'zh-Hant': list?.name['zh-Hant'] ?? '' },
    channels: [...(list?.channels ?? [])],
    locations: [...(list?.locations ?? [])],
    tiers: [...(list?.tiers ?? [])],
    memberTags: [...(list?.memberTags ?? [])],
    start: schedule?.start ?? '',
    end: schedule?.end ?? '',
    zone: schedule?.zone ?? 'store',
    weekdays: (schedule?.weekdays ?? []).map(String),
    hours: (schedule?.hours ?? []).map((span) => ({ ...span })),
  };
}

/** What is sent; empty fields mean everybody and always. The members that are named one by one stay as they are. */
export function headBody(values: HeadValues, before: PriceList | null): Head {
  const orNull = <T>(all: T[]): T[] | null => (all.length === 0 ? null : all);
  const name = Object.fromEntries(
    Object.entries(values.name)
      .map(([language, words]) => [language, words.trim()] as const)
      .filter(([, words]) => words !== ''),
  );
  const weekdays = orNull(values.weekdays.map(Number).sort((a, b) => a - b));
  const hours = orNull(values.hours.map((span) => ({ ...span })));
  const hasSchedule = values.start !== '' || values.end !== '' || weekdays !== null || hours !== null;
  return {
    name,
    channels: orNull(values.channels),
    locations: orNull(values.locations),
    members: before?.members ? [...before.members] : null,
    tiers: orNull(values.tiers),
    memberTags: orNull(values.memberTags),
    schedule: hasSchedule
      ? { start: values.start || null, end: values.end || null, zone: values.zone, weekdays, hours }
      : null,
  };
}
