/** Writes many new products with variants and barcodes: one statement a table, used by forms, imports and the demo. */
import { normaliseGtin } from '@tandem/domain/barcodes/gtin.ts';
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

type Text = Record<string, string>;
export interface NewProduct {
  id: string;
  handle: string;
  name: Text;
  description: Text;
  brand: string;
  tags: string[];
  categoryId: string | null;
  status: 'draft' | 'active' | 'archived';
  options: { name: Text; values: { code: string; name: Text; swatch?: string | undefined }[] }[];
  variants: NewVariant[];
  /** The channels that show it. */
  channelIds: string[];
}
export interface NewVariant {
  id: string;
  sku: string;
  optionValues: string[];
  barcodes: string[];
  weightGrams: number | null;
}

/** What a product is found by: names in all languages, brand, tags. */
export function productSearchText(product: Pick<NewProduct, 'name' | 'brand' | 'tags' | 'handle'>): string {
  return normaliseSearch([...Object.values(product.name), product.brand, ...product.tags, product.handle].join(' '));
}

/** What a variant is found by: SKU, barcodes as given and in full, which every shorter print of them ends, option names. */
export function variantSearchText(
  options: NewProduct['options'],
  variant: Pick<NewVariant, 'sku' | 'optionValues' | 'barcodes'>,
): string {
  const names = variant.optionValues.flatMap((code, index) =>
    Object.values(options[index]?.values.find((value) => value.code === code)?.name ?? { en: code }),
  );
  const codes = new Set([...variant.barcodes, ...variant.barcodes.map(storedBarcode)]);
  return normaliseSearch([variant.sku, ...codes, ...names].join(' '));
}

/** A GTIN padded to 14 digits, any other code as it was typed. */
export function storedBarcode(code: string): string {
  return normaliseGtin(code) ?? code.trim();
}

/** Inserts; a handle, SKU or barcode that is taken breaks the unique key, so callers check first. */
export async function insertProducts(tx: Tx, products: readonly NewProduct[]): Promise<void> {
  if (products.length === 0) return;
  const json = (value: unknown) => JSON.stringify(value);
  await tx.run(sql`
    insert into catalog.product (merchant_id, id, handle, name, description, brand, tags, category_id, status, options, search_text)
    select ${tx.merchantId}::uuid, id, handle, name, description, brand, array(select jsonb_array_elements_text(tags)), category_id, status, options, search_text
    from unnest(${products.map((product) => product.id)}::uuid[], ${products.map((product) => product.handle)}::text[], ${products.map((product) => json(product.name))}::jsonb[],
      ${products.map((product) => json(product.description))}::jsonb[], ${products.map((product) => product.brand)}::text[], ${products.map((product) => json(product.tags))}::jsonb[],
      ${products.map((product) => product.categoryId)}::uuid[], ${products.map((product) => product.status)}::text[], ${products.map((product) => json(product.options))}::jsonb[],
      ${products.map(productSearchText)}::text[]) as p (id, handle, name, description, brand, tags, category_id, status, options, search_text)`);
  await insertVariants(
    tx,
    products.flatMap((product) =>
      product.variants.map((variant, index) => ({
        ...variant,
        productId: product.id,
        position: index,
        options: product.options,
      })),
    ),
  );
  await insertPublications(
    tx,
    products.flatMap((product) => product.channelIds.map((channelId) => ({ productId: product.id, channelId }))),
  );
  for (const product of products) tx.changes.add('catalog', { type: 'product', productId: product.id });
}

/** Inserts variants of known products, with their barcodes. */
export async function insertVariants(
  tx: Tx,
  variants: readonly (NewVariant & { productId: string; position: number; options: NewProduct['options'] })[],
): Promise<void> {
  if (variants.length === 0) return;
  await tx.run(sql`
    insert into catalog.variant (merchant_id, id, product_id, sku, option_values, position, weight_grams, search_text)
    select ${tx.merchantId}::uuid, v.* from unnest(${variants.map((variant) => variant.id)}::uuid[], ${variants.map((variant) => variant.productId)}::uuid[],
      ${variants.map((variant) => variant.sku)}::text[], ${variants.map((variant) => JSON.stringify(variant.optionValues))}::jsonb[], ${variants.map((variant) => variant.position)}::int[],
      ${variants.map((variant) => variant.weightGrams)}::int[], ${variants.map((variant) => variantSearchText(variant.options, variant))}::text[]) as v`);
  const barcodes = variants.flatMap((variant) =>
    variant.barcodes.map((code) => ({ code: storedBarcode(code), variantId: variant.id })),
  );
  await tx.run(sql`
    insert into catalog.barcode (merchant_id, code, variant_id)
    select ${tx.merchantId}::uuid, b.* from unnest(${barcodes.map((barcode) => barcode.code)}::text[], ${barcodes.map((barcode) => barcode.variantId)}::uuid[]) as b`);
}

export async function insertPublications(
  tx: Tx,
  rows: readonly { productId: string; channelId: string }[],
): Promise<void> {
  await tx.run(sql`
    insert into catalog.publication (merchant_id, product_id, channel_id)
    select ${tx.merchantId}::uuid, p.* from unnest(${rows.map((row) => row.productId)}::uuid[], ${rows.map((row) => row.channelId)}::uuid[]) as p
    on conflict do nothing`);
}

/** Writes what a variant is found by. */
export async function writeSearchText(
  tx: Tx,
  options: NewProduct['options'],
  variant: Pick<NewVariant, 'id' | 'sku' | 'optionValues' | 'barcodes'>,
): Promise<void> {
  await tx.run(
    sql`update catalog.variant set search_text = ${variantSearchText(options, variant)} where merchant_id = ${tx.merchantId} and id = ${variant.id}`,
  );
}
