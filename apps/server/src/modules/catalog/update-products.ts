/** Changes many products and variants at once, as imports do: one statement a table. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type NewProduct, productSearchText, storedBarcode, variantSearchText } from './insert-products.ts';

export type ProductToUpdate = Pick<
  NewProduct,
  'id' | 'handle' | 'name' | 'description' | 'brand' | 'tags' | 'categoryId' | 'status' | 'options'
>;
export interface VariantToUpdate {
  id: string;
  sku: string;
  optionValues: string[];
  weightGrams: number | null;
  /** All that it has from now on. */
  barcodes: string[];
  options: NewProduct['options'];
}
export interface StoredProduct extends Pick<ProductToUpdate, 'id' | 'handle' | 'name' | 'description' | 'options'> {
  variants: { id: string; sku: string; optionValues: string[]; barcodes: string[]; position: number }[];
}

/** Locks and reads the products with these handles or ids; unknown ones are left out. */
export async function productsToUpdate(
  tx: Tx,
  asked: { handles: readonly string[]; ids: readonly string[] },
): Promise<StoredProduct[]> {
  const rows = await tx.rows<Omit<StoredProduct, 'variants'>>(sql`
    select id, handle, name, description, options from catalog.product
    where merchant_id = ${tx.merchantId} and (handle = any (${[...asked.handles]}::text[]) or id = any (${[...asked.ids]}::uuid[]))
    order by id for update`);
  const variants = await tx.rows<StoredProduct['variants'][number] & { productId: string }>(sql`
    select id, product_id as "productId", sku, option_values as "optionValues", position::bigint as position,
      array(select b.code from catalog.barcode b where b.merchant_id = v.merchant_id and b.variant_id = v.id order by b.code) as barcodes
    from catalog.variant v where merchant_id = ${tx.merchantId} and product_id = any (${rows.map((row) => row.id)}::uuid[]) order by position, id`);
  const byProduct = Map.groupBy(variants, (variant) => variant.productId);
  return rows.map((row) => ({
    ...row,
    variants: (byProduct.get(row.id) ?? []).map(({ productId: _, ...variant }) => variant),
  }));
}

/** Writes what the products are now; texts in languages that are not named stay. */
export async function updateProducts(tx: Tx, products: readonly ProductToUpdate[]): Promise<void> {
  if (products.length === 0) return;
  const json = (value: unknown) => JSON.stringify(value);
  await tx.run(sql`
    update catalog.product p set name = c.name, description = c.description, brand = c.brand, tags = array(select jsonb_array_elements_text(c.tags)),
      category_id = c.category_id, status = c.status, options = c.options, search_text = c.search_text, updated_at = now()
    from unnest(${products.map((product) => product.id)}::uuid[], ${products.map((product) => json(product.name))}::jsonb[], ${products.map((product) => json(product.description))}::jsonb[],
      ${products.map((product) => product.brand)}::text[], ${products.map((product) => json(product.tags))}::jsonb[], ${products.map((product) => product.categoryId)}::uuid[],
      ${products.map((product) => product.status)}::text[], ${products.map((product) => json(product.options))}::jsonb[], ${products.map(productSearchText)}::text[])
      as c (id, name, description, brand, tags, category_id, status, options, search_text)
    where p.merchant_id = ${tx.merchantId} and p.id = c.id`);
  for (const product of products) tx.changes.add('catalog', { type: 'product', productId: product.id });
}

/** Writes what the variants are now; their codes were checked before. */
export async function updateVariants(tx: Tx, variants: readonly VariantToUpdate[]): Promise<void> {
  if (variants.length === 0) return;
  const ids = variants.map((variant) => variant.id);
  await tx.run(sql`
    update catalog.variant v set option_values = c.option_values, weight_grams = c.weight_grams, search_text = c.search_text
    from unnest(${ids}::uuid[], ${variants.map((variant) => JSON.stringify(variant.optionValues))}::jsonb[], ${variants.map((variant) => variant.weightGrams)}::int[],
      ${variants.map((variant) => variantSearchText(variant.options, variant))}::text[]) as c (id, option_values, weight_grams, search_text)
    where v.merchant_id = ${tx.merchantId} and v.id = c.id`);
  await tx.run(
    sql`delete from catalog.barcode where merchant_id = ${tx.merchantId} and variant_id = any (${ids}::uuid[])`,
  );
  const codes = variants.flatMap((variant) =>
    [...new Set(variant.barcodes.map(storedBarcode))].map((code) => ({ code, variantId: variant.id })),
  );
  await tx.run(sql`
    insert into catalog.barcode (merchant_id, code, variant_id)
    select ${tx.merchantId}::uuid, c.* from unnest(${codes.map((one) => one.code)}::text[], ${codes.map((one) => one.variantId)}::uuid[]) as c`);
}

/** Takes products out of every channel. */
export async function unpublishProducts(tx: Tx, productIds: readonly string[]): Promise<void> {
  await tx.run(
    sql`delete from catalog.publication where merchant_id = ${tx.merchantId} and product_id = any (${[...productIds]}::uuid[])`,
  );
}

/** The variant that each code belongs to; codes of nobody are left out. */
export async function barcodeOwners(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ code: string; variantId: string }>(sql`
    select code, variant_id as "variantId" from catalog.barcode where merchant_id = ${tx.merchantId} and code = any (${codes.map(storedBarcode)}::text[])`);
  return new Map(rows.map((row) => [row.code, row.variantId]));
}
