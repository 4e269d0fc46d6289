/**
 * The uses of an order that is edited: what it used itself is no use by others, so that its own coupon never stands in its
 * way. The ledger is appended by the difference: what is no more is given back, what is new or otherwise is used anew.
 */
import type { KnownCode, Usage } from '@tandem/domain/pricing/basket.ts';
import type { AppliedPromotion } from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type Claimant, knownCodesOf, limitedFor, openUsageBook } from './usage-book.ts';
import { tellSpent } from './usage-counts.ts';
import { appendEntries, freeCoupons, type NetUses, type NewUse, netUses, type UsedByOrder } from './usage-ledger.ts';
import { usageOf } from './usage-rows.ts';

export interface EditedOrder {
  orderId: string;
  memberId: string | null;
  /** The business date that it was placed on: its uses stay uses of that day. */
  day: string;
  /** Those that it has, and those that it shall have. */
  codesBefore: readonly string[];
  codes: readonly string[];
}
export interface OrderUses {
  usage: Record<string, Usage>;
  knownCodes: KnownCode[];
  own: NetUses;
}

/** What limits look at, the order's own uses left out; with `isLocked` under the lock of the totals and codes. */
export async function usesForEdit(
  tx: Tx,
  rules: RuleSet,
  order: EditedOrder,
  { at, isLocked }: { at: string; isLocked: boolean },
): Promise<OrderUses> {
  const { orderId, memberId, day, codes } = order;
  const own = await netUses(tx, orderId);
  const all = [...new Set([...order.codesBefore, ...codes])];
  const who: Claimant = { basketId: orderId, memberId, codes, day };
  let counted: Pick<OrderUses, 'usage' | 'knownCodes'>;
  if (isLocked) {
    const book = await openUsageBook(tx, rules, [{ ...who, codes: all }], [], at);
    counted = { usage: book.usage(who), knownCodes: book.knownCodes(who) };
  } else {
    const usage = await usageOf(tx, limitedFor(rules, codes), { memberId, day, at, baskets: [] });
    counted = { usage, knownCodes: (await knownCodesOf(tx, rules, codes, at))(who) };
  }
  const mine = new Set(own.uses.map((use) => use.couponId));
  return {
    own,
    usage: Object.fromEntries(Object.entries(counted.usage).map(([id, usage]) => [id, without(usage, id, own.uses)])),
    knownCodes: counted.knownCodes.map((code) => (mine.has(code.couponId) ? { ...code, refusal: null } : code)),
  };
}

function without(usage: Usage, promotionId: string, own: readonly UsedByOrder[]): Usage {
  const left = { ...usage };
  for (const use of own) {
    if (use.promotionId !== promotionId) continue;
    left.uses -= use.times;
    left.usesToday -= use.times;
    if (use.memberId !== null) left.usesByMember -= use.times;
    left.pieces -= use.pieces;
    left.amount -= use.amount;
  }
  return left;
}

/** Writes the difference between what the order used and what it uses now, and moves its coupons. The uses are locked. */
export async function changeUses(
  tx: Tx,
  rules: RuleSet,
  order: Omit<NewUse, 'applied'>,
  { uses: own, lastEntryNo }: NetUses,
  applied: readonly AppliedPromotion[],
): Promise<void> {
  const { at, orderId, day } = order;
  const wanted = summed(applied);
  const given = own.filter((use) => !wanted.some((one) => isSame(one, use)));
  const taken = wanted.filter((one) => !own.some((use) => isSame(one, use)));
  const entries = [
    ...given.map(({ promotionId, code, couponId, times, pieces, amount }) => ({
      ...order,
      ...{ promotionId, code, couponId, times: 0 - times, pieces: 0 - pieces, amount: 0 - amount },
    })),
    ...taken.map((one) => ({ ...order, ...one })),
  ].map((entry, index) => ({ ...entry, entryNo: lastEntryNo + index + 1 }));
  const changes = entries.map(({ promotionId, times: uses, pieces, amount }) => ({
    promotionId,
    day,
    uses,
    pieces,
    amount,
  }));
  await tellSpent(tx, rules, changes, { at, isDone: false });
  appendEntries(tx, entries);
  const coupons = (list: readonly { couponId: string | null }[]) => list.flatMap(({ couponId }) => couponId ?? []);
  const kept = new Set(coupons(wanted));
  await freeCoupons(
    tx,
    coupons(own).filter((id) => !kept.has(id)),
    { orderId, at },
  );
  const had = new Set(coupons(own));
  await redeemCoupons(
    tx,
    coupons(wanted).filter((id) => !had.has(id)),
    orderId,
    at,
  );
}

type Figures = Pick<AppliedPromotion, 'promotionId' | 'code' | 'couponId' | 'times' | 'pieces' | 'amount'>;

const isAlike = (a: Figures, b: Figures): boolean =>
  a.promotionId === b.promotionId && a.code === b.code && a.couponId === b.couponId;
const isSame = (a: Figures, b: Figures): boolean =>
  isAlike(a, b) && a.times === b.times && a.pieces === b.pieces && a.amount === b.amount;

/** One row for each promotion with its code. */
function summed(applied: readonly AppliedPromotion[]): Figures[] {
  const sums: Figures[] = [];
  for (const one of applied) {
    const known = sums.findIndex((sum) => isAlike(sum, one));
    const { promotionId, code, couponId, times, pieces, amount } = one;
    const before = sums[known] ?? { times: 0, pieces: 0, amount: 0 };
    const sum = {
      ...{ promotionId, code, couponId },
      times: before.times + times,
      pieces: before.pieces + pieces,
      amount: before.amount + amount,
    };
    if (known < 0) sums.push(sum);
    else sums[known] = sum;
  }
  return sums;
}

async function redeemCoupons(tx: Tx, ids: readonly string[], orderId: string, at: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.run(sql`
    update promotions.coupon set state = 'redeemed', order_id = ${orderId}, held_by = null, held_until = null, updated_at = ${at}
    where merchant_id = ${tx.merchantId} and id = any (${[...ids]}::uuid[])`);
}
