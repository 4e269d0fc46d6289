/** The tax of a priced basket: per line, per unit, or once per rate on the document. */

import { allocate } from '../money/allocate.ts';
import { shareTaxes } from '../tax/share-taxes.ts';
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
  const groups = byStack(parts).map((group) => taxablesOf(pricing, group));
  if (settings.taxRounding === 'document') {
    const wholes = taxDocument(
      groups.map((group) => ({ ...wholeOf(group), pricesIncludeTax: wholeOf(group).isGross })),
      settings.taxTies,
    );
    return groups.flatMap((group, index) => shareTax(group, wholes[index] as TaxedAmount));
  }
  if (settings.taxRounding === 'unit') {
    return groups.flat().map((one) => lineTax(taxUnits(one, settings.taxTies)));
  }
  return groups.flatMap((group) => {
    const { amount, rates, isGross } = wholeOf(group);
    return shareTax(group, taxOf(amount, rates, isGross, settings.taxTies));
  });
}

/** Parts of a stack stand beside each other. */
function byStack(parts: readonly TaxablePart[]): TaxablePart[][] {
  const groups: TaxablePart[][] = [];
  for (const part of parts) {
    const group = groups[groups.length - 1];
    if (group && part.stack && group[0]?.stack === part.stack) group.push(part);
    else groups.push([part]);
  }
  return groups;
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
 * the place, or its net stays and the tax of the place is added. The net is that of the stack, so that splitting a line
 * changes nothing.
 */
function taxablesOf({ compiled, context }: Pricing, parts: readonly TaxablePart[]): Taxable[] {
  const { pricesIncludeTax, settings } = compiled.ruleSet;
  const isExempt = context.member?.isTaxExempt === true;
  const [first] = parts;
  if (!first) return [];
  const isNetKept = isExempt || (first.homeRates !== undefined && settings.otherTaxZone === 'keep_net');
  if (!pricesIncludeTax || !isNetKept) {
    return parts.map(({ amount, units, rates }) => {
      return { amount, units, rates: isExempt ? [] : rates, isGross: pricesIncludeTax };
    });
  }
  const inside = first.homeRates ?? first.rates;
  const netOf = (gross: number) => taxOf(gross, inside, true, settings.taxTies).net;
  const weights = parts.map((part) => part.amount);
  const nets = allocate(netOf(weights.reduce((sum, weight) => sum + weight, 0)), weights);
  return parts.map(({ units, rates }, index) => ({
    amount: nets[index] ?? 0,
    units: units.map((run) => ({ count: run.count, current: netOf(run.current) })),
    rates: isExempt ? [] : rates,
    isGross: false,
  }));
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

/** The parts of a stack are alike but for their amounts. */
function wholeOf(parts: readonly Taxable[]): Pick<Taxable, 'amount' | 'rates' | 'isGross'> {
  const [first] = parts;
  if (!first) return { amount: 0, rates: [], isGross: true };
  return { rates: first.rates, isGross: first.isGross, amount: parts.reduce((sum, part) => sum + part.amount, 0) };
}

function shareTax(parts: readonly Taxable[], whole: TaxedAmount): LineTax[] {
  if (parts.length === 1) return [lineTax(whole)];
  const weights = parts.map((part) => part.amount);
  const isFree = weights.every((weight) => weight === 0);
  const carried = weights.map((weight) => (isFree ? 1n : BigInt(weight)));
  const shares = shareTaxes(
    whole.taxes.map((tax) => ({ total: tax.amount, weights: carried })),
    parts.map(({ amount, isGross }) => (isGross ? amount : Number.POSITIVE_INFINITY)),
  );
  return parts.map(({ amount, isGross }, index) => {
    const taxes = whole.taxes.map((tax, rate) => ({ ...tax, amount: shares[rate]?.[index] ?? 0 }));
    const tax = taxes.reduce((left, one) => left + one.amount, 0);
    return lineTax(isGross ? { net: amount - tax, gross: amount, taxes } : { net: amount, gross: amount + tax, taxes });
  });
}

function lineTax({ net, gross, taxes }: TaxedAmount): LineTax {
  return { netAmount: net, taxAmount: gross - net, grossAmount: gross, taxes };
}
