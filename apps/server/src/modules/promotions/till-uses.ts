/** What tills used: they sold already, so nothing is refused here, only counted and told. */
import type { Answer } from '@tandem/contract/index.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { keptRules } from '../pricing/index.ts';
import { normalCode } from './check-definition.ts';
import { couponRefusal, readCoupons, redeemAtTill } from './coupon-rows.ts';
import { type GoneBeyond, usesBeyond } from './till-limits.ts';
import { type CountChange, isLimited, lockCounts, tellChanged } from './usage-counts.ts';
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

export interface NotedUses {
  /** Coupons that somebody had used before. */
  twice: Awaited<ReturnType<typeof redeemAtTill>>['twice'];
  /** Sales that went beyond what a promotion may give. */
  beyond: GoneBeyond[];
}

/** Counts the uses of sales, under the lock of their totals. `promotions` are those of the rules that the tills had. */
export async function noteTillUses(
  tx: Tx,
  uses: readonly NewUse[],
  promotions: ReadonlyMap<string, Promotion>,
  at: string,
): Promise<NotedUses> {
  if (uses.length === 0) return { twice: [], beyond: [] };
  const { redeemed, twice } = await redeemAtTill(tx, uses, at);
  const changes = redeemed.flatMap(({ day, applied }) =>
    applied.map(({ times, ...one }): CountChange => ({ ...one, uses: times, day })),
  );
  const touched = new Set(changes.map(({ promotionId }) => promotionId));
  // The limit of now counts, also for a till that had an earlier one; of promotions that are over, the one that it had.
  const current = (await keptRules(tx)).promotions.filter((one) => touched.has(one.id) && isLimited(one));
  const limited = new Map([...promotions].filter(([id, one]) => touched.has(id) && isLimited(one)));
  for (const one of current) limited.set(one.id, one);
  if (limited.size > 0) {
    const ids = [...limited.keys()].sort();
    const days = [...new Set(redeemed.map(({ day }) => day))];
    tellChanged(tx, current, await lockCounts(tx, ids, ['', ...days], at), changes, false);
  }
  const beyond = await usesBeyond(tx, redeemed, limited);
  appendUses(tx, redeemed);
  return { twice, beyond };
}
