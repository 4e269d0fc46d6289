/** The price of a basket that was shown when checkout began, and which price counts while it is held. */

/** What is held: the instant and the rules that the basket was priced with, and until when it counts (ISO, UTC). */
export type PriceHold = {
  readonly at: string;
  readonly until: string;
  readonly ruleSetNumber: number;
};

export type HeldPrice = 'same' | 'kept' | 'lower' | 'over';

/** Does the hold count at the instant? Half-open: at `until` it is over. A payment that began in time has its own time. */
export function isPriceHeld(hold: PriceHold | undefined, paidUntil: string | undefined, at: string): boolean {
  return hold !== undefined && (at < hold.until || (paidUntil !== undefined && at < paidUntil));
}

/** The shopper pays the lower of the price that was shown and the price of now, and is told which it was. */
export function chooseHeldPrice(shownAmount: number, nowAmount: number): Exclude<HeldPrice, 'over'> {
  if (shownAmount === nowAmount) return 'same';
  return shownAmount < nowAmount ? 'kept' : 'lower';
}
