/** How low discounts may take a unit: the cost with the merchant's margin on it, or a price named for these goods. */
import { type TaxRate, taxOf } from '../tax/tax.ts';

export type FloorRule = {
  /** Named for the goods, in the price mode. */
  readonly floorAmount: number | null;
  /** What one unit cost on average, without tax; null: nobody knows, or no margin is asked for. */
  readonly unitCost: number | null;
  /** On top of the cost, in parts per ten thousand. */
  readonly marginBasisPoints: number | null;
  /** Those inside the shelf price. */
  readonly rates: readonly TaxRate[];
  readonly pricesIncludeTax: boolean;
};

/** The floor of one unit in the price mode, minor units; fractions go up, the higher of the two counts. Null: zero. */
export function floorUnitAmountOf(rule: FloorRule): number | null {
  const { floorAmount, unitCost, marginBasisPoints, rates, pricesIncludeTax } = rule;
  if (unitCost === null || marginBasisPoints === null) return floorAmount;
  const net = Math.ceil((unitCost * (10_000 + marginBasisPoints)) / 10_000);
  const fromCost = pricesIncludeTax ? taxOf(net, rates, false).gross : net;
  return Math.max(floorAmount ?? 0, fromCost);
}
