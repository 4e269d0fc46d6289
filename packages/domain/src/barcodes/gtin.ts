/** One identity for every printed article number: its GTIN, padded to 14 digits. */

/**
 * The GTIN-14 of an EAN-13, EAN-8, UPC-A, UPC-E or GTIN-14 as scanned or typed; spaces and hyphens are ignored.
 * Undefined for other lengths and for a wrong check digit. Eight digits are an EAN-8 if they check as one, else
 * perhaps a UPC-E.
 */
export function normaliseGtin(text: string): string | undefined {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return undefined;
  const padded = digits.padStart(14, '0');
  if (!/[1-9]/.test(padded)) return undefined;
  if (hasRightCheckDigit(padded)) return padded;
  return digits.length === 8 ? expandUpcE(digits)?.padStart(14, '0') : undefined;
}

/** A GTIN-14 as it stands on the article: EAN-8, UPC-A or EAN-13 without the zeros before it. Any other code as it is. */
export function printedGtin(code: string): string {
  if (!/^0\d{13}$/.test(code)) return code;
  if (code.startsWith('000000')) return code.slice(6);
  return code.startsWith('00') ? code.slice(2) : code.slice(1);
}

/** The UPC-A that an eight-digit UPC-E stands for, or undefined when it is none or its check digit is wrong. */
export function expandUpcE(text: string): string | undefined {
  const match = /^([01])(\d{6})(\d)$/.exec(text);
  if (!match) return undefined;
  const [, system = '', body = '', check = ''] = match;
  const last = Number(body[5]);
  let expanded = `${body.slice(0, 5)}0000${last}`;
  if (last <= 2) expanded = `${body.slice(0, 2)}${last}0000${body.slice(2, 5)}`;
  else if (last === 3) expanded = `${body.slice(0, 3)}00000${body.slice(3, 5)}`;
  else if (last === 4) expanded = `${body.slice(0, 4)}00000${body[4]}`;
  const upcA = system + expanded + check;
  return hasRightCheckDigit(upcA) ? upcA : undefined;
}

/** Twelve digits with the check digit that makes them an EAN-13; undefined for anything but twelve digits. */
export function ean13WithCheckDigit(first12: string): string | undefined {
  return /^\d{12}$/.test(first12) ? first12 + checkDigit(first12) : undefined;
}

/** Does the last digit check the others (weights 3 and 1 from the right)? */
export function hasRightCheckDigit(digits: string): boolean {
  return checkDigit(digits.slice(0, -1)) === digits.slice(-1);
}

function checkDigit(payload: string): string {
  let sum = 0;
  for (let index = 0; index < payload.length; index += 1) {
    const isTripled = (payload.length - index) % 2 === 1;
    sum += Number(payload[index]) * (isTripled ? 3 : 1);
  }
  return String((10 - (sum % 10)) % 10);
}
