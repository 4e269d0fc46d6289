/** Shoppers by the number that another system knows them by. */
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import { newId } from '../../platform/ids.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

/** The member's id for each reference; members that are new are made. Two at once give one member. */
export async function membersByReference(tx: Tx, references: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(references)].sort();
  if (wanted.length === 0) return new Map();
  await tx.run(sql`
    insert into members.member (merchant_id, id, reference, search_text)
    select ${tx.merchantId}::uuid, m.* from unnest(${wanted.map(() => newId())}::uuid[], ${wanted}::text[], ${wanted.map(normaliseSearch)}::text[]) as m (id, reference, search_text)
    order by reference
    on conflict (merchant_id, reference) do nothing`);
  const rows = await tx.rows<{ id: string; reference: string }>(sql`
    select id, reference from members.member where merchant_id = ${tx.merchantId} and reference = any (${wanted}::text[])`);
  return new Map(rows.map((row) => [row.reference, row.id]));
}
