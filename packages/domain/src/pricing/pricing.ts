/** A basket on its way through the pipeline: what is known, and the state that promotions change. */

import { multiplyRounded } from '../money/round.ts';
import { type TaxRate, taxOf } from '../tax/tax.ts';
import type { PricingBasket, PricingContext } from './basket.ts';
import type { CompiledRuleSet } from './compile-rule-set.ts';
import { currentOf, type Run, type Stack } from './stacks.ts';

export type ShippingState = {
  readonly listAmount: number;
  readonly current: number;
  readonly parts: readonly { readonly source: number; readonly amount: number }[];
};

export type Pricing = {
  readonly compiled: CompiledRuleSet;
  readonly basket: PricingBasket;
  readonly context: PricingContext;
  /** Milliseconds of UTC. */
  readonly instant: number;
  readonly timeZone: string;
  readonly stacks: readonly Stack[];
  /** For each filter of the rule set the stacks that it means. */
  readonly matches: readonly (readonly number[] | undefined)[];
  /** Filled as filters are asked for. */
  readonly goodsOf: (readonly Stack[] | undefined)[];
  shipping: ShippingState | null;
};

export type Snapshot = { readonly runs: readonly (readonly Run[])[]; readonly shipping: ShippingState | null };

export function takeSnapshot(pricing: Pricing): Snapshot {
  return { runs: pricing.stacks.map((stack) => stack.runs), shipping: pricing.shipping };
}

export function restore(pricing: Pricing, snapshot: Snapshot): void {
  pricing.stacks.forEach((stack, index) => {
    stack.runs = snapshot.runs[index] ?? stack.runs;
  });
  pricing.shipping = snapshot.shipping;
}

const precise = 1_000_000_000;

/** Are fixed amounts and thresholds net of the tax that is inside the prices? */
export function isNetMode({ compiled }: Pricing): boolean {
  return compiled.ruleSet.settings.thresholds === 'net' && compiled.ruleSet.pricesIncludeTax;
}

/** The rates inside the shelf price of the goods. */
export function ratesInside(stack: Stack): readonly TaxRate[] {
  return stack.goods.homeRates ?? stack.goods.rates;
}

/** What a threshold compares of an amount of the stack: the amount itself, or its net. */
export function measured(pricing: Pricing, stack: Stack, amount: number): number {
  return isNetMode(pricing) ? taxOf(amount, ratesInside(stack), true).net : amount;
}

/** A fixed amount of a promotion in the price mode; in net mode it grows by the tax of the goods it is given on. */
export function inPriceMode(pricing: Pricing, amount: number, stacks: readonly Stack[]): number {
  if (!isNetMode(pricing)) return amount;
  const [first] = stacks;
  if (stacks.length === 1 && first) {
    return multiplyRounded(amount, taxOf(precise, ratesInside(first), false).gross, precise);
  }
  let gross = 0;
  let net = 0;
  for (const stack of stacks) {
    const current = currentOf(stack);
    gross += current;
    net += taxOf(current, ratesInside(stack), true).net;
  }
  return net === 0 ? amount : multiplyRounded(amount, gross, net);
}
