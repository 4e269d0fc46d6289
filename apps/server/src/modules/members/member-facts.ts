/** What prices look at in a member. How many orders there are is the orders' to say. */
import type { PricingMember } from '@tandem/domain/pricing/basket.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { MemberFields } from './member-rows.ts';

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

/**
 * The facts of one member as they were at an instant (ISO), by the history of changes; undefined where it keeps nothing of
 * then: those of now are all that is known.
 */
export async function memberFactsAt(tx: Tx, id: string, at: string): Promise<MemberPricingFacts | undefined> {
  const row = await tx.row<{ fields: MemberFields }>(sql`
    (select after as fields, 0 as rank, version from members.member_change
      where merchant_id = ${tx.merchantId} and member_id = ${id} and at <= ${at} order by version desc limit 1)
    union all
    (select before, 1, version from members.member_change
      where merchant_id = ${tx.merchantId} and member_id = ${id} and at > ${at} and before is not null order by version limit 1)
    order by rank limit 1`);
  if (row === undefined) return undefined;
  const { tier, tags, birthday, isTaxExempt, referredBy } = row.fields;
  return { id, tier, tags, birthday, isReferred: referredBy !== null, isTaxExempt };
}

async function read(tx: Tx, ids: readonly string[], isLocking: boolean): Promise<Map<string, MemberPricingFacts>> {
  const rows = await tx.rows<MemberPricingFacts>(sql`
    select id, tier, tags, birthday, referred_by is not null as "isReferred", is_tax_exempt as "isTaxExempt" from members.member
    where merchant_id = ${tx.merchantId} and id = any (${[...new Set(ids)]}::uuid[]) order by id ${isLocking ? sql`for no key update` : sql``}`);
  return new Map(rows.map((row) => [row.id, row]));
}
