import { StatusBadge, type StatusTone, useTexts } from '@tandem/ui/react/index.ts';
import { couponTexts } from '../messages/coupons.ts';
import type { Coupon } from './use-coupons.ts';

const tones: Readonly<Record<Coupon['state'], StatusTone>> = {
  issued: 'neutral',
  held: 'active',
  redeemed: 'done',
  revoked: 'danger',
};

/** What became of a code. */
export function CouponState({ state }: { readonly state: Coupon['state'] }) {
  const t = useTexts(couponTexts);
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>;
}
