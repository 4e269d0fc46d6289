/** Baskets as they were sold, for replaying them: goods, prices and what was taken off by hand. */
import type { AppliedTax } from '@tandem/domain/tax/tax.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

interface SoldLine {
  lineNo: number;
  variantId: string | null;
  quantity: number;
  unitAmount: number;
  netAmount: number;
  costAmount: number;
  taxes: AppliedTax[];
  byHandAmount: number;
}
export interface SoldBasket {
  id: string;
  number: string;
  placedAt: Date;
  channelId: string;
  locationId: string | null;
  memberId: string | null;
  /** Orders of the member before this one. */
  orderCount: number;
  method: string | null;
  shippingAmount: number;
  codes: string[];
  knownCodes: { code: string; promotionId: string }[];
  lines: SoldLine[];
}

/** The last order of a page. */
interface PageEnd {
  at: string;
  id: string;
}

const pageMax = 50;

/** How many orders were placed since the instant (ISO) and not cancelled. */
export async function countBaskets(tx: Tx, since: string, until: string): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`
    select count(*)::bigint as count from orders."order" where merchant_id = ${tx.merchantId} and placed_at >= ${since} and placed_at < ${until} and state <> 'cancelled'`);
  return row?.count ?? 0;
}

/** The next ones in the order of time. */
export async function readSoldBaskets(
  tx: Tx,
  { since, until, after }: { since: string; until: string; after: PageEnd | null },
): Promise<SoldBasket[]> {
  return tx.rows<SoldBasket>(sql`
    with page as (
      select id, number, placed_at, channel_id, location_id, member_id, delivery, codes, shipping_net_amount + shipping_tax_amount + shipping_discount_amount as shipping
      from orders."order" where merchant_id = ${tx.merchantId} and placed_at >= ${since} and placed_at < ${until} and state <> 'cancelled'
        and (${after === null} or (placed_at, id) > (${after?.at ?? since}::timestamptz, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid))
      order by placed_at, id limit ${pageMax}
    )
    select p.id, p.number, p.placed_at as "placedAt", p.channel_id as "channelId", p.location_id as "locationId", p.member_id as "memberId", (
        select count(*) from orders."order" o where o.merchant_id = ${tx.merchantId} and o.member_id = p.member_id and o.state <> 'cancelled'
          and (o.placed_at, o.id) < (p.placed_at, p.id))::bigint as "orderCount",
      p.delivery ->> 'method' as method, p.shipping::bigint as "shippingAmount", p.codes, (
        select coalesce(jsonb_agg(distinct jsonb_build_object('code', a.code, 'promotionId', a.promotion_id)), '[]') from orders.discount_allocation a
        where a.merchant_id = ${tx.merchantId} and a.order_id = p.id and a.code is not null and a.promotion_id is not null) as "knownCodes", l.lines
    from page p cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('lineNo', l.line_no, 'variantId', l.variant_id, 'quantity', l.quantity, 'unitAmount', l.unit_amount,
        'netAmount', l.net_amount, 'costAmount', l.cost_amount, 'taxes', l.taxes, 'byHandAmount', coalesce((
          select sum(a.amount) from orders.discount_allocation a
          where a.merchant_id = l.merchant_id and a.order_id = l.order_id and a.line_no = l.line_no and a.promotion_id is null), 0)) order by l.line_no), '[]') as lines
      from orders.order_line l where l.merchant_id = ${tx.merchantId} and l.order_id = p.id
    ) l order by p.placed_at, p.id`);
}
