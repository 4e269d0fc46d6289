/** Catalog: what is sold. */
export {
  insertProducts, insertPublications, insertVariants, type NewProduct, type NewVariant, productSearchText, storedBarcode, variantSearchText,
} from './insert-products.ts';
export { listCategories } from './list-categories.ts';
export {
  findVariantsBySku, isPublished, listVariantIds, searchVariantIds, type VariantCard, variantIdsOfProduct, variantsByIds,
} from './read-variants.ts';
