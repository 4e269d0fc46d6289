/** A chunk of an import's products is written, with prices and opening stock, in one transaction. */
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import type { Tx } from '../../platform/transaction.ts';
import {
  componentsOf,
  insertCategory,
  insertProducts,
  insertPublications,
  insertVariants,
  listCategories,
  unpublishProducts,
  updateProducts,
  updateVariants,
} from '../catalog/index.ts';
import { movedVariants, receiveStock } from '../inventory/index.ts';
import { readMerchant, sellingFacts } from '../merchants/index.ts';
import { defaultTaxCategory, pricesOf, setPrices } from '../pricing/index.ts';
import { categoryKey, type ProductPlan, planProducts } from './plan-products.ts';
import type { ProductDraft } from './product-draft.ts';
import type { ImportMessage } from './report.ts';

export interface ChunkOutcome {
  productsAdded: number;
  productsChanged: number;
  variantsAdded: number;
  variantsChanged: number;
  pricesSet: number;
  stocked: number;
  messages: ImportMessage[];
}
export interface Chunk {
  drafts: ProductDraft[];
  /** Where opening stock lies; none is taken without it. */
  locationId: string | null;
}

/** Writes a chunk. Products are published in every active online shop, or in none, as the file says. */
export const applyProducts = singleKind(
  'imports.apply_products',
  async (tx: Tx, command: Command<Chunk>): Promise<ChunkOutcome> => {
    const { drafts, locationId } = command.body;
    const { locale } = await readMerchant(tx);
    const plan = await planProducts(tx, drafts, locale, await categoriesFor(tx, drafts, locale));
    await insertProducts(tx, plan.added);
    await updateProducts(tx, plan.changed);
    await insertVariants(tx, plan.addedVariants);
    await updateVariants(tx, plan.changedVariants);
    const facts = await sellingFacts(tx);
    const shops = [...facts.channels.values()].filter((channel) => channel.kind === 'online' && channel.isActive);
    await insertPublications(
      tx,
      plan.published.flatMap((productId) => shops.map((shop) => ({ productId, channelId: shop.id }))),
    );
    await unpublishProducts(tx, plan.unpublished);
    const pricesSet = await writePrices(tx, plan, command.at);
    const stocked = locationId === null ? 0 : await openStock(tx, command, plan, locationId);
    return { ...countsOf(plan), pricesSet, stocked, messages: plan.messages };
  },
);

/** What a chunk would do; writes nothing. */
export async function tryProducts(tx: Tx, { drafts, locationId }: Chunk): Promise<ChunkOutcome> {
  const { locale } = await readMerchant(tx);
  const plan = await planProducts(tx, drafts, locale, await knownCategories(tx));
  const moved =
    locationId === null
      ? new Set<string>()
      : await movedVariants(
          tx,
          locationId,
          plan.variants.map((variant) => variant.id),
        );
  const stocked =
    locationId === null ? 0 : plan.variants.filter((variant) => variant.quantity > 0 && !moved.has(variant.id)).length;
  return {
    ...countsOf(plan),
    pricesSet: plan.variants.filter((variant) => variant.amount !== null).length,
    stocked,
    messages: plan.messages,
  };
}

function countsOf(plan: ProductPlan) {
  return {
    productsAdded: plan.added.length,
    productsChanged: plan.changed.length,
    variantsAdded: plan.added.reduce((sum, product) => sum + product.variants.length, 0) + plan.addedVariants.length,
    variantsChanged: plan.changedVariants.length,
  };
}

async function knownCategories(tx: Tx): Promise<Map<string, string>> {
  const categories = await listCategories(tx);
  return new Map(
    categories.flatMap((category) =>
      Object.values(category.name).map((name): [string, string] => [categoryKey(name), category.id]),
    ),
  );
}

async function categoriesFor(
  tx: Tx,
  drafts: readonly ProductDraft[],
  locale: 'en' | 'zh-Hant',
): Promise<Map<string, string>> {
  const known = await knownCategories(tx);
  for (const { category } of drafts) {
    const key = categoryKey(category);
    if (key !== '' && !known.has(key))
      known.set(key, (await insertCategory(tx, { name: { [locale]: category.slice(0, 200) } })).id);
  }
  return known;
}

async function writePrices(tx: Tx, plan: ProductPlan, at: string): Promise<number> {
  const priced = plan.variants.flatMap((variant) =>
    variant.amount === null ? [] : [{ ...variant, amount: variant.amount }],
  );
  const before = await pricesOf(
    tx,
    priced.map((variant) => variant.id),
  );
  const standard = await defaultTaxCategory(tx);
  await setPrices(
    tx,
    priced.map(({ id, amount, compareAtAmount }) => ({
      variantId: id,
      amount,
      compareAtAmount,
      taxCategoryId: before.get(id)?.taxCategoryId ?? standard,
    })),
    at,
  );
  return priced.length;
}

/** Opening stock for what never moved there: a second import must not add the same goods again. Bundles have none. */
async function openStock(tx: Tx, command: Command<Chunk>, plan: ProductPlan, locationId: string): Promise<number> {
  const moved = await movedVariants(
    tx,
    locationId,
    plan.variants.map((variant) => variant.id),
  );
  const bundles = await componentsOf(
    tx,
    plan.variants.map((variant) => variant.id),
  );
  const lines = plan.variants
    .filter((variant) => variant.quantity > 0 && !moved.has(variant.id) && !bundles.has(variant.id))
    .map(({ id, quantity, unitCost }) => ({ variantId: id, quantity, unitCost }));
  if (lines.length === 0) return 0;
  await receiveStock.decide(tx, [
    {
      id: newId(),
      at: command.at,
      actor: command.actor,
      body: { locationId, lines, kind: 'opening', reference: 'Import' },
    },
  ]);
  return lines.length;
}
