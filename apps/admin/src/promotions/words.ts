// What a sentence is said with: the person's language, money of the merchant, and the names of what it means.
import { formatCount, formatDate, formatDateTime, formatMoney } from '@tandem/ui/format.ts';
import type { Locale } from '@tandem/ui/locale.ts';
import { type Translate, translator } from '@tandem/ui/messages.ts';
import { sentenceTexts } from '../messages/promotion-sentence.ts';

/** Names by id; undefined for what is not known (yet). */
export interface RuleNames {
  readonly product: (id: string) => string | undefined;
  readonly variant: (id: string) => string | undefined;
  readonly category: (id: string) => string | undefined;
  readonly collection: (id: string) => string | undefined;
  readonly channel: (id: string) => string | undefined;
  readonly location: (id: string) => string | undefined;
  readonly priceList: (id: string) => string | undefined;
  readonly promotion: (id: string) => string | undefined;
}

export interface Words {
  readonly t: Translate<(typeof sentenceTexts)['en']>;
  readonly locale: Locale;
  readonly names: RuleNames;
  readonly money: (amount: number) => string;
  readonly count: (count: number) => string;
  /** A local date-time without a zone, as it is written in a schedule. */
  readonly dateTime: (local: string) => string;
  readonly date: (day: string) => string;
}

/** The words of a language. */
export function wordsOf(locale: Locale, currency: string, names: RuleNames): Words {
  return {
    t: translator(sentenceTexts, locale),
    locale,
    names,
    money: (amount) => formatMoney(amount, currency, locale).replace(/\.0+$/, ''),
    count: (count) => formatCount(count, locale),
    dateTime: (local) => formatDateTime(`${local}Z`, locale, 'UTC'),
    date: (day) => formatDate(day, locale),
  };
}

/** "A, B and C"; more than `shownMax` become "A, B and 3 others". */
export function listed({ t }: Words, names: readonly string[], word: 'and' | 'or' = 'and', shownMax = 3): string {
  const [last, ...before] = [...names].reverse();
  if (last === undefined) return '';
  if (names.length > shownMax) {
    const shown = names.slice(0, shownMax - 1);
    return t('others', shown.join(t('comma')), names.length - shown.length);
  }
  return before.length === 0 ? last : t(word, before.reverse().join(t('comma')), last);
}

/** The names of these ids, one after the other. */
export function named(words: Words, ids: readonly string[], name: (id: string) => string | undefined): string[] {
  return ids.map((id) => name(id) ?? words.t('somewhere'));
}
