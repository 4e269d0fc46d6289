/** To which tender the money of a return goes back. */

import { assert, assertWhole } from '../assert.ts';
import { allocate } from '../money/allocate.ts';
import { multiplyRounded } from '../money/round.ts';
import type { TenderKind } from './tender-kind.ts';

export type RefundShare = { netAmount: number; taxAmount: number; grossAmount: number };

/** What an order was paid with: the means of payment, and money that was taken outside of Tandem. */
export type PaidWith = TenderKind | 'in_store' | 'external';

export type RefundableTender = { readonly id: string; readonly kind: PaidWith; readonly refundable: number };

export type RefundSplit =
  | { ok: true; parts: { id: string; kind: PaidWith; amount: number }[] }
  | { ok: false; code: 'refund.exceeds_paid'; refundable: number };

/**
 * Splits a refund over what can still go back to each tender: points pro rata, then gift cards and store credit, then
 * cards with the largest remainder first, cash last. The parts sum to the refund exactly; refused when more is asked
 * than all tenders can take. Tenders that get nothing are left out. Rounding to coins is the caller's, as `roundCash`.
 */
export function splitRefund(refund: number, tenders: readonly RefundableTender[]): RefundSplit {
  assertWhole(refund, 'a refund');
  assert(refund >= 0, 'a refund is never negative');
  for (const tender of tenders) assert(tender.refundable >= 0, 'what is refundable is never negative');
  const refundable = tenders.reduce((sum, tender) => sum + tender.refundable, 0);
  if (refund > refundable) return { ok: false, code: 'refund.exceeds_paid', refundable };
  const points = tenders.filter((tender) => tender.kind === 'points');
  const weights = points.map((tender) => tender.refundable);
  const inPoints = weights.reduce((sum, weight) => sum + weight, 0);
  const pointsShare = inPoints === 0 ? 0 : multiplyRounded(refund, inPoints, refundable);
  const shares = allocate(pointsShare, weights);
  const parts = points.map((tender, index) => ({ id: tender.id, kind: tender.kind, amount: shares[index] ?? 0 }));
  let left = refund - pointsShare;
  for (const tender of moneyTendersInOrder(tenders)) {
    const amount = Math.min(left, tender.refundable);
    parts.push({ id: tender.id, kind: tender.kind, amount });
    left -= amount;
  }
  return { ok: true, parts: parts.filter((part) => part.amount > 0) };
}

const ranks: Readonly<Record<PaidWith, number>> = {
  points: 0,
  gift_card: 1,
  store_credit: 1,
  card: 2,
  test: 2,
  in_store: 2,
  external: 2,
  cash: 3,
};

function moneyTendersInOrder(tenders: readonly RefundableTender[]): RefundableTender[] {
  return tenders
    .filter((tender) => tender.kind !== 'points')
    .sort((a, b) => ranks[a.kind] - ranks[b.kind] || (ranks[a.kind] === ranks.card ? b.refundable - a.refundable : 0));
}
