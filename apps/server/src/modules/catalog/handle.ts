/** The last part of a product's address, made from its name: letters of any script, digits, dashes. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

/** `Linen shirt, blue` becomes `linen-shirt-blue`; Chinese stays as it is. Empty text becomes `item`. */
export function handleOf(text: string): string {
  const handle = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100);
  return handle === '' ? 'item' : handle;
}

/** The handle, or the first free one of handle-2, handle-3 … */
export async function freeHandle(tx: Tx, table: 'product' | 'category', wanted: string): Promise<string> {
  // Two products of one name at once wait for each other, else both would take the same handle.
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.merchantId} ${table} handles`}, 0))`);
  const like = `${wanted.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await tx.rows<{ handle: string }>(
    table === 'product'
      ? sql`select handle from catalog.product where merchant_id = ${tx.merchantId} and handle like ${like}`
      : sql`select handle from catalog.category where merchant_id = ${tx.merchantId} and handle like ${like}`,
  );
  const taken = new Set(rows.map((row) => row.handle));
  for (let number = 1; ; number += 1) {
    const handle = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(handle)) return handle;
  }
}
