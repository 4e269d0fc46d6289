/**
 * The goods of a basket while they are priced. Lines of the same goods are one stack, so that splitting a line changes
 * nothing; the units of a stack are kept as runs of equal units, so that a million pieces cost as much as one.
 */

import { assert, assertWhole } from '../assert.ts';
import { multiplyQuantity } from '../money/round.ts';
import type { PricingLine } from './basket.ts';
import { type FoundPrice, findListPrice } from './list-price.ts';
import type { OpenPriceLists } from './open-price-lists.ts';

/** One source's share of each unit of a run; sources are numbered by the steps of the pipeline. */
export type Part = {
  readonly source: number;
  readonly perUnit: number;
  /** What a unit came to before. */
  readonly before: number;
  readonly earlier: Part | null;
};

/** `count` units from unit `from` of the stack, all alike. `current` is what one of them costs now. */
export type Run = {
  readonly from: number;
  readonly count: number;
  readonly current: number;
  /** A promotion of the set phase has used these units. */
  readonly usedBy: number | null;
  readonly parts: Part | null;
};

export type Slot = { readonly position: number; readonly from: number; readonly count: number };

export type Stack = {
  readonly index: number;
  readonly goods: PricingLine;
  readonly slots: readonly Slot[];
  readonly units: number;
  /** Thousandths of all its lines together. */
  readonly quantity: number;
  readonly price: FoundPrice;
  /** What one unit costs by list; a quantity that is not whole pieces is one unit. */
  readonly unitAmount: number;
  readonly floor: number;
  readonly isSplittable: boolean;
  /** The goods were added as the gift or add-on of this promotion, and wait for it. */
  readonly reservedFor: string | null;
  runs: readonly Run[];
  /** What the runs come to, and the runs that this was last added up for. */
  sum: number;
  summed: readonly Run[] | null;
};

/** `isOffer` says whether a promotion is there that a line may be the gift or add-on of. */
export function buildStacks(
  lines: readonly PricingLine[],
  lists: OpenPriceLists,
  isOffer: (promotionId: string) => boolean,
): Stack[] {
  const [only] = lines;
  if (only && lines.length === 1) {
    assertQuantity(only);
    return [stackOf([{ line: only, position: 0 }], 0, lists, noQuantities, isOffer)];
  }
  const quantities = sumQuantities(lines);
  const seen = new Map<string, { key: string; members: { line: PricingLine; position: number }[] }[]>();
  const groups: { line: PricingLine; position: number }[][] = [];
  lines.forEach((line, position) => {
    assertQuantity(line);
    const alike = seen.get(line.variantId) ?? [];
    const key = lines.length > 1 && quantities.repeated.has(line.variantId) ? keyOf(line) : '';
    const group = key === '' ? undefined : alike.find((one) => one.key === key);
    if (group && canMerge(line)) group.members.push({ line, position });
    else {
      const members = [{ line, position }];
      if (canMerge(line)) seen.set(line.variantId, [...alike, { key, members }]);
      groups.push(members);
    }
  });
  return groups.map((members, index) => stackOf(members, index, lists, quantities.byVariant, isOffer));
}

const noQuantities: ReadonlyMap<string, number> = new Map();

function assertQuantity({ quantity }: PricingLine): void {
  assertWhole(quantity, 'a quantity');
  assert(quantity > 0, 'a quantity is above zero');
}

function sumQuantities(lines: readonly PricingLine[]) {
  const byVariant = new Map<string, number>();
  const repeated = new Set<string>();
  const all = new Set<string>();
  for (const line of lines) {
    if (all.has(line.variantId)) repeated.add(line.variantId);
    all.add(line.variantId);
    if (line.overrideUnitAmount !== null || line.offeredBy !== null) continue;
    byVariant.set(line.variantId, (byVariant.get(line.variantId) ?? 0) + line.quantity);
  }
  return { byVariant, repeated };
}

function canMerge(line: PricingLine): boolean {
  return line.quantity % 1000 === 0 && line.manualDiscount === null;
}

function keyOf(line: PricingLine): string {
  return JSON.stringify({ ...line, id: '', quantity: 0 });
}

function stackOf(
  members: readonly { line: PricingLine; position: number }[],
  index: number,
  lists: OpenPriceLists,
  quantities: ReadonlyMap<string, number>,
  isOffer: (promotionId: string) => boolean,
): Stack {
  const goods = (members[0] as { line: PricingLine }).line;
  const isSplittable = goods.quantity % 1000 === 0;
  const slots: Slot[] = [];
  let units = 0;
  let quantity = 0;
  for (const { line, position } of members) {
    const count = isSplittable ? line.quantity / 1000 : 1;
    slots.push({ position, from: units, count });
    units += count;
    quantity += line.quantity;
  }
  const price = priceOf(goods, quantities.get(goods.variantId) ?? quantity, lists);
  const scale = (amount: number) => (isSplittable ? amount : multiplyQuantity(amount, goods.quantity));
  const unitAmount = scale(price.unitAmount);
  assertWhole(unitAmount * units, 'a line amount');
  return {
    index,
    goods,
    slots,
    units,
    quantity,
    price,
    unitAmount,
    floor: goods.floorUnitAmount === null ? 0 : Math.max(0, scale(goods.floorUnitAmount)),
    isSplittable,
    reservedFor: goods.offeredBy !== null && isOffer(goods.offeredBy) ? goods.offeredBy : null,
    runs: [{ from: 0, count: units, current: unitAmount, usedBy: null, parts: null }],
    sum: 0,
    summed: null,
  };
}

function priceOf(goods: PricingLine, quantity: number, lists: OpenPriceLists): FoundPrice {
  const found = findListPrice(goods.prices, quantity, lists);
  const entered = goods.overrideUnitAmount;
  if (entered === null) return found;
  return { ...found, unitAmount: entered, compareAtAmount: null, priceListId: null, isScheduled: false };
}

/** What a stack's units come to now. */
export function currentOf(stack: Stack): number {
  if (stack.summed === stack.runs) return stack.sum;
  let sum = 0;
  for (const run of stack.runs) sum += run.current * run.count;
  stack.sum = sum;
  stack.summed = stack.runs;
  return sum;
}
