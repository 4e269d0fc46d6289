/** The codes that were made for one member. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface MemberCoupon {
  code: string;
  /** The promotion's name, in its languages. */
  name: Record<string, string>;
  state: 'usable' | 'used' | 'expired';
  /** UTC; null: it does not run out. */
  expiresAt: string | null;
}

/** The last codes of a member, those that can be used first; revoked ones are left out. `at` is an instant (ISO). */
export async function couponsOfMember(tx: Tx, memberId: string, at: string): Promise<MemberCoupon[]> {
  const rows = await tx.rows<Omit<MemberCoupon, 'expiresAt'> & { expiresAt: Date | null }>(sql`
    select c.code, p.definition -> 'name' as name, b.expires_at as "expiresAt",
      case when c.state = 'redeemed' then 'used' when b.expires_at <= ${at} or p.state = 'ended' then 'expired' else 'usable' end as state
    from promotions.coupon c
    join promotions.coupon_batch b on b.merchant_id = c.merchant_id and b.id = c.batch_id
    join promotions.promotion p on p.merchant_id = c.merchant_id and p.id = c.promotion_id
    where c.merchant_id = ${tx.merchantId} and c.member_id = ${memberId} and c.state <> 'revoked' and b.revoked_at is null and p.state in ('live', 'ended')
    order by c.state = 'redeemed', b.expires_at nulls last, c.id desc limit 50`);
  return rows.map((row) => ({ ...row, expiresAt: row.expiresAt?.toISOString() ?? null }));
}
