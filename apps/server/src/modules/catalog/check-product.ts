/** What must hold of a product before it is written; each refusal names its field. */
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type NewProduct, type NewVariant, storedBarcode } from './insert-products.ts';

/** Each variant names one known value of each option, and no two variants the same. */
export function checkOptions(
  options: NewProduct['options'],
  variants: readonly Pick<NewVariant, 'optionValues'>[],
): void {
  options.forEach(({ values }, index) => {
    const codes = new Set(values.map((value) => value.code));
    if (codes.size !== values.length)
      refuse('variant.options_doubled', 'Two values of an option have the same code.', {
        field: `options.${index}.values`,
      });
  });
  const seen = new Set<string>();
  variants.forEach((variant, index) => {
    const field = `variants.${index}.optionValues`;
    const fits =
      variant.optionValues.length === options.length &&
      variant.optionValues.every((code, position) => options[position]?.values.some((value) => value.code === code));
    if (!fits)
      refuse('variant.options_mismatch', 'A variant names one value of each option of its product.', { field });
    const name = JSON.stringify(variant.optionValues);
    if (seen.has(name)) refuse('variant.options_doubled', 'Two variants have the same options.', { field });
    seen.add(name);
  });
}

/** SKUs and barcodes are nobody else's: not within the list, and not of another variant. */
export async function checkCodes(
  tx: Tx,
  variants: readonly Pick<NewVariant, 'id' | 'sku' | 'barcodes'>[],
): Promise<void> {
  const skus = variants.map((variant) => variant.sku);
  const doubled = skus.find((sku, index) => skus.indexOf(sku) !== index);
  const codes = variants.flatMap((variant) =>
    variant.barcodes.map((code) => ({ code: storedBarcode(code), variantId: variant.id })),
  );
  const own = variants.map((variant) => variant.id);
  const takenSku = await tx.row<{ sku: string }>(sql`
    select sku from catalog.variant where merchant_id = ${tx.merchantId} and sku = any (${skus}::text[]) and id <> all (${own}::uuid[]) limit 1`);
  const sku = doubled ?? takenSku?.sku;
  if (sku !== undefined)
    refuse('variant.sku_taken', `Another variant has the SKU ${sku}.`, { field: 'sku', params: { sku } });
  const twice = codes.find((one, index) => codes.findIndex((other) => other.code === one.code) !== index);
  const takenCode = await tx.row<{ code: string }>(sql`
    select code from catalog.barcode where merchant_id = ${tx.merchantId} and code = any (${codes.map((one) => one.code)}::text[]) and variant_id <> all (${own}::uuid[]) limit 1`);
  const code = twice?.code ?? takenCode?.code;
  if (code !== undefined)
    refuse('variant.barcode_taken', `Another variant has the barcode ${code}.`, {
      field: 'barcodes',
      params: { code },
    });
}

/** 404 unless the category is the merchant's. */
export async function checkCategory(tx: Tx, categoryId: string | null | undefined): Promise<void> {
  if (categoryId == null) return;
  const row = await tx.row(
    sql`select 1 from catalog.category where merchant_id = ${tx.merchantId} and id = ${categoryId}`,
  );
  if (row === undefined)
    refuse('category.not_found', 'There is no such category.', { status: 404, field: 'categoryId' });
}
