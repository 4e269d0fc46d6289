/** The ledger of uses with its running totals: appended in the transaction of the order, given back by an entry of its own. */
import type { AppliedPromotion } from '@tandem/domain/pricing/priced-basket.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { readRules } from '../pricing/index.ts';
import { tellSpent } from './usage-counts.ts';

export interface NewUse {
  orderId: string;
  memberId: string | null;
  channelId: string;
  locationId: string | null;
  /** Business date. */
  day: string;
  /** ISO, UTC. */
  at: string;
  applied: readonly AppliedPromotion[];
}
/** What an order has used of a promotion with a code, all its entries together. */
export type UsedByOrder = Omit<Entry, 'entryNo' | 'at'>;
export interface NetUses {
  uses: UsedByOrder[];
  /** The number of the order's last entry, also where everything was given back; 0: none. */
  lastEntryNo: number;
}

interface Entry {
  orderId: string;
  entryNo: number;
  promotionId: string;
  code: string | null;
  couponId: string | null;
  memberId: string | null;
  channelId: string;
  locationId: string | null;
  day: string;
  times: number;
  pieces: number;
  amount: number;
  at: string;
}

/** Appends uses of new orders: two statements, however many. */
export function appendUses(tx: Tx, uses: readonly NewUse[]): void {
  appendEntries(
    tx,
    uses.flatMap(({ applied, ...use }) => applied.map((one, index) => ({ ...use, ...one, entryNo: index + 1 }))),
  );
}

/**
 * Gives the uses of an order back, and its unique codes to their holders; what was revoked meanwhile stays revoked. Once:
 * the caller holds the order's lock. `day` is the business date of giving back.
 */
export async function giveUsesBack(tx: Tx, orderId: string, at: string): Promise<void> {
  const { uses: used, lastEntryNo } = await netUses(tx, orderId);
  if (used.length === 0) return;
  const back = used.map((use, index) => ({
    ...use,
    entryNo: lastEntryNo + index + 1,
    times: 0 - use.times,
    pieces: 0 - use.pieces,
    amount: 0 - use.amount,
    at,
  }));
  await tellSpent(
    tx,
    await readRules(tx),
    back.map(({ times: uses, ...entry }) => ({ ...entry, uses })),
    { at, isDone: false },
  );
  appendEntries(tx, back);
  await freeCoupons(
    tx,
    used.flatMap(({ couponId }) => couponId ?? []),
    { orderId, at },
  );
}

/**
 * Gives unique codes of the order back. One that a till took as well, unseen, stays redeemed, by that sale: what the shopper
 * was given there stands.
 */
export async function freeCoupons(
  tx: Tx,
  ids: readonly string[],
  { orderId, at }: { orderId: string; at: string },
): Promise<void> {
  if (ids.length === 0) return;
  const own = sql`c.merchant_id = ${tx.merchantId} and c.order_id = ${orderId} and c.id = any (${[...ids]}::uuid[])`;
  // Locked before its uses are read: a till's sale that had the lock is seen.
  await tx.run(sql`select 1 from promotions.coupon c where ${own} order by c.code for update`);
  await tx.run(sql`
    update promotions.coupon c set order_id = o.other, updated_at = ${at},
      state = case when o.other is not null then 'redeemed' when b.revoked_at is null then 'issued' else 'revoked' end
    from promotions.coupon_batch b, promotions.coupon k left join lateral (
      select e.order_id as other from promotions.usage_entry e
      where e.merchant_id = k.merchant_id and e.coupon_id = k.id and e.order_id <> ${orderId}
      group by e.order_id having sum(e.times) > 0 order by min(e.at), e.order_id limit 1) o on true
    where ${own} and k.merchant_id = c.merchant_id and k.id = c.id and b.merchant_id = c.merchant_id and b.id = c.batch_id`);
}

/** The uses of an order that were not given back, by promotion and code. */
export async function netUses(tx: Tx, orderId: string): Promise<NetUses> {
  const rows = await tx.rows<UsedByOrder & { last: number }>(sql`
    select order_id as "orderId", promotion_id as "promotionId", code, coupon_id as "couponId", member_id as "memberId", channel_id as "channelId",
      location_id as "locationId", business_date as day, sum(times)::bigint as times, sum(pieces)::bigint as pieces, sum(amount)::bigint as amount, max(entry_no) as last
    from promotions.usage_entry where merchant_id = ${tx.merchantId} and order_id = ${orderId}
    group by order_id, promotion_id, code, coupon_id, member_id, channel_id, location_id, business_date order by min(entry_no)`);
  const lastEntryNo = Math.max(0, ...rows.map((row) => row.last));
  return { uses: rows.filter((row) => row.times !== 0).map(({ last: _, ...use }) => use), lastEntryNo };
}

export function appendEntries(tx: Tx, entries: readonly Entry[]): void {
  if (entries.length === 0) return;
  const of = <K extends keyof Entry>(field: K) => entries.map((entry) => entry[field]);
  tx.later(sql`
    insert into promotions.usage_entry (merchant_id, order_id, entry_no, promotion_id, event, code, coupon_id, member_id, channel_id, location_id, business_date,
      times, pieces, amount, at)
    select ${tx.merchantId}::uuid, u.* from unnest(${of('orderId')}::uuid[], ${of('entryNo')}::int[], ${of('promotionId')}::uuid[],
      ${entries.map((entry) => (entry.times > 0 ? 'used' : 'given_back'))}::text[], ${of('code')}::text[], ${of('couponId')}::uuid[], ${of('memberId')}::uuid[],
      ${of('channelId')}::uuid[], ${of('locationId')}::uuid[], ${of('day')}::date[], ${of('times')}::int[], ${of('pieces')}::bigint[], ${of('amount')}::bigint[],
      ${of('at')}::timestamptz[]) as u`);
  addTotals(tx, entries);
}

function addTotals(tx: Tx, entries: readonly Entry[]): void {
  const sums = new Map<string, { promotionId: string; scope: string; uses: number; pieces: number; amount: number }>();
  for (const entry of entries) {
    for (const scope of ['', entry.day, ...(entry.memberId === null ? [] : [`member:${entry.memberId}`])]) {
      const key = `${entry.promotionId} ${scope}`;
      const sum = sums.get(key) ?? { promotionId: entry.promotionId, scope, uses: 0, pieces: 0, amount: 0 };
      sum.uses += entry.times;
      sum.pieces += entry.pieces;
      sum.amount += entry.amount;
      sums.set(key, sum);
    }
  }
  // In one order for everybody, so that two batches never wait for each other.
  const rows = [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
  tx.later(sql`
    insert into promotions.usage_total as t (merchant_id, promotion_id, scope, uses, pieces, amount)
    select ${tx.merchantId}::uuid, n.* from unnest(${rows.map((row) => row.promotionId)}::uuid[], ${rows.map((row) => row.scope)}::text[],
      ${rows.map((row) => row.uses)}::bigint[], ${rows.map((row) => row.pieces)}::bigint[], ${rows.map((row) => row.amount)}::bigint[]) as n
    on conflict (merchant_id, promotion_id, scope) do update
      set uses = t.uses + excluded.uses, pieces = t.pieces + excluded.pieces, amount = t.amount + excluded.amount`);
}
