/** Goods that come, go, or change their condition, with the value they carry. Quantities in thousandths. */

import { assert, assertWhole } from '../assert.ts';
import { multiplyQuantity } from '../money/round.ts';
import { available, type Bucket, type Level } from './level.ts';
import { type Counterparty, type Movement, type MovementReason, movementOf, type StockRefusal } from './movement.ts';
import { arrive, valueFound, valueLeaving } from './value-stock.ts';

export type ReceiptOptions = {
  readonly bucket?: Bucket;
  readonly reason?: 'receipt' | 'opening';
  readonly counterparty?: Counterparty;
};

/**
 * Goods from a supplier, or opening stock, at a cost per unit in minor units. Gives one movement, or two when stock was
 * below zero: the second is a revaluation that makes the value on hand quantity × this cost.
 */
export function receive(level: Level, quantity: number, unitCost: number, options: ReceiptOptions = {}): Movement[] {
  assertPositive(quantity);
  assert(unitCost >= 0, 'a cost is never negative');
  const reason = options.reason ?? 'receipt';
  return arrive(level, {
    bucket: options.bucket ?? 'sellable',
    quantity,
    valueAmount: multiplyQuantity(unitCost, quantity),
    reason,
    counterparty: options.counterparty ?? (reason === 'opening' ? 'opening' : 'supplier'),
    lastUnitCost: unitCost,
  });
}

export type AdjustmentOptions = {
  readonly reason?: Extract<MovementReason, 'adjustment' | 'count' | 'opening'>;
  readonly counterparty?: Counterparty;
};

/**
 * More or fewer goods in a bucket because a person says so, at the moving average. A delta of 0 is recorded too (a
 * count that agreed). Sellable may go below zero, since a person who sees the shelf is right; another bucket may not:
 * refused.
 */
export function adjust(
  level: Level,
  bucket: Bucket,
  delta: number,
  options: AdjustmentOptions = {},
): Movement[] | StockRefusal {
  assertWhole(delta, 'a quantity');
  const { reason = 'adjustment', counterparty = 'shrinkage' } = options;
  if (delta === 0) return [movementOf(reason, counterparty, {})];
  if (delta > 0) {
    return arrive(level, { bucket, quantity: delta, valueAmount: valueFound(level, delta), reason, counterparty });
  }
  if (bucket !== 'sellable' && level[bucket] + delta < 0) return shortOf(level, bucket);
  return [movementOf(reason, counterparty, { [bucket]: delta, valueAmount: 0 - valueLeaving(level, -delta) })];
}

/** Goods whose condition changed (quality control passed, expired, damaged on the shelf); their value stays. */
export function changeBucket(level: Level, from: Bucket, to: Bucket, quantity: number): Movement | StockRefusal {
  assertPositive(quantity);
  assert(from !== to, 'goods move between two buckets');
  if (level[from] < quantity) return shortOf(level, from);
  return movementOf('adjustment', 'none', { [from]: 0 - quantity, [to]: quantity });
}

/** Staged goods leave with the shopper or the carrier; the value that goes out is the cost of the sale, frozen. */
export function handOver(level: Level, quantity: number): Movement | StockRefusal {
  assertPositive(quantity);
  if (quantity > level.staged) return { code: 'stock.not_claimed', claimed: level.staged };
  return movementOf('handover', 'customer', {
    sellable: 0 - quantity,
    staged: 0 - quantity,
    valueAmount: 0 - valueLeaving(level, quantity),
  });
}

export type TillSale = {
  movement: Movement;
  /** The ledger had them, and now says less than none: somebody has to look. */
  crossedBelowZero: boolean;
  /** How many claimed units are no longer covered by sellable goods: web orders to source elsewhere. */
  uncovered: number;
};

/** Sold over the counter. The goods are gone whatever the ledger thinks, so this is never refused. */
export function sellAtTill(level: Level, quantity: number): TillSale {
  assertPositive(quantity);
  const sellable = level.sellable - quantity;
  return {
    movement: movementOf('sale', 'customer', {
      sellable: 0 - quantity,
      valueAmount: 0 - valueLeaving(level, quantity),
    }),
    crossedBelowZero: level.sellable >= 0 && sellable < 0,
    uncovered: Math.min(
      level.committed + level.staged + level.held,
      Math.max(0, 0 - available({ ...level, sellable })),
    ),
  };
}

/** Goods that a shopper brought back, into the bucket of their condition, at the cost they were sold with. */
export function returnToStock(level: Level, bucket: Bucket, quantity: number, valueAmount: number): Movement[] {
  assertPositive(quantity);
  assertWhole(valueAmount, 'a cost');
  assert(valueAmount >= 0, 'a cost is never negative');
  return arrive(level, { bucket, quantity, valueAmount, reason: 'return', counterparty: 'customer' });
}

function shortOf(level: Level, bucket: Bucket): StockRefusal {
  return { code: 'stock.not_in_bucket', inBucket: level[bucket] };
}

function assertPositive(quantity: number): void {
  assertWhole(quantity, 'a quantity');
  assert(quantity > 0, 'a moved quantity is positive');
}
