/** Changing many prices by one rule: to an amount, by a share, by an amount; then to the ending that the merchant likes. */
import { assert, assertWhole } from '../assert.ts';
import { multiplyRounded } from './round.ts';

export interface PriceChange {
  kind: 'set' | 'percent' | 'amount';
  /** Minor units for `set` and `amount`, parts per million for `percent`; negative to lower. */
  value: number;
}
/** Prices that leave `rest` when divided by `step`, in minor units: step 100 and rest 90 is 4.90, 5.90, 6.90 … */
export interface PriceEnding {
  step: number;
  rest: number;
}

const whole = 1_000_000;
export const priceMax = 1_000_000_000_000;

/** The new price in minor units; `below_zero` or `too_large` where there is none. A price at zero stays what it is. */
export function changePrice(
  before: number,
  change: PriceChange,
  ending?: PriceEnding | null,
): number | 'below_zero' | 'too_large' {
  assertWhole(before, 'a price');
  assertWhole(change.value, 'a price change');
  const raw =
    change.kind === 'set'
      ? change.value
      : change.kind === 'amount'
        ? before + change.value
        : multiplyRounded(before, whole + change.value, whole);
  if (raw < 0) return 'below_zero';
  const after = ending == null || raw === 0 ? raw : toEnding(raw, ending);
  return after > priceMax ? 'too_large' : after;
}

/** The nearest price with the ending, the higher of two that are as near; never below the ending itself. */
export function toEnding(amount: number, { step, rest }: PriceEnding): number {
  assert(step > 0 && rest >= 0 && rest < step, 'an ending is less than its step');
  if (amount <= rest) return rest;
  const over = (amount - rest) % step;
  return amount - over + (2 * over >= step ? step : 0);
}
