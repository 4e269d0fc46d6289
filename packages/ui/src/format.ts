// Numbers, money and moments as people read them. Pure: no clock, and the zone is always given.

import { currencyDigits } from '@tandem/domain/money/currency.ts';
import type { Locale } from './locale.ts';

/** Hong Kong's way of writing each language: the day before the month, HK$ with its letters. */
const regions: Readonly<Record<Locale, string>> = { en: 'en-HK', 'zh-Hant': 'zh-Hant-HK' };

/** Fields and not `dateStyle`, whose Chinese forms differ between the browsers' versions. */
const day = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<Locale, Intl.RelativeTimeFormat>();

export interface MoneyPart {
  readonly kind: 'currency' | 'amount';
  readonly text: string;
}

/** An amount in minor units with its currency, such as HK$328.00. Refuses an amount that is no safe integer. */
export function formatMoney(amount: number, currency: string, locale: Locale): string {
  return moneyFormat(currency, locale).format(
    decimalText(amount, currencyDigits(currency)) as Intl.StringNumericLiteral,
  );
}

/** The same in parts, so that the currency can be set smaller than the figures. */
export function moneyParts(amount: number, currency: string, locale: Locale): MoneyPart[] {
  const literal = decimalText(amount, currencyDigits(currency)) as Intl.StringNumericLiteral;
  const parts: { kind: MoneyPart['kind']; text: string }[] = [];
  for (const { type, value } of moneyFormat(currency, locale).formatToParts(literal)) {
    const kind = type === 'currency' ? 'currency' : 'amount';
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += value;
    else parts.push({ kind, text: value });
  }
  return parts;
}

/** A large amount in few signs for a chart or a tile, such as HK$12.3K. Rounded, so never for a document. */
export function formatMoneyShort(amount: number, currency: string, locale: Locale): string {
  const literal = decimalText(amount, currencyDigits(currency)) as Intl.StringNumericLiteral;
  const options = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const;
  return numberFormat(`short ${currency}`, locale, options).format(literal);
}

/** A quantity in thousandths: 1000 gives 1, 1250 gives 1.25. Refuses a quantity that is no safe integer. */
export function formatQuantity(thousandths: number, locale: Locale): string {
  const literal = decimalText(thousandths, 3) as Intl.StringNumericLiteral;
  return numberFormat('quantity', locale, { maximumFractionDigits: 3 }).format(literal);
}

/** A plain count with its thousands apart. */
export function formatCount(count: number, locale: Locale): string {
  return numberFormat('count', locale, { maximumFractionDigits: 0 }).format(count);
}

/** A rate in parts per million as percent: 88750 gives 8.875%. */
export function formatRate(ppm: number, locale: Locale): string {
  const literal = decimalText(ppm, 6) as Intl.StringNumericLiteral;
  return numberFormat('rate', locale, { style: 'percent', maximumFractionDigits: 4 }).format(literal);
}

/** An instant (ISO) in a zone, such as 23 Nov 2026, 17:48. */
export function formatDateTime(iso: string, locale: Locale, timeZone: string): string {
  return dateFormat(locale, timeZone, { ...day, ...clock }).format(instant(iso));
}

/** The day of an instant in a zone, or a business date (2026-11-23), which is the same in every zone. */
export function formatDate(iso: string, locale: Locale, timeZone = 'UTC'): string {
  const zone = /^\d{4}-\d\d-\d\d$/.test(iso) ? 'UTC' : timeZone;
  return dateFormat(locale, zone, day).format(instant(iso));
}

/** The time of day of an instant in a zone, such as 17:48. */
export function formatTime(iso: string, locale: Locale, timeZone: string): string {
  return dateFormat(locale, timeZone, clock).format(instant(iso));
}

/** How far an instant lies from `now` (both ISO), in the largest unit that fits: "5 minutes ago". */
export function formatRelative(iso: string, now: string, locale: Locale): string {
  const seconds = Math.round((instant(iso).getTime() - instant(now).getTime()) / 1000);
  const unit = relativeUnits.find(({ size }) => Math.abs(seconds) >= size) ?? { name: 'second', size: 1 };
  const count = Math.trunc(seconds / unit.size);
  let format = relativeFormats.get(locale);
  if (!format) {
    format = new Intl.RelativeTimeFormat(regions[locale], { numeric: 'auto' });
    relativeFormats.set(locale, format);
  }
  return format.format(count, unit.name);
}

const relativeUnits: readonly { name: Intl.RelativeTimeFormatUnit; size: number }[] = [
  { name: 'year', size: 365 * 86_400 },
  { name: 'month', size: 30 * 86_400 },
  { name: 'week', size: 7 * 86_400 },
  { name: 'day', size: 86_400 },
  { name: 'hour', size: 3_600 },
  { name: 'minute', size: 60 },
];

function moneyFormat(currency: string, locale: Locale): Intl.NumberFormat {
  const digits = currencyDigits(currency);
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  } as const;
  return numberFormat(currency, locale, options);
}

function numberFormat(name: string, locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${name}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(regions[locale], options);
  numberFormats.set(key, made);
  return made;
}

function dateFormat(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(regions[locale], { ...options, timeZone });
  dateFormats.set(key, made);
  return made;
}

/** The integer as a decimal text: never through a float, so that no amount loses a cent on its way to the screen. */
function decimalText(integer: number, digits: number): string {
  if (!Number.isSafeInteger(integer)) throw new RangeError(`Not a whole number of minor units: ${integer}`);
  const figures = String(Math.abs(integer)).padStart(digits + 1, '0');
  const sign = integer < 0 ? '-' : '';
  return digits === 0 ? sign + figures : `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}

function instant(iso: string): Date {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) throw new RangeError(`Not an ISO instant: ${iso}`);
  return date;
}
