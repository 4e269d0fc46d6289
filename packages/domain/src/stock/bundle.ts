/** A bundle is sold as one article and has no stock of its own: it is so many pieces of other variants. */

import { assert, assertWhole } from '../assert.ts';
import { allocate } from '../money/allocate.ts';
import { multiplyQuantity, multiplyRounded } from '../money/round.ts';

/** What one bundle takes of another variant, in thousandths. */
export interface Component {
  readonly variantId: string;
  readonly quantity: number;
}

/** What goods have to be there for a line: the contents of a bundle, or the variant itself. Thousandths. */
export function goodsOf(variantId: string, components: readonly Component[], quantity: number): Component[] {
  if (components.length === 0) return [{ variantId, quantity }];
  return components.map((one) => ({ variantId: one.variantId, quantity: goodsIn(one.quantity, quantity) }));
}

/** How much of a component so many bundles take, both in thousandths, half away from zero. */
export function goodsIn(perBundle: number, bundles: number): number {
  return multiplyRounded(perBundle, bundles, 1000);
}

/**
 * How many whole bundles, in thousandths, the component that is shortest allows; `promised` says what there is of each.
 * Never below zero.
 */
export function bundlesFrom(components: readonly Component[], promised: (variantId: string) => number): number {
  assert(components.length > 0, 'a bundle is made of something');
  const counts = components.map(({ variantId, quantity }) => {
    assert(quantity > 0, 'a bundle takes something of each component');
    return Math.floor(Math.max(0, promised(variantId)) / quantity);
  });
  return Math.min(...counts) * 1000;
}

/**
 * An amount of a bundle's line, spread over its components by what they cost on their own (`unitAmount` of one piece), by
 * largest remainder; sums to the amount exactly. Where none of them costs anything, by their quantities.
 */
export function splitBundle(
  amount: number,
  components: readonly { readonly quantity: number; readonly unitAmount: number }[],
): number[] {
  assertWhole(amount, 'an amount');
  const alone = components.map((one) => multiplyQuantity(one.unitAmount, one.quantity));
  const isFree = alone.every((weight) => weight === 0);
  return allocate(amount, isFree ? components.map((one) => one.quantity) : alone);
}
