/** Free or reduced shipping. */

import { multiplyRounded } from '../money/round.ts';
import type { Pricing } from '../pricing/pricing.ts';
import type { Action } from './action.ts';
import { type Candidate, type Planned, planOf } from './candidate.ts';
import { refusal } from './refusal.ts';

export function planShipping(
  { shipping, basket }: Pricing,
  { promotion }: Candidate,
  { reward, methods }: Action & { kind: 'shipping' },
): Planned {
  const isMeant = shipping && basket.shipping && (!methods || methods.includes(basket.shipping.method));
  if (!isMeant) return refusal('wrong_shipping', methods ? { methods: methods.join(',') } : {});
  const from = promotion.rule.base === 'original' ? shipping.listAmount : shipping.current;
  const off =
    reward.kind === 'percent'
      ? multiplyRounded(from, reward.basisPoints, 10_000)
      : reward.kind === 'amount'
        ? reward.amount
        : shipping.current - reward.amount;
  return { ...planOf([]), shippingAmount: Math.max(0, Math.min(off, shipping.current)) };
}
