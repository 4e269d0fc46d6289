/** Decimal text to scaled integers and back, without a float in between. */

import { assert, assertWhole } from '../assert.ts';

const decimalPattern = /^([+-]?)(\d*)(?:\.(\d+))?$/;
const lengthMax = 60;

/**
 * '12.345' at 2 digits gives 1235: half away from zero beyond the digits. Undefined for anything but plain decimal text
 * (no thousands marks, no exponent, no dangling point) and for what a double cannot hold exactly.
 */
export function parseDecimal(text: string, digits: number): number | undefined {
  const trimmed = text.trim();
  const match = trimmed.length <= lengthMax ? decimalPattern.exec(trimmed) : null;
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0') || '0');
  const size = Number((fraction[digits] ?? '0') >= '5' ? kept + 1n : kept);
  if (!Number.isSafeInteger(size)) return undefined;
  return sign === '-' ? 0 - size : size;
}

/** A scaled integer as plain decimal text with exactly that many digits: 1235 at 2 is '12.35'. */
export function formatDecimal(amount: number, digits: number): string {
  assertWhole(amount, 'an amount');
  assert(Number.isInteger(digits) && digits >= 0, 'digits are a whole number ≥ 0');
  const size = String(Math.abs(amount)).padStart(digits + 1, '0');
  const sign = amount < 0 ? '-' : '';
  if (digits === 0) return sign + size;
  return `${sign}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}
