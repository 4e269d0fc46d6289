/** How money, quantities, times and texts are written for a shopper. */
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import type { Say } from './messages/say.ts';
import type { Locale, LocalisedText, PickupTime } from './views.ts';

interface MoneyFormat {
  format: Intl.NumberFormat;
  scale: number;
  /** Shops have few different prices, and a formatter takes a microsecond for each. */
  written: Map<number, string>;
}
const moneyFormats: Record<Locale, Map<string, MoneyFormat>> = { en: new Map(), 'zh-Hant': new Map() };
const writtenMax = 5000;

/** An amount of minor units with its currency, e.g. HK$1,280 or HK$12.50; whole amounts without decimals. */
export function money(amount: number, currency: string, locale: Locale): string {
  let known = moneyFormats[locale].get(currency);
  if (known === undefined) {
    const format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    });
    known = { format, scale: 10 ** currencyDigits(currency), written: new Map() };
    moneyFormats[locale].set(currency, known);
  }
  let text = known.written.get(amount);
  if (text === undefined) {
    text = known.format.format(amount / known.scale);
    if (known.written.size >= writtenMax) known.written.clear();
    known.written.set(amount, text);
  }
  return text;
}

/** An amount with all its decimals, for receipts. */
export function exactMoney(amount: number, currency: string): string {
  const digits = currencyDigits(currency);
  return (amount / 10 ** digits).toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Thousandths as pieces: 3000 is 3, 1250 is 1.25. */
export function pieces(quantity: number): string {
  return String(quantity / 1000);
}

/** Whole pieces to be had of a quantity in thousandths. */
export function wholePieces(quantity: number): number {
  return Math.floor(quantity / 1000);
}

/** The text in the shopper's language, else in the other one. */
export function textIn(text: LocalisedText, locale: Locale): string {
  return text[locale] ?? text.en ?? text['zh-Hant'] ?? '';
}

/** The `lang` of a text when it is not in the page's language; undefined when it is. */
export function foreignLang(text: LocalisedText, locale: Locale): Locale | undefined {
  if (text[locale] !== undefined) return undefined;
  return text.en === undefined ? 'zh-Hant' : 'en';
}

const weekdays: Partial<Record<Locale, string[]>> = {};

/** The name of an ISO weekday, 1 is Monday. */
export function weekdayName(day: number, locale: Locale): string {
  weekdays[locale] ??= [1, 2, 3, 4, 5, 6, 7].map((index) =>
    new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, index))),
  );
  return weekdays[locale]?.[day - 1] ?? '';
}

/** When something can be collected: “Today until 21:00”. */
export function pickupWords(pickup: PickupTime | null, say: Say, locale: Locale): string {
  if (pickup === null) return say('pickup.closed');
  if (pickup.day === 0) return say('pickup.today', { to: pickup.to });
  if (pickup.day === 1) return say('pickup.tomorrow', { from: pickup.from });
  return say('pickup.day', { day: weekdayName(pickup.weekday, locale), from: pickup.from });
}

/** An instant in a place's own time. */
export function instantWords(iso: string, timeZone: string, locale: Locale): string {
  // The day before the month, as most of the world writes it.
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-HK', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(iso));
}

/** When an offer ends, in a place's own time, without the year: “Fri 27 Nov, 23:59”. */
export function endWords(iso: string, timeZone: string, locale: Locale): string {
  const words = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-HK', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  });
  return words.format(new Date(iso));
}

/** The time of day in a place: “14:05”. */
export function timeWords(iso: string, timeZone: string, locale: Locale): string {
  const words = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-HK', words).format(new Date(iso));
}

/** A path of the shop in a language: English has no prefix. */
export function pathIn(locale: Locale, path: string): string {
  if (locale === 'en') return path;
  return path === '/' ? '/zh-hant' : `/zh-hant${path}`;
}
