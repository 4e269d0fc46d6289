/** Products as they stand in lists: what does not change with every sale, and whether they can be had. */
import type { OfferView, TileView } from '@tandem/storefront/views.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { PublishedCard } from '../catalog/index.ts';
import { lowestPrices } from './lowest-prices.ts';
import type { Tile } from './page-memory.ts';
import { priceGoods, type ShelfPrice } from './price-goods.ts';
import type { Shop } from './read-shop.ts';
import type { StockReader } from './read-stock.ts';

export interface PricedTiles {
  tiles: Tile[];
  /** Until when the prices hold, ms. */
  until: number;
}

/** Cards with their prices at an instant (ms), for the member or for everybody; a product without a price is not on sale and is left out. */
export async function priceTiles(
  tx: Tx,
  channelId: string,
  cards: readonly PublishedCard[],
  now: number,
  memberId: string | null = null,
): Promise<PricedTiles> {
  const ids = cards.flatMap((card) => card.variantIds);
  if (ids.length === 0) return { tiles: [], until: Number.POSITIVE_INFINITY };
  const shelf = await priceGoods(tx, channelId, ids, now, memberId);
  const priced = cards.flatMap((card) => {
    const own = card.variantIds.flatMap((id) => shelf.prices.get(id) ?? []);
    const cheapest = own.toSorted((a, b) => a.listed.unitAmount - b.listed.unitAmount)[0];
    return cheapest === undefined ? [] : [{ card, own, cheapest }];
  });
  const lowest = await lowestPrices(
    tx,
    shelf,
    priced.map(({ cheapest }) => cheapest.line.variantId),
  );
  const tiles = priced.map(({ card, own, cheapest }) => ({
    ...card,
    fromAmount: cheapest.listed.unitAmount,
    toAmount: Math.max(...own.map((price) => price.listed.unitAmount)),
    compareAtAmount: cheapest.listed.wasAmount,
    lowestAmount: lowest.get(cheapest.line.variantId) ?? null,
    offers: offersOf(own),
    endsAt: cheapest.endsAt,
    ...(cheapest.everybodyAmount === undefined ? {} : { everybodyAmount: cheapest.everybodyAmount }),
  }));
  return { tiles, until: shelf.until };
}

/** Each promotion of any of the variants once. */
function offersOf(prices: readonly ShelfPrice[]): OfferView[] {
  const offers = new Map(prices.flatMap((price) => price.offers).map((offer) => [offer.promotionId, offer]));
  return [...offers.values()].filter((offer) => !offer.isWide);
}

/** The tiles with what is there now. */
export async function completeTiles(
  stock: StockReader,
  shop: Pick<Shop, 'merchantId' | 'channelId'>,
  tiles: readonly Tile[],
): Promise<TileView[]> {
  const there = await stock(
    shop,
    tiles.flatMap((tile) => tile.variantIds),
  );
  return tiles.map((tile) =>
    viewOf(
      tile,
      tile.variantIds.some((id) => {
        const item = there.get(id);
        return item !== undefined && (item.ship > 0 || item.stores.some((store) => store.pickup > 0));
      }),
    ),
  );
}

const views = new WeakMap<Tile, TileView[]>();

/** The same object for the same tile, so that what was drawn of it can be drawn from memory. */
function viewOf(tile: Tile, isAvailable: boolean): TileView {
  let both = views.get(tile);
  if (both === undefined) {
    const { variantIds: _, ...rest } = tile;
    both = [
      { ...rest, isAvailable: false },
      { ...rest, isAvailable: true },
    ];
    views.set(tile, both);
  }
  return both[isAvailable ? 1 : 0] as TileView;
}

/** The variants that tiles stand for. */
export function variantsOf(tiles: readonly Tile[]): string[] {
  return tiles.flatMap((tile) => tile.variantIds);
}
