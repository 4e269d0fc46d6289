/** Base prices of variants. */
import type { Answer } from '@tandem/contract/index.ts';
import { notFound } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { variantIdsOfProduct } from '../catalog/index.ts';

export type VariantPrice = Answer<'PUT /api/variants/:id/price'>;

/** Prices in minor units, in the merchant's price mode; variants without one are left out. */
export async function pricesOf(tx: Tx, variantIds: readonly string[]): Promise<Map<string, VariantPrice>> {
  const rows = await tx.rows<VariantPrice>(sql`
    select variant_id as "variantId", amount, compare_at_amount as "compareAtAmount", tax_category_id as "taxCategoryId", floor_amount as "floorAmount"
    from pricing.variant_price where merchant_id = ${tx.merchantId} and variant_id = any (${[...variantIds]}::uuid[])`);
  return new Map(rows.map((row) => [row.variantId, row]));
}

/** Prices of a product's variants; 404 for an unknown product. */
export async function pricesOfProduct(tx: Tx, productId: string): Promise<VariantPrice[]> {
  const ids = await variantIdsOfProduct(tx, productId);
  if (ids.length === 0) notFound('product');
  return [...(await pricesOf(tx, ids)).values()];
}
