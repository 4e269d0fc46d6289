/** The money facts of an order: what each line costs, its tax, and the totals as sums of the lines. */

import { assert, assertWhole } from '../assert.ts';
import { multiplyQuantity } from '../money/round.ts';
import { type AppliedTax, type TaxRate, taxOf } from '../tax/tax.ts';

/** Amounts are in the merchant's price mode: gross where prices include tax, else net. Quantity in thousandths. */
export type LineToPrice = {
  readonly unitAmount: number;
  readonly quantity: number;
  /** What the line comes to where another system says so, whose unit price has more decimals than the currency. */
  readonly listAmount?: number | undefined;
  readonly discountAmount?: number | undefined;
  readonly rates: readonly TaxRate[];
};

export type OrderToPrice = {
  readonly pricesIncludeTax: boolean;
  readonly lines: readonly LineToPrice[];
  readonly shipping?: { readonly amount: number; readonly rates: readonly TaxRate[] } | undefined;
};

export type PricedAmount = { netAmount: number; taxAmount: number; grossAmount: number; taxes: AppliedTax[] };

/** `listAmount` and `discountAmount` are in the price mode; the discount is what was really taken off. */
export type PricedLine = PricedAmount & { listAmount: number; discountAmount: number };

/** The tax of one rate over the whole order, with the net it was taken on. */
export type TaxTotal = AppliedTax & { netAmount: number };

export type PricedOrder = {
  lines: PricedLine[];
  shipping?: PricedAmount;
  netAmount: number;
  taxAmount: number;
  totalAmount: number;
  taxes: TaxTotal[];
};

/**
 * Prices every line and the shipping, each rounded and taxed for itself; totals are their sums. A discount above the
 * price is clipped at its line and the rest is lost. A line with a negative quantity is the mirror of a positive one.
 */
export function priceLines(input: OrderToPrice): PricedOrder {
  const lines = input.lines.map((line) => priceLine(line, input.pricesIncludeTax));
  const shipping = input.shipping && priceAmount(input.shipping.amount, input.shipping.rates, input.pricesIncludeTax);
  const parts: readonly PricedAmount[] = shipping ? [...lines, shipping] : lines;
  const totals = { netAmount: 0, taxAmount: 0, totalAmount: 0 };
  for (const part of parts) {
    totals.netAmount += part.netAmount;
    totals.taxAmount += part.taxAmount;
    totals.totalAmount += part.grossAmount;
  }
  assertWhole(totals.totalAmount, 'an order total');
  return { lines, ...(shipping && { shipping }), ...totals, taxes: sumTaxes(parts) };
}

function priceLine(line: LineToPrice, pricesIncludeTax: boolean): PricedLine {
  const listAmount = line.listAmount ?? multiplyQuantity(line.unitAmount, line.quantity);
  const discountAmount = clipDiscount(listAmount, line.discountAmount ?? 0);
  return { listAmount, discountAmount, ...priceAmount(listAmount - discountAmount, line.rates, pricesIncludeTax) };
}

function priceAmount(amount: number, rates: readonly TaxRate[], pricesIncludeTax: boolean): PricedAmount {
  const { net, gross, taxes } = taxOf(amount, rates, pricesIncludeTax);
  return { netAmount: net, taxAmount: gross - net, grossAmount: gross, taxes };
}

function clipDiscount(listAmount: number, discountAmount: number): number {
  assertWhole(discountAmount, 'a discount');
  if (listAmount === 0 || discountAmount === 0) return 0;
  assert(listAmount > 0 === discountAmount > 0, 'a discount has the sign of its line');
  return listAmount > 0 ? Math.min(discountAmount, listAmount) : Math.max(discountAmount, listAmount);
}

/** Keyed by rate and percentage, in order of first appearance: a rate that changed in between stands twice. */
export function sumTaxes(
  parts: readonly { readonly netAmount: number; readonly taxes: readonly AppliedTax[] }[],
): TaxTotal[] {
  const totals = new Map<string, TaxTotal>();
  for (const part of parts) {
    for (const tax of part.taxes) {
      const key = `${tax.rateId} ${tax.ratePpm}`;
      const total = totals.get(key) ?? { ...tax, amount: 0, netAmount: 0 };
      total.amount += tax.amount;
      total.netAmount += part.netAmount;
      totals.set(key, total);
    }
  }
  return [...totals.values()];
}
