/** Adds a product with its variants; adds a variant to a product. */
import type { Body } from '@tandem/contract/index.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { requireChannels, requireName, writeAudit } from '../merchants/index.ts';
import { withNewValues, writeOptions } from './add-option.ts';
import { checkCategory, checkCodes, checkOptions } from './check-product.ts';
import { freeHandle, handleOf } from './handle.ts';
import { insertProducts, insertVariants, type NewProduct, type NewVariant } from './insert-products.ts';
import { lockProduct, readProduct } from './read-product.ts';

export const takenCodes = {
  product_merchant_id_handle_key: ['product.handle_taken', 'handle'],
  variant_merchant_id_sku_key: ['variant.sku_taken', 'sku'],
  barcode_pkey: ['variant.barcode_taken', 'barcodes'],
} as const;

/** Adds a product; a handle is made from its name where none is given. */
export const addProduct = singleKind(
  'catalog.add_product',
  async (tx: Tx, command: Command<Body<'POST /api/products'>>) => {
    const { body, actor } = command;
    requireName(body.name);
    const name = body.name as Record<string, string>;
    const product: NewProduct = {
      id: newId(),
      handle: body.handle ?? (await freeHandle(tx, 'product', handleOf(name.en ?? Object.values(name)[0] ?? ''))),
      name,
      description: body.description ?? {},
      brand: body.brand ?? '',
      tags: body.tags ?? [],
      categoryId: body.categoryId ?? null,
      status: body.status ?? 'draft',
      options: (body.options ?? []) as NewProduct['options'],
      channelIds: body.channelIds ?? [],
      variants: body.variants.map((variant) => newVariant(variant)),
    };
    const taken = await tx.row(
      sql`select 1 from catalog.product where merchant_id = ${tx.merchantId} and handle = ${product.handle}`,
    );
    if (taken !== undefined) refuse('product.handle_taken', 'Another product has this address.', { field: 'handle' });
    checkOptions(product.options, product.variants);
    await checkCodes(tx, product.variants);
    await checkCategory(tx, product.categoryId);
    await requireChannels(tx, product.channelIds);
    await refusingTaken(takenCodes, () => insertProducts(tx, [product]));
    await writeAudit(tx, actor, 'product.added', product.id, { handle: product.handle });
    return readProduct(tx, product.id);
  },
);

type VariantBody = { productId: string } & Body<'POST /api/products/:id/variants'>;

/** Adds a variant behind the others, with the option values that the product did not have yet. */
export const addVariant = singleKind('catalog.add_variant', async (tx: Tx, command: Command<VariantBody>) => {
  const { productId, newValues = [], ...body } = command.body;
  const product = await lockProduct(tx, productId);
  const variant = newVariant(body);
  const options = withNewValues(product, newValues);
  checkOptions(options, [...product.variants, variant]);
  await checkCodes(tx, [variant]);
  const position = 1 + Math.max(-1, ...product.variants.map((one) => one.position));
  if (newValues.length > 0) await writeOptions(tx, { productId, options, at: command.at });
  await refusingTaken(takenCodes, () => insertVariants(tx, [{ ...variant, productId, position, options }]));
  tx.changes.add('catalog', { type: 'product', productId });
  await writeAudit(tx, command.actor, 'variant.added', variant.id, { sku: variant.sku });
  return readProduct(tx, productId);
});

function newVariant(variant: Body<'POST /api/products/:id/variants'>): NewVariant {
  return {
    id: newId(),
    sku: variant.sku.trim(),
    optionValues: variant.optionValues,
    barcodes: variant.barcodes ?? [],
    weightGrams: variant.weightGrams ?? null,
  };
}
