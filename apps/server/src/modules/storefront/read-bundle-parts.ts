/** What the bundles of a product page hold, with what each thing costs on its own today. */
import { goodsIn } from '@tandem/domain/stock/bundle.ts';
import type { BundleView } from '@tandem/storefront/views.ts';
import type { Tx } from '../../platform/transaction.ts';
import { readCards } from '../orders/index.ts';
import { priceGoods } from './price-goods.ts';

interface Made {
  id: string;
  components: readonly { variantId: string; quantity: number }[];
}

/** One view a bundle, in their order, and until when (ms) its prices hold; asks for nothing where there is no bundle. */
export async function readBundleParts(
  tx: Tx,
  channelId: string,
  variants: readonly Made[],
  now: number,
  memberId: string | null = null,
): Promise<{ bundles: BundleView[]; until: number }> {
  const made = variants.filter((variant) => variant.components.length > 0);
  if (made.length === 0) return { bundles: [], until: Number.POSITIVE_INFINITY };
  const ids = [...new Set(made.flatMap((variant) => variant.components.map((one) => one.variantId)))];
  const [cards, shelf] = await Promise.all([
    readCards(tx, ids, [channelId]),
    priceGoods(tx, channelId, ids, now, memberId),
  ]);
  const bundles = made.map(({ id, components }): BundleView => {
    const parts = components.flatMap(({ variantId, quantity }) => {
      const card = cards.variants.get(variantId);
      if (card === undefined) return [];
      const { name, optionNames, imageUrl } = card;
      // Something that the shop does not show by itself has no page to go to.
      const isShown = card.isActive && card.status === 'active' && cards.published.get(channelId)?.has(card.productId);
      const unitAmount = shelf.prices.get(variantId)?.listed.unitAmount ?? 0;
      return [{ variantId, name, optionNames, imageUrl, quantity, unitAmount, handle: isShown ? card.handle : null }];
    });
    const aloneAmount = parts.reduce((sum, part) => sum + goodsIn(part.unitAmount, part.quantity), 0);
    return { variantId: id, parts, aloneAmount };
  });
  return { bundles, until: shelf.until };
}
