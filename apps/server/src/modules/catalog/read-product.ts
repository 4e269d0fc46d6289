/** A product as the back office shows it. */
import type { Answer } from '@tandem/contract/index.ts';
import { notFound } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export type ProductView = Answer<'GET /api/products/:id'>;
type Row = Omit<ProductView, 'variants' | 'media' | 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

/** The product with variants, pictures and channels; 404 when the merchant has none with this id. */
export async function readProduct(tx: Tx, id: string): Promise<ProductView> {
  const row = await tx.row<Row>(sql`
    select id, handle, name, description, brand, tags, category_id as "categoryId", status, options, created_at as "createdAt", updated_at as "updatedAt",
      array(select p.channel_id from catalog.publication p where p.merchant_id = ${tx.merchantId} and p.product_id = product.id order by 1) as "channelIds"
    from catalog.product where merchant_id = ${tx.merchantId} and id = ${id}`);
  if (row === undefined) notFound('product');
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    variants: await readVariants(tx, id),
    media: await readMedia(tx, id),
  };
}

/** Locks the product and reads it; 404 when the merchant has none with this id. */
export async function lockProduct(tx: Tx, productId: string): Promise<ProductView> {
  await tx.run(
    sql`select 1 from catalog.product where merchant_id = ${tx.merchantId} and id = ${productId} for update`,
  );
  return readProduct(tx, productId);
}

/** The product that a variant belongs to; 404 when there is no such variant. */
export async function productOfVariant(tx: Tx, variantId: string): Promise<string> {
  const row = await tx.row<{ id: string }>(
    sql`select product_id as id from catalog.variant where merchant_id = ${tx.merchantId} and id = ${variantId}`,
  );
  return row?.id ?? notFound('variant');
}

function readVariants(tx: Tx, productId: string): Promise<ProductView['variants']> {
  return tx.rows(sql`
    select v.id, v.sku, v.option_values as "optionValues", v.position::bigint as position, v.weight_grams::bigint as "weightGrams", v.is_active as "isActive",
      array(select b.code from catalog.barcode b where b.merchant_id = v.merchant_id and b.variant_id = v.id order by b.code) as barcodes, v.bundle_version::bigint as "bundleVersion",
      array(select jsonb_build_object('variantId', c.component_id, 'productId', o.product_id, 'sku', o.sku, 'name', p.name, 'optionValues', o.option_values, 'quantity', c.quantity)
        from catalog.bundle_component c join catalog.variant o on o.merchant_id = c.merchant_id and o.id = c.component_id
        join catalog.product p on p.merchant_id = o.merchant_id and p.id = o.product_id
        where c.merchant_id = v.merchant_id and c.bundle_id = v.id order by c.rank) as components,
      array(select b.sku from catalog.bundle_component c join catalog.variant b on b.merchant_id = c.merchant_id and b.id = c.bundle_id
        where c.merchant_id = v.merchant_id and c.component_id = v.id order by b.sku) as "inBundles"
    from catalog.variant v where v.merchant_id = ${tx.merchantId} and v.product_id = ${productId} order by v.position, v.id`);
}

function readMedia(tx: Tx, productId: string): Promise<ProductView['media']> {
  return tx.rows(sql`
    select m.id, m.variant_id as "variantId", m.alt, m.rank::bigint as rank, m.width::bigint as width, m.height::bigint as height,
      '/media/' || m.id || '/' || (select f.size from catalog.media_file f where f.merchant_id = m.merchant_id and f.media_id = m.id and f.size in ('svg', '640') limit 1) as url
    from catalog.media m where m.merchant_id = ${tx.merchantId} and m.product_id = ${productId} order by m.rank, m.id`);
}
