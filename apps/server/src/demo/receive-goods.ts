/** Goods come to the demo's shelves: at the opening, and every Monday for what runs low. */
import { receiveStock } from '../modules/inventory/index.ts';
import { type History, onlineOrdersADay, storeSalesADay } from './history.ts';
import type { VariantOnSale } from './stock-catalogue.ts';
import { clockOf, type TradingDay } from './trading-days.ts';

const piecesPerSale = 2.3;
/** Weeks of sales that a full shelf covers. */
const weeksCovered = 2.4;

/** Fills every place up. A few articles of the long tail are left to run out, as they do in every shop. */
export async function receiveGoods(history: History, day: TradingDay, kind: 'opening' | 'receipt'): Promise<void> {
  const { world } = history;
  const places = [
    ...world.stores.map((store) => ({ locationId: store.locationId, salesADay: storeSalesADay * store.share })),
    { locationId: world.warehouseId, salesADay: onlineOrdersADay },
  ];
  const weights = world.variants.reduce((sum, variant) => sum + variant.weight, 0);
  /** What is taken of it inside sets. */
  const setsOf = (id: string) =>
    world.variants.reduce(
      (sum, { contents, weight }) => sum + weight * (contents.find((one) => one.variantId === id)?.pieces ?? 0),
      0,
    );
  const actor = { kind: 'staff' as const, staffId: world.ownerId };
  const delivery = `Delivery ${new Date(day.midnight + 8 * 3_600_000).toISOString().slice(0, 10)}`;
  const reference = kind === 'opening' ? 'Opening stock' : delivery;
  const receipts = places.flatMap(({ locationId, salesADay }) => {
    const weekly = (weight: number): number => (salesADay * 7 * piecesPerSale * weight) / weights;
    const lines = world.variants
      .filter(({ contents }) => contents.length === 0)
      .flatMap((variant) => linesFor(history, locationId, variant, weekly(variant.weight + setsOf(variant.id)), kind));
    return lines.length === 0 ? [] : [{ locationId, lines, kind, reference }];
  });
  await Promise.all(receipts.map((body) => history.run(receiveStock, clockOf(day, 8, 30), actor, body)));
}

function linesFor(
  { shelf, chance }: History,
  locationId: string,
  variant: VariantOnSale,
  weekly: number,
  kind: 'opening' | 'receipt',
) {
  const full = Math.ceil(weekly * weeksCovered) + 4;
  const there = shelf.pieces(locationId, variant.id);
  const isForgotten = kind === 'receipt' && weekly < 1.5 && chance.happens(0.5);
  if (there > full * 0.55 || isForgotten) return [];
  const pieces = full - there;
  shelf.put(locationId, variant.id, pieces);
  return [{ variantId: variant.id, quantity: pieces * 1000, unitCost: variant.cost }];
}
