/** What a product page says that does not change with every sale. */
import type { ProductFacts } from '@tandem/storefront/views.ts';
import type { Tx } from '../../platform/transaction.ts';
import { findPublished, listPublished, readProduct } from '../catalog/index.ts';
import { lowestPrices } from './lowest-prices.ts';
import type { KeptProduct, Read } from './page-memory.ts';
import { breaksOf, priceGoods } from './price-goods.ts';
import { readBundleParts } from './read-bundle-parts.ts';
import type { Shop } from './read-shop.ts';
import { priceTiles } from './read-tiles.ts';

const relatedMax = 4;

/** The product at an address of the shop; undefined when the shop does not show it, or none of it has a price. */
export async function readProductPage(
  tx: Tx,
  shop: Shop,
  named: { handle: string } | { id: string },
  now: number,
  memberId: string | null = null,
): Promise<Read<KeptProduct> | undefined> {
  const id = await findPublished(tx, shop.channelId, named);
  if (id === undefined) return undefined;
  const product = await readProduct(tx, id);
  const category = Object.values(shop.categoryIds).find((one) => one.id === product.categoryId);
  const active = product.variants.filter((variant) => variant.isActive);
  const shelf = await priceGoods(
    tx,
    shop.channelId,
    active.map((variant) => variant.id),
    now,
    memberId,
  );
  const lowest = await lowestPrices(tx, shelf);
  const variants = active.flatMap(({ id: variantId, sku, optionValues }) => {
    const price = shelf.prices.get(variantId);
    if (price === undefined) return [];
    const { unitAmount, wasAmount } = price.listed;
    const view = {
      amount: unitAmount,
      beforeAmount: wasAmount,
      lowestAmount: lowest.get(variantId) ?? null,
      offers: price.offers,
      endsAt: price.endsAt,
      breaks: breaksOf(price, shelf),
      ...(price.everybodyAmount === undefined ? {} : { everybodyAmount: price.everybodyAmount }),
    };
    return [{ id: variantId, sku, optionValues, price: view }];
  });
  if (variants.length === 0) return undefined;
  const inside = await readBundleParts(tx, shop.channelId, active, now, memberId);
  const beside = await listPublished(tx, shop.channelId, {
    categoryId: category?.id,
    limit: relatedMax + 1,
    offset: 0,
  });
  const cards = beside.cards.filter((card) => card.id !== id).slice(0, relatedMax);
  const related = await priceTiles(tx, shop.channelId, cards, now, memberId);
  const { handle, name, description, brand, media } = product;
  const options = product.options.map((option, index) => ({
    ...option,
    values: option.values.filter((value) => variants.some((variant) => variant.optionValues[index] === value.code)),
  }));
  const facts: ProductFacts = {
    id,
    handle,
    name,
    description,
    brand,
    category: category === undefined ? null : { handle: category.handle, name: category.name },
    options,
    variants,
    media,
    bundles: inside.bundles,
  };
  const until = Math.min(shelf.until, related.until, inside.until);
  return { value: { facts, related: related.tiles, until }, variantIds: [], until };
}
