/** What came of a promotion on a basket. */

import type { Offer } from '../pricing/priced-basket.ts';
import type { Refusal } from './refusal.ts';

/** Refused: nothing has changed. Amount in minor units; `pieces` are the units that became cheaper. */
export type Outcome = {
  readonly amount: number;
  readonly times: number;
  readonly pieces: number;
  readonly offer: Offer | null;
  readonly refusal: Refusal | null;
};

export function refused(because: Refusal): Outcome {
  return { amount: 0, times: 0, pieces: 0, offer: null, refusal: because };
}
