/** Unique codes under lock, and what keeps one from being used. */
import type { KnownCode } from '@tandem/domain/pricing/basket.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { normalCode } from './check-definition.ts';
import type { NewUse } from './usage-ledger.ts';

export interface CouponRow {
  id: string;
  promotionId: string;
  code: string;
  state: 'issued' | 'held' | 'redeemed' | 'revoked';
  memberId: string | null;
  orderId: string | null;
  /** The basket that is being paid with it. */
  heldBy: string | null;
  heldUntil: string | null;
  expiresAt: Date | null;
  isChanged: boolean;
}
type Row = Omit<CouponRow, 'isChanged' | 'heldUntil'> & { heldUntil: Date | null };

const columns = sql`c.id, c.promotion_id as "promotionId", c.code, c.state, c.member_id as "memberId", c.order_id as "orderId", c.held_by as "heldBy",
  c.held_until as "heldUntil", b.expires_at as "expiresAt"`;
const from = sql`promotions.coupon c join promotions.coupon_batch b on b.merchant_id = c.merchant_id and b.id = c.batch_id`;

/** The coupons with these codes (as they are compared), and those that these baskets hold, locked in the order of codes. */
export async function lockCoupons(
  tx: Tx,
  codes: readonly string[],
  baskets: readonly string[],
): Promise<Map<string, CouponRow>> {
  if (codes.length === 0 && baskets.length === 0) return new Map();
  const rows = await tx.rows<Row>(sql`
    select ${columns} from ${from}
    where c.merchant_id = ${tx.merchantId} and (c.code = any (${[...codes]}::text[]) or c.held_by = any (${[...baskets]}::uuid[])) order by c.code for update of c`);
  return byCode(rows);
}

/** The same without a lock, for what is only shown. */
export async function readCoupons(tx: Tx, codes: readonly string[]): Promise<Map<string, CouponRow>> {
  if (codes.length === 0) return new Map();
  const wanted = [...new Set(codes.map(normalCode))];
  const rows = await tx.rows<Row>(
    sql`select ${columns} from ${from} where c.merchant_id = ${tx.merchantId} and c.code = any (${wanted}::text[])`,
  );
  return byCode(rows);
}

function byCode(rows: readonly Row[]): Map<string, CouponRow> {
  return new Map(
    rows.map((row) => [row.code, { ...row, heldUntil: row.heldUntil?.toISOString() ?? null, isChanged: false }]),
  );
}

/** What a coupon is to this shopper now: usable, or why not. */
export function couponRefusal(
  coupon: CouponRow,
  who: { basketId: string | null; memberId: string | null },
  at: string,
): KnownCode {
  const isHeldElsewhere = coupon.state === 'held' && coupon.heldBy !== who.basketId && (coupon.heldUntil ?? '') > at;
  const refusal =
    coupon.state === 'revoked'
      ? 'revoked'
      : coupon.state === 'redeemed' || isHeldElsewhere
        ? 'used'
        : coupon.expiresAt !== null && coupon.expiresAt.toISOString() <= at
          ? 'expired'
          : coupon.memberId !== null && coupon.memberId !== who.memberId
            ? 'not_yours'
            : null;
  return { code: coupon.code, promotionId: coupon.promotionId, couponId: coupon.id, refusal };
}

/** Writes what became of coupons that were locked: one statement. */
export function writeCoupons(tx: Tx, coupons: readonly CouponRow[], at: string): void {
  if (coupons.length === 0) return;
  const of = <K extends keyof CouponRow>(field: K) => coupons.map((coupon) => coupon[field]);
  tx.later(sql`
    update promotions.coupon c set state = n.state, order_id = n.order_id, held_by = n.held_by, held_until = n.held_until, updated_at = ${at}
    from unnest(${of('id')}::uuid[], ${of('state')}::text[], ${of('orderId')}::uuid[], ${of('heldBy')}::uuid[], ${of('heldUntil')}::timestamptz[])
      as n (id, state, order_id, held_by, held_until)
    where c.merchant_id = ${tx.merchantId} and c.id = n.id`);
}

export interface TillCoupon {
  orderId: string;
  couponId: string;
  code: string | null;
  locationId: string | null;
}

/**
 * Redeems the unique codes of sales that are facts. A code that another order used before is named in `twice`; a coupon that
 * nobody issued leaves the use without one.
 */
export async function redeemAtTill(
  tx: Tx,
  uses: readonly NewUse[],
  at: string,
): Promise<{ redeemed: NewUse[]; twice: TillCoupon[] }> {
  const wanted = uses.flatMap((use) =>
    use.applied.flatMap(({ couponId, code }): TillCoupon[] =>
      couponId === null ? [] : [{ orderId: use.orderId, couponId, code, locationId: use.locationId }],
    ),
  );
  if (wanted.length === 0) return { redeemed: [...uses], twice: [] };
  const rows = await tx.rows<Row>(sql`
    select ${columns} from ${from}
    where c.merchant_id = ${tx.merchantId} and c.id = any (${wanted.map((one) => one.couponId)}::uuid[]) order by c.code for update of c`);
  const coupons = new Map([...byCode(rows).values()].map((coupon) => [coupon.id, coupon]));
  const twice: TillCoupon[] = [];
  for (const one of wanted) {
    const coupon = coupons.get(one.couponId);
    if (coupon === undefined) continue;
    if (coupon.state === 'redeemed') twice.push(one);
    else
      Object.assign(coupon, {
        state: 'redeemed',
        orderId: one.orderId,
        heldBy: null,
        heldUntil: null,
        isChanged: true,
      });
  }
  writeCoupons(
    tx,
    [...coupons.values()].filter((coupon) => coupon.isChanged),
    at,
  );
  const redeemed = uses.map((use) => ({
    ...use,
    applied: use.applied.map((one) => ({ ...one, couponId: coupons.has(one.couponId ?? '') ? one.couponId : null })),
  }));
  return { redeemed, twice };
}
