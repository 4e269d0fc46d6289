/** Codes that a shop prints itself, with a price or a weight inside, and what any scanned text is. */

import { assert } from '../assert.ts';
import { multiplyRounded } from '../money/round.ts';
import { hasRightCheckDigit, normaliseGtin } from './gtin.ts';

/**
 * How to read an in-store EAN-13: prefix, then the item's digits, then the value's, then the check digit; 13 in all.
 * The value has `decimals` decimals of the currency's main unit or of the unit of weight.
 */
export type InStoreRule = {
  readonly prefix: string;
  readonly itemDigits: number;
  readonly valueDigits: number;
  readonly valueKind: 'price' | 'weight';
  readonly decimals: number;
};

/** `priceAmount` in minor units is binding; `quantity` in thousandths of the unit is priced at the till. */
export type ScannedCode =
  | { kind: 'gtin'; gtin: string }
  | { kind: 'in_store'; item: string; priceAmount?: number; quantity?: number }
  | { kind: 'text'; code: string };

/**
 * What was scanned or typed: the first in-store rule that fits, else a GTIN, else text as it stands (a SKU, a code of
 * an own numbering). `priceDigits` are the decimals of the merchant's currency, see `currencyDigits`.
 */
export function parseBarcode(text: string, rules: readonly InStoreRule[], priceDigits = 2): ScannedCode {
  const code = text.normalize('NFKC').trim();
  const inStore = parseInStore(code, rules, priceDigits);
  if (inStore) return inStore;
  const gtin = normaliseGtin(code);
  return gtin === undefined ? { kind: 'text', code } : { kind: 'gtin', gtin };
}

function parseInStore(code: string, rules: readonly InStoreRule[], priceDigits: number): ScannedCode | undefined {
  // A scanner may give an in-store UPC-A as 12 digits; it is the EAN-13 without its leading zero.
  const digits = /^\d{12}$/.test(code) ? `0${code}` : code;
  if (!/^\d{13}$/.test(digits) || !hasRightCheckDigit(digits)) return undefined;
  const rule = rules.find((candidate) => digits.startsWith(candidate.prefix));
  if (!rule) return undefined;
  const itemEnd = rule.prefix.length + rule.itemDigits;
  assert(itemEnd + rule.valueDigits === 12, 'an in-store rule describes twelve digits before the check digit');
  const item = digits.slice(rule.prefix.length, itemEnd);
  const value = Number(digits.slice(itemEnd, 12));
  const wantedDigits = rule.valueKind === 'price' ? priceDigits : 3;
  const scaled = multiplyRounded(value, 10 ** wantedDigits, 10 ** rule.decimals);
  return { kind: 'in_store', item, ...(rule.valueKind === 'price' ? { priceAmount: scaled } : { quantity: scaled }) };
}
