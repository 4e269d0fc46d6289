/** What has to be written for product drafts: new products, changed ones, and what of them cannot be taken. */

import { newId } from '../../platform/ids.ts';
import type { Tx } from '../../platform/transaction.ts';
import {
  barcodeOwners,
  findVariantsBySku,
  type NewProduct,
  type NewVariant,
  type ProductToUpdate,
  productsToUpdate,
  type StoredProduct,
  storedBarcode,
  type VariantToUpdate,
} from '../catalog/index.ts';
import type { ProductDraft, VariantDraft } from './product-draft.ts';
import type { ImportMessage } from './report.ts';

export type PlannedVariant = VariantDraft & { id: string };
export interface ProductPlan {
  added: NewProduct[];
  changed: ProductToUpdate[];
  changedVariants: VariantToUpdate[];
  addedVariants: (NewVariant & { productId: string; position: number; options: NewProduct['options'] })[];
  /** Every variant that was taken, with its money and stock. */
  variants: PlannedVariant[];
  published: string[];
  unpublished: string[];
  messages: ImportMessage[];
}
interface Known {
  locale: string;
  categories: ReadonlyMap<string, string>;
  products: StoredProduct[];
  bySku: ReadonlyMap<string, { id: string; productId: string }>;
  barcodes: Map<string, string>;
}

/** Reads and locks what is there, and decides; writes nothing. */
export async function planProducts(
  tx: Tx,
  drafts: readonly ProductDraft[],
  locale: string,
  categories: ReadonlyMap<string, string>,
): Promise<ProductPlan> {
  const variants = drafts.flatMap((draft) => draft.variants);
  const bySku = await findVariantsBySku(
    tx,
    variants.map((variant) => variant.sku),
  );
  const products = await productsToUpdate(tx, {
    handles: drafts.map((draft) => draft.handle),
    ids: [...bySku.values()].map((one) => one.productId),
  });
  const barcodes = await barcodeOwners(
    tx,
    variants.flatMap((variant) => (variant.barcode === null ? [] : [variant.barcode])),
  );
  const known: Known = { locale, categories, products, bySku, barcodes };
  const plan: ProductPlan = {
    added: [],
    changed: [],
    changedVariants: [],
    addedVariants: [],
    variants: [],
    published: [],
    unpublished: [],
    messages: [],
  };
  for (const draft of drafts) planOne(known, plan, draft);
  return plan;
}

function planOne(known: Known, plan: ProductPlan, draft: ProductDraft): void {
  const owner = draft.variants.map((variant) => known.bySku.get(variant.sku)?.productId).find((id) => id !== undefined);
  const stored =
    known.products.find((product) => product.id === owner) ??
    known.products.find((product) => product.handle === draft.handle);
  const taken = draft.variants.filter((variant) => {
    const before = known.bySku.get(variant.sku);
    if (before === undefined || before.productId === stored?.id) return true;
    plan.messages.push({
      row: variant.row,
      level: 'error',
      code: 'sku_of_another',
      params: { sku: variant.sku },
    });
    return false;
  });
  if (taken.length === 0) return;
  const options = optionsOf(known, draft, taken, stored);
  if (options === undefined) {
    plan.messages.push({
      row: draft.row,
      level: 'error',
      code: 'options_differ',
    });
    return;
  }
  const { [known.locale]: _name, ...otherNames } = stored?.name ?? {};
  const { [known.locale]: _description, ...otherDescriptions } = stored?.description ?? {};
  const product: ProductToUpdate = {
    id: stored?.id ?? newId(),
    handle: stored?.handle ?? draft.handle,
    name: { ...otherNames, [known.locale]: draft.name },
    description: { ...otherDescriptions, ...(draft.description === '' ? {} : { [known.locale]: draft.description }) },
    brand: draft.brand,
    tags: draft.tags,
    categoryId: known.categories.get(categoryKey(draft.category)) ?? null,
    status: draft.status,
    options,
  };
  const variants = taken.map((variant) => ({ ...variant, id: known.bySku.get(variant.sku)?.id ?? newId() }));
  (draft.isPublished ? plan.published : plan.unpublished).push(product.id);
  plan.variants.push(...variants);
  writeVariants(known, plan, product, stored, variants);
}

function writeVariants(
  known: Known,
  plan: ProductPlan,
  product: ProductToUpdate,
  stored: StoredProduct | undefined,
  variants: readonly PlannedVariant[],
): void {
  const made = variants.map((variant) => ({
    id: variant.id,
    sku: variant.sku,
    optionValues: variant.optionValues,
    weightGrams: variant.weightGrams,
    barcodes: barcodesOf(known, plan, stored, variant),
  }));
  if (stored === undefined) {
    plan.added.push({ ...product, variants: made, channelIds: [] });
    return;
  }
  plan.changed.push(product);
  const last = Math.max(-1, ...stored.variants.map((variant) => variant.position));
  const isStored = (id: string): boolean => stored.variants.some((variant) => variant.id === id);
  plan.changedVariants.push(
    ...made.filter((variant) => isStored(variant.id)).map((variant) => ({ ...variant, options: product.options })),
  );
  plan.addedVariants.push(
    ...made
      .filter((variant) => !isStored(variant.id))
      .map((variant, index) => ({
        ...variant,
        productId: product.id,
        position: last + 1 + index,
        options: product.options,
      })),
  );
}

/** Its own barcodes and the file's, unless another variant has that. */
function barcodesOf(
  known: Known,
  plan: ProductPlan,
  stored: StoredProduct | undefined,
  variant: PlannedVariant,
): string[] {
  const own = stored?.variants.find((one) => one.id === variant.id)?.barcodes ?? [];
  if (variant.barcode === null) return own;
  const code = storedBarcode(variant.barcode);
  const owner = known.barcodes.get(code);
  if (owner !== undefined && owner !== variant.id) {
    plan.messages.push({
      row: variant.row,
      level: 'warning',
      code: 'barcode_of_another',
      params: { barcode: variant.barcode },
    });
    return own;
  }
  known.barcodes.set(code, variant.id);
  return [...new Set([...own, code])];
}

/** The file's options; those of a known product keep the values that other variants of it have. */
function optionsOf(
  known: Known,
  draft: ProductDraft,
  taken: readonly VariantDraft[],
  stored: StoredProduct | undefined,
): NewProduct['options'] | undefined {
  const named = new Set(taken.map((variant) => known.bySku.get(variant.sku)?.id));
  const rest = stored?.variants.filter((variant) => !named.has(variant.id)) ?? [];
  if (rest.length > 0 && stored?.options.length !== draft.optionNames.length) return undefined;
  return draft.optionNames.map((name, index) => {
    const before = stored?.options.length === draft.optionNames.length ? stored.options[index] : undefined;
    const codes = [...new Set([...rest, ...taken].map((variant) => variant.optionValues[index] ?? ''))];
    return {
      name: { ...before?.name, [known.locale]: name },
      values: codes.map(
        (code) => before?.values.find((value) => value.code === code) ?? { code, name: { [known.locale]: code } },
      ),
    };
  });
}

/** Categories are the same whatever the case of their name. */
export function categoryKey(name: string): string {
  return name.trim().toLowerCase();
}
