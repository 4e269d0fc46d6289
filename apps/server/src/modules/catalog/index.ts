/** Catalog: what is sold. */
import type { Platform } from '../../platform/platform.ts';
import { collectionRoutes } from './collection-routes.ts';
import { catalogPlugin, catalogRoutes } from './routes.ts';

export { archiveCollection, restoreCollection } from './archive-collection.ts';
export { changeProduct, changeVariant } from './change-product.ts';
export { checkCodes } from './check-product.ts';
export { collectionsOfProducts } from './collections-of-products.ts';
export { editProducts } from './edit-products.ts';
export { freeHandle, handleOf } from './handle.ts';
export { inStoreRules } from './in-store-rules.ts';
export {
  insertProducts,
  insertPublications,
  insertVariants,
  type NewProduct,
  type NewVariant,
  productSearchText,
  storedBarcode,
  variantSearchText,
} from './insert-products.ts';
export { knownIds } from './known-ids.ts';
export { type CategoryView, listCategories } from './list-categories.ts';
export { listBrands, listTags } from './list-labels.ts';
export {
  findPublished,
  listPublished,
  listPublishedCategories,
  listPublishedHandles,
  type PublishedCard,
} from './list-published.ts';
export { addDrawnMedia } from './media.ts';
export { pageVariantsBySku, skuOf } from './page-variants.ts';
export { insertCategory } from './put-category.ts';
export { addCollection, changeCollection, putCollectionProducts } from './put-collection.ts';
export { componentsOf, forgetBundles, keptBundles, withComponents } from './read-bundles.ts';
export { type ProductView, readProduct } from './read-product.ts';
export {
  findVariantsBySku,
  listVariantIds,
  productsOfVariants,
  publishedProductsOf,
  searchVariantIds,
  type VariantCard,
  variantIdsOfProduct,
  variantsByIds,
} from './read-variants.ts';
export {
  barcodeOwners,
  type ProductToUpdate,
  productsToUpdate,
  type StoredProduct,
  unpublishProducts,
  updateProducts,
  updateVariants,
  type VariantToUpdate,
} from './update-products.ts';
export { type LockedBundle, lockBundle, writeComponents } from './write-bundles.ts';

export interface CatalogPorts {
  /** The merchant that a host name stands for. */
  merchantOf(hostname: string): string | undefined | Promise<string | undefined>;
}

export function catalogModule(platform: Platform, ports: CatalogPorts) {
  return {
    implementations: [...catalogRoutes(platform), ...collectionRoutes(platform)],
    plugin: catalogPlugin(platform, ports.merchantOf),
  };
}
