// Follows what other people change in a price list: what moved is asked for again, some moments together.
import { call } from '@tandem/contract/client.ts';
import type { CatalogRow } from '@tandem/contract/feeds.ts';
import { useEffect, useRef } from 'react';
import { liveFeed } from '../live/live-feed.ts';
import type { GridItem } from './sheet-rows.ts';

const gatherMs = 400;
const askedMax = 100;
/** Where more moved than this the whole sheet is asked for again. */
const movedMax = 1000;

interface Followed {
  readonly priceListId: string;
  /** Rows as they are now. */
  readonly onMoved: (items: readonly GridItem[]) => void;
  readonly onManyMoved: () => void;
}

/** Tells of prices that moved, in this list or beneath it, as long as the sheet is open. */
export function useFollowedPrices({ priceListId, onMoved, onManyMoved }: Followed): void {
  const told = useRef({ onMoved, onManyMoved });
  told.current = { onMoved, onManyMoved };
  useEffect(() => {
    const moved = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const ids = [...moved];
      moved.clear();
      if (ids.length > movedMax) return told.current.onManyMoved();
      for (let from = 0; from < ids.length && !isOver; from += askedMax) {
        const { items } = await call('GET /api/price-lists/:id/entries', {
          params: { id: priceListId },
          query: { ids: ids.slice(from, from + askedMax).join(','), limit: askedMax },
        });
        if (!isOver) told.current.onMoved(items);
      }
    };
    const stop = liveFeed.listen((stream, rows) => {
      if (stream !== 'catalog') return;
      for (const row of rows as CatalogRow[]) if (row.type === 'price' && row.variantId) moved.add(row.variantId);
      if (moved.size === 0) return;
      clearTimeout(timer);
      // What cannot be asked for now is asked for with the next change.
      timer = setTimeout(() => void ask().catch(() => undefined), gatherMs);
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [priceListId]);
}
