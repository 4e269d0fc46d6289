/** What can be promised of variants, kept in memory until the feed of a store says that it moved. */
import type { AvailabilityItem } from '@tandem/storefront/views.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { availability } from '../inventory/index.ts';
import type { PageMemory } from './page-memory.ts';
import type { Shop } from './read-shop.ts';

export type StockReader = (
  shop: Pick<Shop, 'merchantId' | 'channelId'>,
  variantIds: readonly string[],
) => Promise<Map<string, AvailabilityItem>>;

const itemBytes = 300;

/** Thousandths per variant, from memory where it is known; the rest in one read. */
export function newStockReader({ pool }: Pick<Platform, 'pool'>, memory: PageMemory): StockReader {
  return async ({ merchantId, channelId }, variantIds) => {
    const now = memory.now();
    const found = new Map<string, AvailabilityItem>();
    const missing: string[] = [];
    for (const id of variantIds) {
      const item = memory.stock.get(`${channelId} ${id}`, now);
      if (item === undefined) missing.push(id);
      else found.set(id, item);
    }
    if (missing.length === 0) return found;
    const since = memory.marks.now();
    const read = await readAs(pool, merchantId, (tx) => availability(tx, channelId, missing));
    for (const [variantId, there] of read) {
      const item = { variantId, ...there };
      found.set(variantId, item);
      if (memory.marks.changedSince(since, merchantId, [variantId])) continue;
      memory.stock.put(`${channelId} ${variantId}`, item, {
        merchantId,
        variantIds: [variantId],
        bytes: itemBytes,
        now,
      });
    }
    return found;
  };
}
