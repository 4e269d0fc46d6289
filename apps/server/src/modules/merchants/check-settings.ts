/** Settings that a schema alone cannot judge. */
import { isCurrency } from '@tandem/domain/index.ts';
import { refuse } from '../../platform/refusal.ts';
import type { LocalisedText } from './contract-types.ts';

/** Refuses a zone that is no name of the time zone database; offsets are refused too, PostgreSQL reads their sign the other way. */
export function requireTimeZone(timeZone: string): void {
  if (!/^[A-Za-z][A-Za-z_]*(\/[A-Za-z0-9_+-]+)*$/.test(timeZone) || !isKnown(timeZone)) {
    refuse('time_zone.unknown', `There is no time zone ${timeZone}.`, { field: 'timeZone' });
  }
}

export function requireCurrency(currency: string): void {
  if (!isCurrency(currency)) refuse('currency.unknown', `There is no currency ${currency}.`, { field: 'currency' });
}

/** Refuses a name that is blank in every language it is given in. */
export function requireName(name: LocalisedText, field = 'name'): void {
  if (!Object.values(name).some((text) => /\S/.test(text)))
    refuse('input.invalid', `${field}: must not be blank`, { status: 400, field });
}

function isKnown(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== undefined;
  } catch {
    return false;
  }
}
