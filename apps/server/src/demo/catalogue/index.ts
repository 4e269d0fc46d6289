/** The demo merchant's goods: 8 categories, their products, and the variants of each with SKU and barcode. */
import { apparel } from './apparel.data.ts';
import { beauty } from './beauty.data.ts';
import { giftSets } from './bundles.data.ts';
import { demoCategories } from './categories.data.ts';
import type { DemoProduct } from './demo-product.ts';
import { food } from './food.data.ts';
import { home } from './home.data.ts';
import { kidsAndGifts } from './kids-gifts.data.ts';
import { kitchen } from './kitchen.data.ts';
import { shoesAndBags } from './shoes-bags.data.ts';
import { stationery } from './stationery.data.ts';
import { type DemoVariant, variantsOf } from './variants.ts';

export { demoCategories } from './categories.data.ts';
export type { DemoCategoryHandle, DemoOption, DemoOptionValue, DemoProduct, Words } from './demo-product.ts';
export * from './merchant.data.ts';
export type { DemoVariant } from './variants.ts';

/** A product together with its variants. */
export interface DemoGoods extends DemoProduct {
  readonly variants: readonly DemoVariant[];
}

/** Everything the demo merchant sells, in the order of its categories; the same in every run. */
export const demoProducts: readonly DemoGoods[] = withVariants([
  ...apparel,
  ...shoesAndBags,
  ...home,
  ...kitchen,
  ...stationery,
  ...beauty,
  ...food,
  ...kidsAndGifts,
  ...giftSets,
]);

function withVariants(products: readonly DemoProduct[]): DemoGoods[] {
  let number = 0;
  const inCategory = new Map<string, number>();
  return products.map((product) => {
    const place = (inCategory.get(product.category) ?? 0) + 1;
    inCategory.set(product.category, place);
    const prefix = demoCategories.find(({ handle }) => handle === product.category)?.skuPrefix ?? '';
    const variants = variantsOf(product, `${prefix}${String(place).padStart(3, '0')}`, number + 1);
    number += variants.length;
    return { ...product, variants };
  });
}
