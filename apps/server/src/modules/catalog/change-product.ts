/** Changes a product, one of its variants, or where it is shown. */
import type { Body } from '@tandem/contract/index.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { requireChannels, requireName, writeAudit } from '../merchants/index.ts';
import { takenCodes } from './add-product.ts';
import { checkCategory, checkCodes, checkOptions } from './check-product.ts';
import {
  insertPublications,
  type NewProduct,
  productSearchText,
  storedBarcode,
  writeSearchText,
} from './insert-products.ts';
import { lockProduct, type ProductView, productOfVariant, readProduct } from './read-product.ts';
import { refuseWhileInBundle } from './write-bundles.ts';

type Options = NewProduct['options'];

/** Changes what is named; options may only change so that every variant still fits. */
export const changeProduct = singleKind(
  'catalog.change_product',
  async (tx: Tx, command: Command<{ productId: string } & Body<'PATCH /api/products/:id'>>) => {
    const { productId, ...changes } = command.body;
    if (changes.name !== undefined) requireName(changes.name);
    const before = await lockProduct(tx, productId);
    const after = { ...before, ...changes };
    if (after.status === 'archived' && before.status !== 'archived')
      await refuseWhileInBundle(tx, { productIds: [productId] }, 'status');
    checkOptions(after.options as Options, before.variants);
    await checkCategory(tx, changes.categoryId);
    const taken = await tx.row(
      sql`select 1 from catalog.product where merchant_id = ${tx.merchantId} and handle = ${after.handle} and id <> ${productId}`,
    );
    if (taken !== undefined) refuse('product.handle_taken', 'Another product has this address.', { field: 'handle' });
    const searchText = productSearchText({ ...after, name: after.name as Record<string, string> });
    await refusingTaken(takenCodes, () =>
      tx.run(sql`
    update catalog.product set handle = ${after.handle}, name = ${JSON.stringify(after.name)}, description = ${JSON.stringify(after.description)}, brand = ${after.brand}, tags = ${after.tags},
      category_id = ${after.categoryId}, status = ${after.status}, options = ${JSON.stringify(after.options)}, search_text = ${searchText}, updated_at = ${command.at}
    where merchant_id = ${tx.merchantId} and id = ${productId}`),
    );
    if (changes.options !== undefined)
      for (const variant of before.variants) await writeSearchText(tx, after.options as Options, variant);
    tx.changes.add('catalog', { type: 'product', productId });
    await writeAudit(tx, command.actor, 'product.changed', productId, { changes });
    return readProduct(tx, productId);
  },
);

/** Changes a variant; its barcodes are replaced as a whole. */
export const changeVariant = singleKind(
  'catalog.change_variant',
  async (tx: Tx, command: Command<{ variantId: string } & Body<'PATCH /api/variants/:id'>>) => {
    const { variantId, ...changes } = command.body;
    const product = await lockProduct(tx, await productOfVariant(tx, variantId));
    const variants = product.variants.map((variant) =>
      variant.id === variantId ? { ...variant, ...changes, sku: (changes.sku ?? variant.sku).trim() } : variant,
    );
    const after = variants.find((variant) => variant.id === variantId) as ProductView['variants'][number];
    if (changes.isActive === false) await refuseWhileInBundle(tx, { variantIds: [variantId] }, 'isActive');
    checkOptions(product.options as Options, variants);
    await checkCodes(tx, [after]);
    await refusingTaken(takenCodes, async () => {
      await tx.run(sql`
      update catalog.variant set sku = ${after.sku}, option_values = ${JSON.stringify(after.optionValues)}, weight_grams = ${after.weightGrams}, is_active = ${after.isActive}
      where merchant_id = ${tx.merchantId} and id = ${variantId}`);
      if (changes.barcodes === undefined) return;
      await tx.run(sql`delete from catalog.barcode where merchant_id = ${tx.merchantId} and variant_id = ${variantId}`);
      await tx.run(sql`
      insert into catalog.barcode (merchant_id, code, variant_id) select ${tx.merchantId}::uuid, code, ${variantId}::uuid from unnest(${changes.barcodes.map(storedBarcode)}::text[]) as b (code)`);
    });
    await writeSearchText(tx, product.options as Options, after);
    tx.changes.add('catalog', { type: 'product', productId: product.id });
    await writeAudit(tx, command.actor, 'variant.changed', variantId, { changes });
    return readProduct(tx, product.id);
  },
);

/** Shows the product in exactly these channels. */
export const publishProduct = singleKind(
  'catalog.publish_product',
  async (tx: Tx, command: Command<{ productId: string; channelIds: string[] }>) => {
    const { productId, channelIds } = command.body;
    await lockProduct(tx, productId);
    await requireChannels(tx, channelIds);
    await tx.run(
      sql`delete from catalog.publication where merchant_id = ${tx.merchantId} and product_id = ${productId} and channel_id <> all (${channelIds}::uuid[])`,
    );
    await insertPublications(
      tx,
      channelIds.map((channelId) => ({ productId, channelId })),
    );
    tx.changes.add('catalog', { type: 'product', productId });
    await writeAudit(tx, command.actor, 'product.published', productId, { channelIds });
    return readProduct(tx, productId);
  },
);
