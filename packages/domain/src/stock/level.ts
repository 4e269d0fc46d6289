/** What the ledger says of one variant at one location. All quantities are integer thousandths of a unit. */

import { assert } from '../assert.ts';
import { divideRounded, multiplyRounded } from '../money/round.ts';

/** Where goods physically are; together they are what is on hand. */
export const buckets = ['sellable', 'qualityControl', 'damaged', 'expired', 'onHold'] as const;
export type Bucket = (typeof buckets)[number];

/** Claims on sellable goods: they say for whom goods lie there, not that there are more of them. */
export const claims = ['committed', 'held', 'staged'] as const;
export type Claim = (typeof claims)[number];

/** Goods that are on their way and not yet on hand here. */
export const expectations = ['inTransit', 'onOrder'] as const;
export type Expectation = (typeof expectations)[number];

export const counters = [...buckets, ...claims, ...expectations] as const;
export type Counter = Bucket | Claim | Expectation;

/**
 * `valueAmount` is what everything on hand cost, in minor units; `lastUnitCost` the cost of one unit in the last
 * receipt, which stands in where nothing is on hand to take an average of.
 */
export type Level = Readonly<Record<Counter, number>> & { readonly valueAmount: number; readonly lastUnitCost: number };

/** What is kept back from a channel because counts are never quite right: a quantity, or a part of what is sellable. */
export type SafetyStock =
  | { readonly kind: 'none' }
  | { readonly kind: 'fixed'; readonly quantity: number }
  | { readonly kind: 'percent'; readonly ppm: number };

/** A variant that was never at the location. */
export const emptyLevel: Level = {
  sellable: 0,
  qualityControl: 0,
  damaged: 0,
  expired: 0,
  onHold: 0,
  committed: 0,
  held: 0,
  staged: 0,
  inTransit: 0,
  onOrder: 0,
  valueAmount: 0,
  lastUnitCost: 0,
};

/** All goods at the location, whatever their condition. */
export function onHand(level: Readonly<Record<Bucket, number>>): number {
  return level.sellable + level.qualityControl + level.damaged + level.expired + level.onHold;
}

/** Sellable less every claim: the true figure, which is negative when more is claimed or sold than lies there. */
export function available(level: Pick<Level, 'sellable' | Claim>): number {
  return level.sellable - level.committed - level.staged - level.held;
}

/** What a channel may still promise: available less its safety stock, never below 0. */
export function availableToPromise(level: Pick<Level, 'sellable' | Claim>, safety: SafetyStock): number {
  return Math.max(0, available(level) - safetyQuantity(level.sellable, safety));
}

/** The moving average cost of one unit in minor units, rounded; the last known cost where nothing is on hand. */
export function unitCost(level: Level): number {
  const quantity = onHand(level);
  return quantity > 0 ? divideRounded(BigInt(level.valueAmount) * 1000n, quantity) : level.lastUnitCost;
}

function safetyQuantity(sellable: number, safety: SafetyStock): number {
  if (safety.kind === 'none') return 0;
  if (safety.kind === 'percent') return multiplyRounded(Math.max(0, sellable), safety.ppm, 1_000_000);
  assert(safety.quantity >= 0, 'a safety stock is never negative');
  return safety.quantity;
}
