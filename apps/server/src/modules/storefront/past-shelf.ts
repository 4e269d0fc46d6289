/** What goods cost at each moment of a span of time, by the same engine that prices them now: nobody keeps a list of it. */
import type { PricingContext, PricingLine } from '@tandem/domain/pricing/basket.ts';
import type { PriceHistoryEntry } from '@tandem/domain/pricing/lowest-price.ts';
import { priceList } from '@tandem/domain/pricing/price-list.ts';
import { entriesOf, type PastEntry, type PastPrice, type PastRules } from '../pricing/index.ts';

/** A price from an instant (UTC) on. */
export interface PastShelfPrice extends PriceHistoryEntry {
  /** A higher price was struck through. */
  isReduced: boolean;
}

const momentsMax = 600;

/**
 * The price of one piece of each line from the first of the rules on until `now` (ms), by variant, for the shopper of the context. Limits of
 * promotions are taken as not reached: a price that was promised counts. Undefined where prices changed too often to follow.
 */
export function pastShelf(
  lines: readonly PricingLine[],
  past: {
    rules: readonly PastRules[];
    prices: ReadonlyMap<string, readonly PastPrice[]>;
    entries: ReadonlyMap<string, readonly PastEntry[]>;
  },
  context: PricingContext,
  now: number,
): Map<string, PastShelfPrice[]> | undefined {
  const found = new Map<string, PastShelfPrice[]>(lines.map((line) => [line.variantId, []]));
  const set = [...past.rules.map(({ from }) => from), ...[...past.prices.values()].flat().map(({ from }) => from)];
  const changes = [...new Set(set)].sort((a, b) => a - b);
  let moment = past.rules[0]?.from ?? now;
  for (let step = 0; moment < now; step += 1) {
    if (step >= momentsMax) return undefined;
    const at = new Date(moment).toISOString();
    const rules = past.rules.findLast(({ from }) => from <= moment)?.rules;
    if (rules === undefined) return undefined;
    const there = lines.flatMap((line) => {
      const base = past.prices.get(line.variantId)?.findLast(({ from }) => from <= moment);
      if (base === undefined) return [];
      const { amount: baseAmount, compareAtAmount } = base;
      const entries = entriesOf(past.entries.get(line.variantId) ?? [], rules.number);
      return [{ ...line, prices: { baseAmount, compareAtAmount, entries } }];
    });
    const listed = priceList(there, rules, { ...context, at, usage: {} });
    let next = changes.find((change) => change > moment) ?? now;
    there.forEach(({ variantId }, index) => {
      const one = listed[index];
      if (one === undefined) return;
      if (one.validUntil !== null) next = Math.min(next, Date.parse(one.validUntil));
      found.get(variantId)?.push({ at, amount: one.unitAmount, isReduced: one.wasAmount !== null });
    });
    moment = next;
  }
  return found;
}
