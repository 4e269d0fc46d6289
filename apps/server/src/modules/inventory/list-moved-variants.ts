/** Which variants have ever moved at a location. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

/** Those of the given variants with at least one entry in the location's ledger. */
export async function movedVariants(tx: Tx, locationId: string, variantIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    select variant_id as id from inventory.stock_level
    where merchant_id = ${tx.merchantId} and location_id = ${locationId} and variant_id = any (${[...variantIds]}::uuid[]) and entries > 0`);
  return new Set(rows.map((row) => row.id));
}
