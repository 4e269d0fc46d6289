/** What prices look at in a member. How many orders there are is the orders' to say. */
import type { PricingMember } from '@tandem/domain/pricing/basket.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export type MemberPricingFacts = Omit<PricingMember, 'orderCount'>;

/** The facts of those of the ids that are the merchant's members. */
export async function memberFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, MemberPricingFacts>> {
  return ids.length === 0 ? new Map() : read(tx, ids, false);
}

/**
 * The same with the members locked in id order until the transaction ends: what is decided of the same member at the same
 * time waits, and counts its orders and uses after this one's are committed.
 */
export async function lockMemberFacts(tx: Tx, ids: readonly string[]): Promise<Map<string, MemberPricingFacts>> {
  return ids.length === 0 ? new Map() : read(tx, ids, true);
}

async function read(tx: Tx, ids: readonly string[], isLocking: boolean): Promise<Map<string, MemberPricingFacts>> {
  const rows = await tx.rows<MemberPricingFacts>(sql`
    select id, tier, tags, birthday, referred_by is not null as "isReferred", is_tax_exempt as "isTaxExempt" from members.member
    where merchant_id = ${tx.merchantId} and id = any (${[...new Set(ids)]}::uuid[]) order by id ${isLocking ? sql`for no key update` : sql``}`);
  return new Map(rows.map((row) => [row.id, row]));
}
