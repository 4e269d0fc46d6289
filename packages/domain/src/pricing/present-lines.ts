/** The lines of a priced basket, cut out of the stacks again, with every discount frozen on the units that carry it. */

import type { PricingLine } from './basket.ts';
import type { LineAllocation, PricedBasketLine, PricedShipping } from './priced-basket.ts';
import type { Pricing, ShippingState } from './pricing.ts';
import type { Part, Slot, Stack } from './stacks.ts';
import { type LineTax, type TaxablePart, taxParts } from './tax-lines.ts';

/** Names a source of discounts on line and receipt; null ids are discounts by hand. */
export type SourceName = { readonly promotionId: string | null; readonly code: string | null };
export type NameSource = (source: number) => SourceName;

export type Presented = { readonly lines: PricedBasketLine[]; readonly shipping: PricedShipping | null };

export function presentLines(pricing: Pricing, nameSource: NameSource): Presented {
  const slots = pricing.stacks.flatMap((stack) => stack.slots.map((slot) => ({ stack, slot })));
  const parts: TaxablePart[] = slots.map(({ stack, slot }) => taxablePart(stack, slot));
  const shippingPart = shippingPartOf(pricing);
  const taxes = taxParts(pricing, shippingPart ? [...parts, shippingPart] : parts);
  const lines: PricedBasketLine[] = new Array(pricing.basket.lines.length);
  slots.forEach(({ stack, slot }, index) => {
    const line = pricing.basket.lines[slot.position];
    const tax = taxes[index];
    if (line && tax) lines[slot.position] = presentLine(line, stack, slot, tax, nameSource);
  });
  const shippingTax = taxes[parts.length];
  const { shipping } = pricing;
  return { lines, shipping: shipping && shippingTax ? presentShipping(shipping, shippingTax, nameSource) : null };
}

function taxablePart(stack: Stack, slot: Slot): TaxablePart {
  const units = runsOf(stack, slot);
  let amount = 0;
  for (const run of units) amount += run.current * run.count;
  const { rates, homeRates } = stack.goods;
  return { stack, amount, units, rates, homeRates };
}

function shippingPartOf({ shipping, basket }: Pricing): TaxablePart | null {
  if (!shipping || !basket.shipping) return null;
  const { rates, homeRates } = basket.shipping;
  const amount = shipping.current;
  return { stack: null, amount, units: [{ count: 1, current: amount }], rates, homeRates };
}

type LineRun = { readonly from: number; readonly count: number; readonly current: number; readonly parts: Part | null };

/** The runs of a stack that lie in a line, counted from the line's first unit. */
function runsOf(stack: Stack, slot: Slot): readonly LineRun[] {
  if (stack.slots.length === 1) return stack.runs;
  const end = slot.from + slot.count;
  const runs: LineRun[] = [];
  for (const run of stack.runs) {
    const from = Math.max(run.from, slot.from);
    const until = Math.min(run.from + run.count, end);
    if (until > from)
      runs.push({ from: from - slot.from, count: until - from, current: run.current, parts: run.parts });
  }
  return runs;
}

function presentLine(
  line: PricingLine,
  stack: Stack,
  slot: Slot,
  tax: LineTax,
  nameSource: NameSource,
): PricedBasketLine {
  const { price } = stack;
  const allocations = allocationsOf(runsOf(stack, slot), nameSource);
  const listAmount = stack.unitAmount * slot.count;
  const discountAmount = allocations.reduce((sum, allocation) => sum + allocation.amount, 0);
  return {
    id: line.id,
    listUnitAmount: price.unitAmount,
    priceListId: price.priceListId,
    compareAtAmount: price.compareAtAmount,
    listAmount,
    discountAmount,
    amount: listAmount - discountAmount,
    netAmount: tax.netAmount,
    taxAmount: tax.taxAmount,
    grossAmount: tax.grossAmount,
    taxes: tax.taxes,
    allocations,
  };
}

type Collected = {
  source: number;
  amount: number;
  baseAmount: number;
  units: { from: number; count: number; perUnit: number }[];
};

/** In the order in which the discounts were given. */
function allocationsOf(runs: readonly LineRun[], nameSource: NameSource): LineAllocation[] {
  const all: Collected[] = [];
  for (const run of runs) {
    for (let part = run.parts; part; part = part.earlier) {
      const own = collectedOf(all, part.source);
      own.amount += part.perUnit * run.count;
      own.baseAmount += part.before * run.count;
      addUnits(own.units, run.from, run.count, part.perUnit);
    }
  }
  const allocations: LineAllocation[] = [];
  for (const { source, amount, baseAmount, units } of all.sort((a, b) => turnOf(a) - turnOf(b))) {
    if (amount === 0) continue;
    const { promotionId, code } = nameSource(source);
    allocations.push({ promotionId, code, amount, baseAmount, units });
  }
  return allocations;
}

/** Above the number of any promotion. */
const afterAll = 1_000_000_000;

/** Promotions by their turn; then what was taken off the line by hand, then off the basket. */
function turnOf({ source }: Collected): number {
  return source < 0 ? afterAll - source : source;
}

/** A line has few sources of discounts. */
function collectedOf(all: Collected[], source: number): Collected {
  for (const one of all) if (one.source === source) return one;
  const made: Collected = { source, amount: 0, baseAmount: 0, units: [] };
  all.push(made);
  return made;
}

/** Runs side by side with the same share are one. */
function addUnits(units: Collected['units'], from: number, count: number, perUnit: number): void {
  if (perUnit === 0) return;
  const last = units[units.length - 1];
  if (last && last.perUnit === perUnit && last.from + last.count === from) last.count += count;
  else units.push({ from, count, perUnit });
}

function presentShipping(shipping: ShippingState, tax: LineTax, nameSource: NameSource): PricedShipping {
  const allocations = shipping.parts.map(({ source, amount }) => {
    const { promotionId, code } = nameSource(source);
    return { promotionId: promotionId ?? '', code, amount };
  });
  return {
    listAmount: shipping.listAmount,
    discountAmount: shipping.listAmount - shipping.current,
    amount: shipping.current,
    netAmount: tax.netAmount,
    taxAmount: tax.taxAmount,
    grossAmount: tax.grossAmount,
    taxes: tax.taxes,
    allocations,
  };
}
