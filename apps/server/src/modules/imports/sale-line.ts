/** What a line of another system's books is: sold, come back, only moved on the shelf, or no matter of goods at all. */
import { parseDecimal } from '@tandem/domain/money/parse.ts';
import { divideRounded } from '@tandem/domain/money/round.ts';
import type { WrittenDate } from './local-instant.ts';
import type { Finding } from './report.ts';
import type { SalesRow } from './sales-columns.ts';

export interface FileLine {
  row: number;
  invoice: string;
  sku: string;
  /** ISO, UTC. */
  at: string;
  /** The month on the shop's calendar. */
  month: string;
  customer: string;
  /** Thousandths; never negative here, `kind` says which way the goods went. */
  quantity: number;
  unitAmount: number;
  /** What the line comes to, in minor units, rounded half away from zero; negative for what came back. */
  amount: number;
  kind: 'sold' | 'returned' | 'found' | 'lost' | 'not_a_sale';
}
export interface LineRules {
  /** Digits of the currency's minor unit. */
  digits: number;
  /** Begins the numbers of returns, e.g. C. */
  returnPrefix: string;
  /** Begins the numbers of entries that only correct accounts, e.g. A. */
  accountPrefix: string;
  readDate(text: string): WrittenDate | undefined;
}

// Prices of other systems have up to four decimals, quantities up to three.
const priceDigits = 4;
const quantityDigits = 3;
const skuMax = 80;

/** The line, or what is wrong with it and in which column. */
export function readLine(
  row: number,
  cells: SalesRow,
  rules: LineRules,
): FileLine | ({ column: keyof SalesRow } & Finding) {
  if (cells.invoice === '') return { column: 'invoice', code: 'invoice_missing' };
  if (cells.sku === '' || cells.sku.length > skuMax)
    return { column: 'sku', code: 'article_length', params: { max: skuMax } };
  const quantity = parseDecimal(cells.quantity, quantityDigits);
  if (quantity === undefined)
    return { column: 'quantity', code: 'quantity_wrong', params: { given: cells.quantity.slice(0, 40) } };
  const price = parseDecimal(cells.price, priceDigits);
  if (price === undefined) return { column: 'price', code: 'price_wrong', params: { given: cells.price.slice(0, 40) } };
  const date = rules.readDate(cells.at);
  if (date === undefined) return { column: 'at', code: 'date_wrong', params: { given: cells.at.slice(0, 40) } };
  const line = {
    row,
    invoice: cells.invoice,
    sku: cells.sku,
    ...date,
    customer: cells.customer,
    quantity: Math.abs(quantity),
    unitAmount: rounded(price, 10 ** (priceDigits - rules.digits)),
    amount: divideRounded(BigInt(price) * BigInt(quantity), 10n ** BigInt(priceDigits + quantityDigits - rules.digits)),
  };
  return { ...line, kind: kindOf(cells.invoice, quantity, price, rules) };
}

function kindOf(invoice: string, quantity: number, price: number, rules: LineRules): FileLine['kind'] {
  const isReturn = begins(invoice, rules.returnPrefix);
  if (begins(invoice, rules.accountPrefix) || price < 0 || quantity === 0) return 'not_a_sale';
  if (price === 0) return quantity > 0 ? 'found' : 'lost';
  if (quantity < 0) return 'returned';
  return isReturn ? 'not_a_sale' : 'sold';
}

const begins = (invoice: string, prefix: string): boolean =>
  prefix !== '' && invoice.toUpperCase().startsWith(prefix.toUpperCase());

function rounded(value: number, denominator: number): number {
  return divideRounded(Math.abs(value), denominator);
}
