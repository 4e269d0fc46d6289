// A birthday as three fields of a form, and as it is sent.

export interface BirthdayFields {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** The fields of a birthday; empty for none. */
export function birthdayFields(birthday: string | null): BirthdayFields {
  if (birthday === null) return { year: '', month: '', day: '' };
  const [month = '', day = ''] = birthday.slice(-5).split('-');
  const year = birthday.startsWith('--') ? '' : birthday.slice(0, 4);
  return { year, month: String(Number(month)), day: String(Number(day)) };
}

/** `1990-05-17` or `--05-17`; null where nothing was typed, undefined where it can be no day. */
export function birthdayOf({ year, month, day }: BirthdayFields): string | null | undefined {
  const [y, m, d] = [year.trim(), month.trim(), day.trim()];
  if (y === '' && m === '' && d === '') return null;
  if (!/^\d{1,2}$/.test(m) || !/^\d{1,2}$/.test(d) || !/^(\d{4})?$/.test(y)) return undefined;
  const full = `${y || '2000'}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  const parsed = new Date(`${full}T00:00:00Z`);
  if (Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(full)) return undefined;
  return y === '' ? `--${full.slice(5)}` : full;
}
