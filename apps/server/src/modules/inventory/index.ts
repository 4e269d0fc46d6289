/** Inventory: what is where, and the ledger that proves it. */
import type { Platform } from '../../platform/platform.ts';
import { inventoryRoutes } from './routes.ts';

export { expireHolds, type Hold, insertHolds, releaseHolds, takeHolds } from './holds.ts';
export { availability, availableAt, type Availability } from './read-availability.ts';
export { adjustStock } from './adjust-stock.ts';
export { receiveStock } from './receive-stock.ts';
export { openStockBook, StockBook, type StockKey } from './stock-book.ts';

export function inventoryModule(platform: Platform) {
  return { implementations: inventoryRoutes(platform) };
}
