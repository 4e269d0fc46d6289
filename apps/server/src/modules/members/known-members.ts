/** Which ids are members of the merchant's. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

/** Those of the ids that are there. */
export async function knownMembers(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.rows<{ id: string }>(
    sql`select id from members.member where merchant_id = ${tx.merchantId} and id = any (${[...ids]}::uuid[])`,
  );
  return new Set(rows.map((row) => row.id));
}
