/** The demo merchant's products, with prices and pictures, as its shop shows them. */
import {
  addDrawnMedia,
  insertCategory,
  insertProducts,
  type NewProduct,
  writeComponents,
} from '../modules/catalog/index.ts';
import { defaultTaxCategory, setPrices } from '../modules/pricing/index.ts';
import { newId } from '../platform/ids.ts';
import type { Tx } from '../platform/transaction.ts';
import { type DemoGoods, demoCategories, demoProducts } from './catalogue/index.ts';
import { illustrate, palettes } from './illustrations/index.ts';

export interface VariantOnSale {
  id: string;
  price: number;
  cost: number;
  /** How often it is bought beside the others. */
  weight: number;
  /** Of a bundle: what lies on the shelf in its place. */
  contents: { variantId: string; pieces: number }[];
}
/** Writes categories, products, prices and pictures; published in the channels given. */
export async function stockCatalogue(tx: Tx, channelIds: string[], at: string): Promise<VariantOnSale[]> {
  const categories = new Map<string, string>();
  for (const [rank, category] of demoCategories.entries())
    categories.set(
      category.handle,
      (await insertCategory(tx, { handle: category.handle, name: { ...category.name }, rank })).id,
    );
  const products = demoProducts.map((goods) => ({
    goods,
    product: productOf(goods, categories.get(goods.category) ?? null, channelIds),
  }));
  await insertProducts(
    tx,
    products.map((one) => one.product),
  );
  const taxCategoryId = await defaultTaxCategory(tx);
  const variants = products.flatMap(({ goods, product }) =>
    goods.variants.map((variant, index) => ({ goods, variant, id: product.variants[index]?.id ?? '' })),
  );
  await setPrices(
    tx,
    variants.map(({ variant, id }) => ({
      variantId: id,
      amount: variant.price,
      compareAtAmount: variant.compareAt ?? null,
      taxCategoryId,
    })),
    at,
  );
  for (const { goods, product } of products) {
    await addDrawnMedia(tx, {
      productId: product.id,
      svg: illustrate(goods.picture.kind, palettes[goods.picture.palette]),
      alt: { ...goods.name },
    });
  }
  const variantOf = new Map(products.map(({ product }) => [product.handle, product.variants[0]?.id ?? '']));
  const contentsOf = ({ contents = [] }: DemoGoods) =>
    contents.map(({ handle, pieces }) => ({ variantId: variantOf.get(handle) ?? '', pieces }));
  for (const { goods, product } of products)
    if (goods.contents !== undefined)
      await writeComponents(
        tx,
        { id: product.variants[0]?.id ?? '', productId: product.id },
        contentsOf(goods).map(({ variantId, pieces }) => ({ variantId, quantity: pieces * 1000 })),
      );
  return variants.map(({ goods, variant, id }) => ({
    id,
    price: variant.price,
    cost: variant.cost,
    weight: goods.popularity ** 1.4 / goods.variants.length,
    contents: contentsOf(goods),
  }));
}

function productOf(goods: DemoGoods, categoryId: string | null, channelIds: string[]): NewProduct {
  return {
    id: newId(),
    handle: goods.handle,
    name: { ...goods.name },
    description: { ...goods.description },
    brand: goods.brand,
    tags: [...goods.tags],
    categoryId,
    status: 'active',
    channelIds,
    options: goods.options.map((option) => ({
      name: { ...option.name },
      values: option.values.map(({ code, name, swatch }) => ({ code, name: { ...name }, swatch })),
    })),
    variants: goods.variants.map((variant) => ({
      id: newId(),
      sku: variant.sku,
      optionValues: [...variant.optionValues],
      barcodes: [variant.barcode],
      weightGrams: null,
    })),
  };
}
