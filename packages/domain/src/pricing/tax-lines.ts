/** The tax of a priced basket: per line, per unit, or once per rate on the document. */

import { allocate } from '../money/allocate.ts';
import { type AppliedTax, type TaxedAmount, type TaxRate, taxOf } from '../tax/tax.ts';
import { taxDocument } from '../tax/tax-document.ts';
import type { Pricing } from './pricing.ts';
import type { Stack } from './stacks.ts';

export type LineTax = { netAmount: number; taxAmount: number; grossAmount: number; taxes: AppliedTax[] };

/** A part of a stack that belongs to one line of the basket; `units` are its runs of equal price. */
export type TaxablePart = {
  readonly stack: Stack | null;
  readonly amount: number;
  readonly units: readonly { readonly count: number; readonly current: number }[];
  readonly rates: readonly TaxRate[];
  readonly homeRates: readonly TaxRate[] | undefined;
};

/** One tax for each part, in their order. Parts of one stack are taxed together and share by largest remainder. */
export function taxParts(pricing: Pricing, parts: readonly TaxablePart[]): LineTax[] {
  const { settings } = pricing.compiled.ruleSet;
  const taxable = parts.map((part) => taxableOf(pricing, part));
  if (settings.taxRounding === 'document') {
    return taxDocument(
      taxable.map(({ amount, rates, isGross }) => ({ amount, rates, pricesIncludeTax: isGross })),
      settings.taxTies,
    ).map(lineTax);
  }
  if (settings.taxRounding === 'unit') {
    return taxable.map((one) => lineTax(taxUnits(one, settings.taxTies)));
  }
  const results: LineTax[] = [];
  for (let index = 0; index < parts.length; ) {
    let end = index + 1;
    while (end < parts.length && parts[end]?.stack && parts[end]?.stack === parts[index]?.stack) end += 1;
    results.push(...taxTogether(taxable.slice(index, end), settings.taxTies));
    index = end;
  }
  return results;
}

type Ties = 'away_from_zero' | 'toward_zero';
type Taxable = {
  readonly amount: number;
  readonly units: readonly { readonly count: number; readonly current: number }[];
  readonly rates: readonly TaxRate[];
  readonly isGross: boolean;
};

/**
 * An exempt member pays the price without the tax inside. In another tax zone the shelf price stays and holds the tax of
 * the place, or its net stays and the tax of the place is added.
 */
function taxableOf({ compiled, context }: Pricing, part: TaxablePart): Taxable {
  const { pricesIncludeTax, settings } = compiled.ruleSet;
  const isExempt = context.member?.isTaxExempt === true;
  const { amount, units, rates } = part;
  if (!pricesIncludeTax) return { amount, units, rates: isExempt ? [] : rates, isGross: false };
  const inside = part.homeRates ?? rates;
  const isNetKept = isExempt || (part.homeRates !== undefined && settings.otherTaxZone === 'keep_net');
  if (!isNetKept) return { amount, units, rates, isGross: true };
  const netOf = (gross: number) => taxOf(gross, inside, true, settings.taxTies).net;
  return {
    amount: netOf(amount),
    units: units.map((run) => ({ count: run.count, current: netOf(run.current) })),
    rates: isExempt ? [] : rates,
    isGross: false,
  };
}

/** The net comes from the amount of the line where it was net already, else from the units that were made net. */
function taxUnits({ units, rates, isGross }: Taxable, ties: Ties): TaxedAmount {
  const taxes = rates.map((rate) => ({ rateId: rate.id, name: rate.name, ratePpm: rate.ratePpm, amount: 0 }));
  let net = 0;
  let gross = 0;
  for (const run of units) {
    const one = taxOf(run.current, rates, isGross, ties);
    net += one.net * run.count;
    gross += one.gross * run.count;
    one.taxes.forEach((tax, index) => {
      const total = taxes[index];
      if (total) total.amount += tax.amount * run.count;
    });
  }
  return { net, gross, taxes };
}

function taxTogether(parts: readonly Taxable[], ties: Ties): LineTax[] {
  const [first] = parts;
  if (!first) return [];
  if (parts.length === 1) return [lineTax(taxOf(first.amount, first.rates, first.isGross, ties))];
  const weights = parts.map((part) => part.amount);
  const sum = weights.reduce((left, weight) => left + weight, 0);
  const whole = taxOf(sum, first.rates, first.isGross, ties);
  const shares = whole.taxes.map((tax) => allocate(sum === 0 ? 0 : tax.amount, weights));
  return parts.map(({ amount }, index) => {
    const taxes = whole.taxes.map((tax, rate) => ({ ...tax, amount: shares[rate]?.[index] ?? 0 }));
    const tax = taxes.reduce((left, one) => left + one.amount, 0);
    return lineTax(
      first.isGross ? { net: amount - tax, gross: amount, taxes } : { net: amount, gross: amount + tax, taxes },
    );
  });
}

function lineTax({ net, gross, taxes }: TaxedAmount): LineTax {
  return { netAmount: net, taxAmount: gross - net, grossAmount: gross, taxes };
}
