/** Members as prices look at them: their facts with the count of their orders, sales of tills among them. */
import type { PricingMember } from '@tandem/domain/pricing/basket.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { lockMemberFacts, memberFacts, memberFactsAt } from '../members/index.ts';

/** Those of the ids that are members. Orders count that were placed and not cancelled, as the transaction sees them. */
export async function pricingMembers(tx: Tx, ids: readonly string[]): Promise<Map<string, PricingMember>> {
  return withCounts(tx, await memberFacts(tx, ids));
}

/**
 * The same under the lock of the members. Of two orders of one member at once the second so waits here, and then counts
 * the first: what is for the first order, or limited per member, is given to exactly one of them.
 */
export async function lockPricingMembers(tx: Tx, ids: readonly string[]): Promise<Map<string, PricingMember>> {
  return withCounts(tx, await lockMemberFacts(tx, ids));
}

/** The member as the order found it: tier, tags and tax exemption of then, and the orders that were placed before it. */
export async function memberThen(
  tx: Tx,
  order: { id: string; placedAt: string },
  now: PricingMember,
): Promise<PricingMember> {
  const facts = await memberFactsAt(tx, now.id, order.placedAt);
  const row = await tx.row<{ count: number }>(sql`
    select count(*)::bigint as count from orders."order"
    where merchant_id = ${tx.merchantId} and member_id = ${now.id} and id <> ${order.id} and placed_at <= ${order.placedAt} and state <> 'cancelled'`);
  return { ...now, ...facts, orderCount: row?.count ?? 0 };
}

/** An order more of the member, for what the same batch decides after it. */
export function countOrder(members: Map<string, PricingMember>, id: string | null | undefined): void {
  const member = members.get(id ?? '');
  if (member !== undefined) members.set(member.id, { ...member, orderCount: member.orderCount + 1 });
}

async function withCounts(tx: Tx, facts: Awaited<ReturnType<typeof memberFacts>>): Promise<Map<string, PricingMember>> {
  if (facts.size === 0) return new Map();
  const rows = await tx.rows<{ id: string; count: number }>(sql`
    select member_id as id, count(*)::bigint as count from orders."order"
    where merchant_id = ${tx.merchantId} and member_id = any (${[...facts.keys()]}::uuid[]) and state <> 'cancelled' group by member_id`);
  const counts = new Map(rows.map((row) => [row.id, row.count]));
  return new Map([...facts].map(([id, member]) => [id, { ...member, orderCount: counts.get(id) ?? 0 }]));
}
