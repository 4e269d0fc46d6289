/** The variant that a printed code stands for: a GTIN in any length, an in-store code, a SKU. */
import type { Answer } from '@tandem/contract/index.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { storedBarcode } from './insert-products.ts';
import { variantsByIds } from './read-variants.ts';

/** Refuses `barcode.unknown`. */
export async function resolveBarcode(tx: Tx, code: string): Promise<Answer<'GET /api/barcodes/:code'>> {
  const row = await tx.row<{ id: string }>(sql`
    select variant_id as id from catalog.barcode where merchant_id = ${tx.merchantId} and code = ${storedBarcode(code)}
    union all select id from catalog.variant where merchant_id = ${tx.merchantId} and sku = ${code.trim()} limit 1`);
  const variant = row === undefined ? undefined : (await variantsByIds(tx, [row.id])).get(row.id);
  if (variant === undefined) refuse('barcode.unknown', 'No article has this code.', { status: 404, field: 'code' });
  return { variantId: variant.id, productId: variant.productId, sku: variant.sku, name: variant.name, priceAmount: null, quantity: null };
}
