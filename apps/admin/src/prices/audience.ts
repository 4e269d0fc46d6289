// Says in words for whom a price list is and when it counts.
import type { PriceList } from '@tandem/domain/pricing/rule-set.ts';
import type { Schedule } from '@tandem/domain/pricing/schedule.ts';
import type { Locale } from '@tandem/ui/locale.ts';
import type { Translate } from '@tandem/ui/messages.ts';
import type { priceTexts } from '../messages/prices.ts';

type Texts = Translate<(typeof priceTexts)['en']>;
interface Names {
  readonly location: (id: string) => string;
  readonly channel: (id: string) => string;
}
type Audience = Pick<PriceList, 'channels' | 'locations' | 'members' | 'tiers' | 'memberTags'>;

const joiners = {
  en: new Intl.ListFormat('en', { style: 'long', type: 'conjunction' }),
  'zh-Hant': new Intl.ListFormat('zh-Hant', { style: 'short', type: 'conjunction' }),
};

/** "Gold and Silver members, on Online shop, in Central": everything that must fit. */
export function audienceWords(list: Audience, t: Texts, names: Names, locale: Locale): string {
  const listed = (words: readonly string[]) => joiners[locale].format(words.filter(Boolean));
  const parts = [
    ...(list.members ? [t('named', list.members.length)] : []),
    ...(list.tiers ? [t('tiers', listed(list.tiers))] : []),
    ...(list.memberTags ? [t('tagged', listed(list.memberTags))] : []),
    ...(list.channels ? [t('on', listed(list.channels.map(names.channel)))] : []),
    ...(list.locations ? [t('in', listed(list.locations.map(names.location)))] : []),
  ];
  const words = parts.join(locale === 'en' ? ', ' : '、');
  return words === '' ? t('everyone') : words.charAt(0).toUpperCase() + words.slice(1);
}

const days = {
  en: new Intl.DateTimeFormat('en-HK', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  'zh-Hant': new Intl.DateTimeFormat('zh-Hant-HK', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }),
};

/** A local date and time without a zone: the day alone where it is midnight. */
export function localTime(local: string, locale: Locale): string {
  const [date = '', clock = ''] = local.split('T');
  const day = days[locale].format(new Date(`${date}T00:00:00Z`));
  return clock === '00:00' ? day : `${day} ${clock}`;
}

/** "From 1 Nov 2026 until 1 Dec 2026, Sat, Sun, 18:00 to 22:00". */
export function periodWords(schedule: Schedule | null, t: Texts, locale: Locale): string {
  if (schedule === null) return t('always');
  const { start, end, weekdays, hours } = schedule;
  const period = [
    ...(start ? [t('from', localTime(start, locale))] : []),
    ...(end ? [t('until', localTime(end, locale))] : []),
  ].join(' ');
  const comma = locale === 'en' ? ', ' : '，';
  const words = [
    ...(period ? [period] : []),
    ...(weekdays ? [weekdays.map((day) => t('weekday', day)).join(locale === 'en' ? ', ' : '、')] : []),
    ...(hours ?? []).map((span) => t('hours', span.from, span.until)),
  ].join(comma);
  return words === '' ? t('always') : words.charAt(0).toUpperCase() + words.slice(1);
}
