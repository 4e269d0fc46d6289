/** Inventory: what is where, and the ledger that proves it. */
import type { Platform } from '../../platform/platform.ts';
import { forgetBundles } from '../catalog/index.ts';
import { inventoryRoutes } from './routes.ts';

export { adjustStock } from './adjust-stock.ts';
export { anyHoldExpired, expireHolds, type Hold, insertHolds, releaseHolds, takeHolds } from './holds.ts';
export { movedVariants } from './list-moved-variants.ts';
export { type Availability, availability, availableAt } from './read-availability.ts';
export { unitCosts } from './read-costs.ts';
export { receiveStock } from './receive-stock.ts';
export { setComponents } from './set-components.ts';
export { openStockBook, StockBook, type StockKey } from './stock-book.ts';

export function inventoryModule(platform: Platform) {
  platform.pokes.watch(({ stream }) => {
    if (stream === 'catalog') forgetBundles();
  });
  return { implementations: inventoryRoutes(platform) };
}
