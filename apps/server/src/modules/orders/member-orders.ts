/** The orders of one member, wherever they were placed, as the member sees them. */
import { type OrderHeadline, orderHeadline } from '@tandem/domain/orders/order-headline.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { StoredFulfilment } from './fulfilment-rows.ts';

export interface MemberOrder {
  number: string;
  /** The secret of its address: the member's own. */
  token: string;
  placedAt: string;
  totalAmount: number;
  currency: string;
  headline: OrderHeadline;
}
type Row = Omit<MemberOrder, 'placedAt' | 'headline'> & {
  placedAt: Date;
  state: Parameters<typeof orderHeadline>[0]['state'];
  roundingAmount: number;
  paidAmount: number;
  refundedAmount: number;
  fulfilments: StoredFulfilment['state'][];
};

/** The last orders of a member, the newest first. */
export async function ordersOfMember(tx: Tx, memberId: string, limit: number): Promise<MemberOrder[]> {
  const rows = await tx.rows<Row>(sql`
    select o.number, o.access_token as token, o.placed_at as "placedAt", o.total_amount as "totalAmount", o.currency, o.state, o.rounding_amount as "roundingAmount",
      o.paid_amount as "paidAmount", o.refunded_amount as "refundedAmount",
      array(select f.state from orders.fulfilment f where f.merchant_id = o.merchant_id and f.order_id = o.id) as fulfilments
    from orders."order" o where o.merchant_id = ${tx.merchantId} and o.member_id = ${memberId} order by o.placed_at desc, o.id desc limit ${limit}`);
  return rows.map(({ state, roundingAmount, paidAmount, refundedAmount, fulfilments, placedAt, ...order }) => {
    const total = order.totalAmount + roundingAmount;
    return {
      ...order,
      placedAt: placedAt.toISOString(),
      headline: orderHeadline({ state, fulfilments, total, balanceDue: total - paidAmount, refunded: refundedAmount }),
    };
  });
}

/** Whose basket it is; null: nobody's who signed in, or there is no such basket. */
export async function memberOfBasket(tx: Tx, basketId: string): Promise<string | null> {
  const row = await tx.row<{ memberId: string | null }>(sql`
    select content ->> 'memberId' as "memberId" from orders.basket where merchant_id = ${tx.merchantId} and id = ${basketId}`);
  return row?.memberId ?? null;
}
