/** What tills used: they sold already, so nothing is refused here, only counted and told. */
import type { Answer } from '@tandem/contract/index.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { keptRules } from '../pricing/index.ts';
import { normalCode } from './check-definition.ts';
import { couponRefusal, readCoupons, redeemAtTill } from './coupon-rows.ts';
import { tellSpent } from './usage-counts.ts';
import { appendUses, type NewUse } from './usage-ledger.ts';

/** What a code is that a till asks about; undefined where it is nobody's. `not_yours` of one that is a member's. */
export async function codeAtTill(
  tx: Tx,
  code: string,
  at: string,
): Promise<Answer<'GET /api/till/codes/:code'> | undefined> {
  const coupon = (await readCoupons(tx, [code])).get(normalCode(code));
  if (coupon === undefined) return undefined;
  return { ...couponRefusal(coupon, { basketId: null, memberId: null }, at), code, memberId: coupon.memberId };
}

/** The members whose own these codes are, by coupon; codes of nobody in particular are left out. */
export async function ownersOfCoupons(tx: Tx, couponIds: readonly string[]): Promise<Map<string, string>> {
  if (couponIds.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; memberId: string }>(sql`
    select id, member_id as "memberId" from promotions.coupon
    where merchant_id = ${tx.merchantId} and id = any (${[...new Set(couponIds)]}::uuid[]) and member_id is not null`);
  return new Map(rows.map(({ id, memberId }) => [id, memberId]));
}

/** Counts the uses of sales; gives the coupons that somebody had used before. `at` is an instant (ISO). */
export async function noteTillUses(
  tx: Tx,
  uses: readonly NewUse[],
  at: string,
): Promise<Awaited<ReturnType<typeof redeemAtTill>>['twice']> {
  if (uses.length === 0) return [];
  const { redeemed, twice } = await redeemAtTill(tx, uses, at);
  const counted = redeemed.flatMap(({ day, applied }) =>
    applied.map(({ times, ...one }) => ({ ...one, uses: times, day })),
  );
  await tellSpent(tx, await keptRules(tx), counted, { at, isDone: false });
  appendUses(tx, redeemed);
  return twice;
}
