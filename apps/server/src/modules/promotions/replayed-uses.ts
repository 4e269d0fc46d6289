/** Uses as a replay counts them: in memory, in the order of time, by the scopes that limits look at. */
import type { Usage } from '@tandem/domain/pricing/basket.ts';
import type { AppliedPromotion } from '@tandem/domain/pricing/priced-basket.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

interface Counts {
  uses: number;
  pieces: number;
  amount: number;
}
/** By promotion and scope: '' for all, a business date, or `member:` and an id. */
export type ReplayedUses = Record<string, Record<string, Counts>>;
/** Whose basket, and on which business date. */
export interface ReplayedShopper {
  memberId: string | null;
  day: string;
}

const none: Counts = { uses: 0, pieces: 0, amount: 0 };

/** What limits of these promotions look at for the shopper's basket. */
export function replayedUsage(
  counted: ReplayedUses,
  ids: readonly string[],
  { memberId, day }: ReplayedShopper,
): Record<string, Usage> {
  const of = (id: string, scope: string): Counts => counted[id]?.[scope] ?? none;
  return Object.fromEntries(
    ids.map((id) => [
      id,
      {
        ...of(id, ''),
        usesToday: of(id, day).uses,
        usesByMember: memberId === null ? 0 : of(id, `member:${memberId}`).uses,
      },
    ]),
  );
}

/** Counts what a basket used, for the baskets after it; promotions without limits are left out. */
export function countUses(
  counted: ReplayedUses,
  limited: ReadonlySet<string>,
  applied: readonly AppliedPromotion[],
  { memberId, day }: ReplayedShopper,
): void {
  for (const { promotionId, times, pieces, amount } of applied) {
    if (!limited.has(promotionId)) continue;
    counted[promotionId] ??= {};
    const scopes = counted[promotionId];
    for (const scope of ['', day, ...(memberId === null ? [] : [`member:${memberId}`])]) {
      const before = scopes[scope] ?? none;
      scopes[scope] = {
        uses: before.uses + times,
        pieces: before.pieces + pieces,
        amount: before.amount + amount,
      };
    }
  }
}

/** What orders of before the instant (ISO) used of these promotions, without those whose use was given back since. */
export async function usesBefore(tx: Tx, ids: readonly string[], since: string): Promise<ReplayedUses> {
  const counted: ReplayedUses = {};
  if (ids.length === 0) return counted;
  const rows = await tx.rows<Counts & { id: string; scope: string }>(sql`
    select e.promotion_id as id, s.scope, sum(e.times)::bigint as uses, sum(e.pieces)::bigint as pieces, sum(e.amount)::bigint as amount
    from promotions.usage_entry e
    cross join lateral (values (''), (e.business_date::text), ('member:' || e.member_id)) as s (scope)
    where e.merchant_id = ${tx.merchantId} and e.promotion_id = any (${[...ids]}::uuid[]) and s.scope is not null
      and (select min(f.at) from promotions.usage_entry f where f.merchant_id = e.merchant_id and f.order_id = e.order_id) < ${since}
    group by 1, 2 having sum(e.times) <> 0`);
  for (const { id, scope, ...counts } of rows) {
    counted[id] ??= {};
    counted[id][scope] = counts;
  }
  return counted;
}
