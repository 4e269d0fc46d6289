import type { TillVariant } from '../core/till-facts.ts';

/** A variant that is its own product, unless told otherwise. */
export function variantOf(id: string, given: Partial<TillVariant> = {}): TillVariant {
  return {
    id,
    productId: `product-${id}`,
    sku: id.toUpperCase(),
    name: { en: id },
    optionNames: [],
    categoryId: null,
    barcodes: [],
    amount: 1000,
    compareAtAmount: null,
    taxCategoryId: null,
    brand: null,
    tags: [],
    collections: [],
    prices: [],
    floorAmount: null,
    imageUrl: null,
    available: 10_000,
    isActive: true,
    ...given,
  };
}
