/** Which goods a promotion means. */

/**
 * Goods count when they are named in any of the lists (all goods when every list is null) and in none of the excluded.
 * Categories count with all that is below them.
 */
export type ItemFilter = {
  readonly variants: readonly string[] | null;
  readonly products: readonly string[] | null;
  readonly categories: readonly string[] | null;
  readonly collections: readonly string[] | null;
  readonly brands: readonly string[] | null;
  readonly tags: readonly string[] | null;
  readonly except: Omit<ItemFilter, 'except'> | null;
};

export const allItems: ItemFilter = {
  variants: null,
  products: null,
  categories: null,
  collections: null,
  brands: null,
  tags: null,
  except: null,
};
