/** The variant that a printed code stands for: a GTIN in any length, an in-store code, a SKU. */
import type { Answer } from '@tandem/contract/index.ts';
import { parseBarcode } from '@tandem/domain/barcodes/in-store.ts';
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts } from '../merchants/index.ts';
import { inStoreRules } from './in-store-rules.ts';
import { storedBarcode } from './insert-products.ts';
import { variantsByIds } from './read-variants.ts';

type Resolved = Answer<'GET /api/barcodes/:code'>;

/** A printed price is in minor units, a printed weight in thousandths. Refuses `barcode.unknown`. */
export async function resolveBarcode(tx: Tx, code: string): Promise<Resolved> {
  const whole = await findVariant(tx, code);
  if (whole !== undefined) return { ...whole, priceAmount: null, quantity: null };
  const { currency } = await sellingFacts(tx);
  const scanned = parseBarcode(code, inStoreRules, currencyDigits(currency));
  const found = scanned.kind === 'in_store' ? await findVariant(tx, scanned.item) : undefined;
  if (scanned.kind !== 'in_store' || found === undefined)
    return refuse('barcode.unknown', 'No article has this code.', { status: 404, field: 'code' });
  return { ...found, priceAmount: scanned.priceAmount ?? null, quantity: scanned.quantity ?? null };
}

/** By barcode first, else by SKU. */
async function findVariant(
  tx: Tx,
  code: string,
): Promise<Pick<Resolved, 'variantId' | 'productId' | 'sku' | 'name'> | undefined> {
  const row = await tx.row<{ id: string }>(sql`
    select id from (
      select variant_id as id, 1 as place from catalog.barcode where merchant_id = ${tx.merchantId} and code = ${storedBarcode(code)}
      union all select id, 2 from catalog.variant where merchant_id = ${tx.merchantId} and sku = ${code.trim()}
    ) f order by place limit 1`);
  const variant = row === undefined ? undefined : (await variantsByIds(tx, [row.id])).get(row.id);
  return variant && { variantId: variant.id, productId: variant.productId, sku: variant.sku, name: variant.name };
}
