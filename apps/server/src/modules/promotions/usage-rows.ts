/** Running totals of uses, as they are read without a lock: for lists and for what a shopper sees. */
import type { Usage } from '@tandem/domain/pricing/basket.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface UseTotals {
  uses: number;
  pieces: number;
  amount: number;
  /** Uses of baskets that are being paid. */
  held: number;
}

/** Totals by promotion at an instant; those without a use are left out. */
export async function totalsOf(tx: Tx, ids: readonly string[], at: string): Promise<Map<string, UseTotals>> {
  const rows = await tx.rows<UseTotals & { id: string }>(sql`
    select p.id, coalesce(t.uses, 0)::bigint as uses, coalesce(t.pieces, 0)::bigint as pieces, coalesce(t.amount, 0)::bigint as amount,
      coalesce((select sum(h.times) from promotions.usage_hold h where h.merchant_id = ${tx.merchantId} and h.promotion_id = p.id and h.expires_at > ${at}), 0)::bigint as held
    from unnest(${[...ids]}::uuid[]) as p (id)
    left join promotions.usage_total t on t.merchant_id = ${tx.merchantId} and t.promotion_id = p.id and t.scope = ''`);
  return new Map(rows.map(({ id, ...totals }) => [id, totals]));
}

/** What limits look at, for a shopper on a business date; claims of other baskets than these count until they expire. */
export async function usageOf(
  tx: Tx,
  ids: readonly string[],
  who: { memberId: string | null; day: string; at: string; baskets: readonly string[] },
): Promise<Record<string, Usage>> {
  if (ids.length === 0) return {};
  const member = who.memberId === null ? '' : `member:${who.memberId}`;
  const rows = await tx.rows<Usage & { id: string }>(sql`
    with counted as (
      select promotion_id as id, scope, uses, pieces, amount from promotions.usage_total
      where merchant_id = ${tx.merchantId} and promotion_id = any (${[...ids]}::uuid[]) and scope = any (${['', who.day, member]}::text[])
      union all
      select promotion_id, s.scope, times, pieces, amount from promotions.usage_hold h
      cross join lateral (values (''), (h.business_date::text), ('member:' || h.member_id)) as s (scope)
      where merchant_id = ${tx.merchantId} and promotion_id = any (${[...ids]}::uuid[]) and expires_at > ${who.at}
        and basket_id <> all (${[...who.baskets]}::uuid[]) and s.scope = any (${['', who.day, member]}::text[])
    )
    select id, coalesce(sum(uses) filter (where scope = ''), 0)::bigint as uses, coalesce(sum(uses) filter (where scope = ${who.day}), 0)::bigint as "usesToday",
      coalesce(sum(uses) filter (where scope = ${member} and scope <> ''), 0)::bigint as "usesByMember",
      coalesce(sum(pieces) filter (where scope = ''), 0)::bigint as pieces, coalesce(sum(amount) filter (where scope = ''), 0)::bigint as amount
    from counted group by id`);
  return Object.fromEntries(rows.map(({ id, ...usage }) => [id, usage]));
}

/** Uses by business date, both ends included; what was given back counts on the day of the use. */
export async function usesByDay(
  tx: Tx,
  promotionId: string,
  from: string,
  to: string,
): Promise<{ date: string; uses: number; pieces: number; amount: number }[]> {
  return tx.rows(sql`
    select business_date as date, sum(times)::bigint as uses, sum(pieces)::bigint as pieces, sum(amount)::bigint as amount from promotions.usage_entry
    where merchant_id = ${tx.merchantId} and promotion_id = ${promotionId} and business_date between ${from} and ${to} group by 1 order by 1`);
}

/**
 * How often these members used each of the promotions, by member and promotion; those without a use are left out. With
 * `claims` also what baskets that are being paid have claimed, but for the named ones.
 */
export async function memberUsesOf(
  tx: Tx,
  ids: readonly string[],
  memberIds: readonly string[],
  claims: { at: string; baskets: readonly string[] } | null,
): Promise<Map<string, Map<string, number>>> {
  const members = [...new Set(memberIds)];
  if (ids.length === 0 || members.length === 0) return new Map();
  const rows = await tx.rows<{ scope: string; id: string; uses: number }>(sql`
    select scope, id, sum(uses)::bigint as uses from (
      select scope, promotion_id as id, uses from promotions.usage_total
      where merchant_id = ${tx.merchantId} and promotion_id = any (${[...ids]}::uuid[]) and scope = any (${members.map((id) => `member:${id}`)}::text[])
      union all
      select 'member:' || member_id, promotion_id, times from promotions.usage_hold
      where merchant_id = ${tx.merchantId} and ${claims !== null}::boolean and promotion_id = any (${[...ids]}::uuid[]) and member_id = any (${members}::uuid[])
        and expires_at > ${claims?.at ?? '1970-01-01T00:00:00Z'}::timestamptz and basket_id <> all (${[...(claims?.baskets ?? [])]}::uuid[])
    ) as counted group by scope, id`);
  const found = new Map<string, Map<string, number>>();
  for (const { scope, id, uses } of rows) {
    const memberId = scope.slice('member:'.length);
    found.set(memberId, (found.get(memberId) ?? new Map()).set(id, uses));
  }
  return found;
}
