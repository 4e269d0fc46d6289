/**
 * What goods are worth when they come and go. A level carries the exact value of everything on hand, so the moving
 * average never drifts: what leaves takes its share, and the last piece takes all that is left.
 */

import { multiplyQuantity, multiplyRounded } from '../money/round.ts';
import { type Bucket, type Level, onHand } from './level.ts';
import { type Counterparty, type Movement, type MovementReason, movementOf } from './movement.ts';

/** The value of a quantity that leaves, as a positive amount. What is not on hand leaves at the last known cost. */
export function valueLeaving(level: Level, quantity: number): number {
  const here = onHand(level);
  if (here <= 0) return multiplyQuantity(level.lastUnitCost, quantity);
  if (quantity < here) return multiplyRounded(level.valueAmount, quantity, here);
  return level.valueAmount + multiplyQuantity(level.lastUnitCost, quantity - here);
}

/** The value of goods that were found: the moving average, or the last known cost where nothing is on hand. */
export function valueFound(level: Level, quantity: number): number {
  const here = onHand(level);
  if (here <= 0) return multiplyQuantity(level.lastUnitCost, quantity);
  return multiplyRounded(level.valueAmount, quantity, here);
}

export type Arrival = {
  readonly bucket: Bucket;
  readonly quantity: number;
  readonly valueAmount: number;
  readonly reason: MovementReason;
  readonly counterparty: Counterparty;
  readonly lastUnitCost?: number;
};

/**
 * Goods that come in at a value. Where more had left than was there, those pieces left at a guess; now that a real cost
 * is known, a second movement sets the value of what is on hand to that cost, and to 0 where nothing is.
 */
export function arrive(level: Level, arrival: Arrival): Movement[] {
  const { bucket, quantity, valueAmount, reason, counterparty, lastUnitCost } = arrival;
  const incoming = movementOf(reason, counterparty, {
    [bucket]: quantity,
    valueAmount,
    ...(lastUnitCost !== undefined && { lastUnitCost }),
  });
  const before = onHand(level);
  if (before >= 0) return [incoming];
  const due = multiplyRounded(valueAmount, before + quantity, quantity);
  const revalued = due - level.valueAmount - valueAmount;
  return revalued === 0 ? [incoming] : [incoming, movementOf('revaluation', 'none', { valueAmount: revalued })];
}
