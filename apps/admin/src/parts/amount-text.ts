// Money as people type it, in the merchant's currency.
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { formatDecimal, parseDecimal } from '@tandem/domain/money/parse.ts';

/** Minor units of what was typed ("1,280.5"); undefined for what is no amount, is negative, or is finer than the currency. */
export function parseAmount(typed: string, currency: string): number | undefined {
  const plain = typed
    .trim()
    .replace(/^[^\d.,-]+/, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  const digits = currencyDigits(currency);
  if ((plain.split('.')[1] ?? '').length > digits) return undefined;
  const amount = parseDecimal(plain, digits);
  return amount === undefined || amount < 0 ? undefined : amount;
}

/** Minor units as plain text for a field, without currency or thousands marks. */
export function amountText(amount: number, currency: string): string {
  return formatDecimal(amount, currencyDigits(currency));
}

/** Thousandths of what was typed ("-2.5"); undefined for what is no quantity. */
export function parseQuantity(typed: string): number | undefined {
  const plain = typed
    .trim()
    .replace('−', '-')
    .replace(/,(?=\d{3}(\D|$))/g, '');
  if ((plain.split('.')[1] ?? '').length > 3) return undefined;
  return parseDecimal(plain, 3);
}

/** Thousandths as plain text for a field: 2500 is "2.5", 3000 is "3". */
export function quantityText(thousandths: number): string {
  return formatDecimal(thousandths, 3).replace(/\.?0+$/, '');
}
