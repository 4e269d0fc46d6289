/** What a returned unit is worth, and to which tender the money goes back. Both work on frozen figures only. */

import { assert, assertWhole } from '../assert.ts';
import { allocate } from '../money/allocate.ts';
import { multiplyRounded } from '../money/round.ts';
import type { TenderKind } from './tender-kind.ts';

export type SoldLine = {
  readonly quantity: number;
  readonly netAmount: number;
  readonly taxAmount: number;
  readonly grossAmount: number;
};

export type RefundShare = { netAmount: number; taxAmount: number; grossAmount: number };

/**
 * The frozen share of the next `returning` units of a sold line, of which `alreadyReturned` came back before;
 * quantities in thousandths. Shares are differences of a cumulative figure, so that any split into returns sums to the
 * line. The caller has refused a return of more than was sold; here that is a bug.
 */
export function refundShares(line: SoldLine, alreadyReturned: number, returning: number): RefundShare {
  assertWhole(alreadyReturned, 'a returned quantity');
  assertWhole(returning, 'a returned quantity');
  assert(line.netAmount + line.taxAmount === line.grossAmount, 'net and tax of a line make its gross');
  assert(alreadyReturned >= 0 && returning >= 0, 'a returned quantity is never negative');
  assert(alreadyReturned + returning <= line.quantity, 'no more comes back than was sold');
  const before = cumulativeShare(line, alreadyReturned);
  const after = cumulativeShare(line, alreadyReturned + returning);
  return {
    netAmount: after.netAmount - before.netAmount,
    taxAmount: after.taxAmount - before.taxAmount,
    grossAmount: after.grossAmount - before.grossAmount,
  };
}

/**
 * The tax follows from the rounded gross, not from the quantity: rounding both by themselves could make the tax of one
 * unit negative. Where the unit has a whole net or a whole gross price, that price comes out exactly.
 */
function cumulativeShare(line: SoldLine, returned: number): RefundShare {
  if (returned === 0 || line.grossAmount === 0) return { netAmount: 0, taxAmount: 0, grossAmount: 0 };
  const sign = line.grossAmount < 0 ? -1 : 1;
  const grossAmount = multiplyRounded(line.grossAmount, returned, line.quantity);
  const taxAmount = multiplyRounded(grossAmount, sign * line.taxAmount, sign * line.grossAmount);
  return { netAmount: grossAmount - taxAmount, taxAmount, grossAmount };
}

export type RefundableTender = { readonly id: string; readonly kind: TenderKind; readonly refundable: number };

export type RefundSplit =
  | { ok: true; parts: { id: string; kind: TenderKind; amount: number }[] }
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

const ranks: Readonly<Record<TenderKind, number>> = {
  points: 0,
  gift_card: 1,
  store_credit: 1,
  card: 2,
  test: 2,
  cash: 3,
};

function moneyTendersInOrder(tenders: readonly RefundableTender[]): RefundableTender[] {
  return tenders
    .filter((tender) => tender.kind !== 'points')
    .sort((a, b) => ranks[a.kind] - ranks[b.kind] || (ranks[a.kind] === ranks.card ? b.refundable - a.refundable : 0));
}
