/** One immutable entry of the stock ledger: by how much each figure of a level changes, and why. */

import { assert, assertWhole } from '../assert.ts';
import { type Counter, claims, counters, type Level } from './level.ts';

export type MovementReason =
  | 'opening'
  | 'receipt'
  | 'adjustment'
  | 'hold'
  | 'hold_release'
  | 'commit'
  | 'commit_release'
  | 'stage'
  | 'unstage'
  | 'handover'
  | 'sale'
  | 'return'
  | 'revaluation'
  | 'count';

/** The other side of the entry, where goods came from or went to; `none` when they did not leave the location. */
export type Counterparty = 'customer' | 'supplier' | 'shrinkage' | 'in_transit' | 'opening' | 'none';

/** Deltas of every figure of a level. `lastUnitCost`, where present, is the new figure and not a delta. */
export type Movement = Readonly<Record<Counter, number>> & {
  readonly reason: MovementReason;
  readonly counterparty: Counterparty;
  readonly valueAmount: number;
  readonly lastUnitCost?: number;
};

/** The trade says no: too little to promise, fewer claimed than is let go, or fewer in a bucket than are taken out. */
export type StockRefusal =
  | { readonly code: 'stock.short'; readonly available: number }
  | { readonly code: 'stock.not_claimed'; readonly claimed: number }
  | { readonly code: 'stock.not_in_bucket'; readonly inBucket: number };

/** Did the rule refuse? Otherwise the result is what is to be recorded. */
export function isStockRefusal<T extends object>(result: T | StockRefusal): result is StockRefusal {
  return 'code' in result;
}

export type MovementChange = Partial<Record<Counter, number>> & { valueAmount?: number; lastUnitCost?: number };

/** A movement that changes the figures named and leaves the rest as they are. */
export function movementOf(reason: MovementReason, counterparty: Counterparty, change: MovementChange): Movement {
  return { ...stillness, ...change, reason, counterparty };
}

/** The level after the movement. A claim below zero or a broken figure is a bug and stops here. */
export function applyMovement(level: Level, movement: Movement): Level {
  const next = {
    sellable: level.sellable + movement.sellable,
    qualityControl: level.qualityControl + movement.qualityControl,
    damaged: level.damaged + movement.damaged,
    expired: level.expired + movement.expired,
    onHold: level.onHold + movement.onHold,
    committed: level.committed + movement.committed,
    held: level.held + movement.held,
    staged: level.staged + movement.staged,
    inTransit: level.inTransit + movement.inTransit,
    onOrder: level.onOrder + movement.onOrder,
    valueAmount: level.valueAmount + movement.valueAmount,
    lastUnitCost: movement.lastUnitCost ?? level.lastUnitCost,
  };
  for (const counter of counters) assertWhole(next[counter], counter);
  assertWhole(next.valueAmount, 'a stock value');
  for (const claim of claims) assert(next[claim] >= 0, `${claim} is never negative`);
  return next;
}

const stillness = {
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
};
