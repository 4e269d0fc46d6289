/** Claims on sellable goods: hold while somebody pays, commit when an order is placed, stage when it is picked. */

import { assert, assertWhole } from '../assert.ts';
import { availableToPromise, type Claim, type Level, type SafetyStock } from './level.ts';
import { type Movement, type MovementReason, movementOf, type StockRefusal } from './movement.ts';

/** Claims a quantity while payment runs; refused when the channel cannot promise it. */
export function hold(level: Level, quantity: number, safety: SafetyStock): Movement | StockRefusal {
  return claimNew(level, 'held', quantity, safety, 'hold');
}

/** Lets a hold go: it ran out, or the payment failed. Refused when less is held. */
export function releaseHold(level: Level, quantity: number): Movement | StockRefusal {
  return moveClaim(level, quantity, 'held', undefined, 'hold_release');
}

/** Turns a hold into a commitment: the order is placed. Refused when less is held, as when the hold has expired. */
export function commitHeld(level: Level, quantity: number): Movement | StockRefusal {
  return moveClaim(level, quantity, 'held', 'committed', 'commit');
}

/** Commits a quantity for an order that had no hold; refused when the channel cannot promise it. */
export function commit(level: Level, quantity: number, safety: SafetyStock): Movement | StockRefusal {
  return claimNew(level, 'committed', quantity, safety, 'commit');
}

/** Gives a commitment back: the order was cancelled before picking, or the pick was short. */
export function releaseCommit(level: Level, quantity: number): Movement | StockRefusal {
  return moveClaim(level, quantity, 'committed', undefined, 'commit_release');
}

/** Picked and set aside for an order. Refused when less is committed. */
export function stage(level: Level, quantity: number): Movement | StockRefusal {
  return moveClaim(level, quantity, 'committed', 'staged', 'stage');
}

/** Cancelled after picking: the goods are free again, and somebody has to put them back on the shelf. */
export function unstage(level: Level, quantity: number): Movement | StockRefusal {
  return moveClaim(level, quantity, 'staged', undefined, 'unstage');
}

function claimNew(
  level: Level,
  claim: Claim,
  quantity: number,
  safety: SafetyStock,
  reason: MovementReason,
): Movement | StockRefusal {
  assertClaimable(quantity);
  const promisable = availableToPromise(level, safety);
  if (quantity > promisable) return { code: 'stock.short', available: promisable };
  return movementOf(reason, 'none', { [claim]: quantity });
}

function moveClaim(
  level: Level,
  quantity: number,
  from: Claim,
  to: Claim | undefined,
  reason: MovementReason,
): Movement | StockRefusal {
  assertClaimable(quantity);
  if (quantity > level[from]) return { code: 'stock.not_claimed', claimed: level[from] };
  return movementOf(reason, 'none', { [from]: 0 - quantity, ...(to && { [to]: quantity }) });
}

function assertClaimable(quantity: number): void {
  assertWhole(quantity, 'a quantity');
  assert(quantity > 0, 'a claimed quantity is positive');
}
