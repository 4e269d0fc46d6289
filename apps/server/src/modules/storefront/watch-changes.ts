/**
 * Follows the feeds for the shop: a moved catalogue forgets the merchant's pages; a moved store is asked which variants
 * changed, so that a sale of one product leaves the pages of all others alone. Shoppers' pokes come from here, too.
 */
import { EventEmitter } from 'node:events';
import type { Poke } from '../../platform/feeds/pokes.ts';
import { readFeed } from '../../platform/feeds/read-feed.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { keptBundles } from '../catalog/index.ts';
import type { PageMemory } from './page-memory.ts';

export interface ChangeWatch {
  /**
   * Calls back with `variant:<id>` streams when stock moved, with `order:<id>` when an order is doing differently, with `catalog`
   * when goods or prices did; gives the way to stop.
   */
  watch(listener: (poke: Poke) => void): () => void;
  stop(): void;
}

const pauseMs = 40;
const entriesMax = 500;

interface FeedRow {
  type?: string;
  variantId?: string;
  orderId?: string;
}
interface Followed {
  /** Where this process has read each store's stream up to. */
  positions: Map<string, number>;
  timer: NodeJS.Timeout | undefined;
  isReading: boolean;
}

export function watchChanges(
  { pool, pokes, log }: Pick<Platform, 'pool' | 'pokes' | 'log'>,
  memory: PageMemory,
): ChangeWatch {
  const emitter = new EventEmitter().setMaxListeners(0);
  const followed = new Map<string, Followed>();
  let sequence = 0;

  const tell = (merchantId: string, streams: readonly string[]) => {
    sequence += 1;
    for (const stream of streams) emitter.emit('poke', { merchantId, stream, position: sequence } satisfies Poke);
  };
  const read = async (merchantId: string, merchant: Followed) => {
    const { entries, rows, changed } = await readMoves(pool, merchantId, merchant.positions);
    for (const entry of entries)
      merchant.positions.set(entry.stream, Math.max(entry.position, merchant.positions.get(entry.stream) ?? 0));
    if (changed.size > 0) memory.stockChanged(merchantId, changed);
    tell(merchantId, [
      ...[...changed].map((id) => `variant:${id}`),
      ...[...movedIn(rows, 'order_state', (row) => row.orderId)].map((id) => `order:${id}`),
    ]);
    if (entries.length >= entriesMax) later(merchantId, merchant);
  };
  const later = (merchantId: string, merchant: Followed) => {
    merchant.timer ??= setTimeout(() => {
      merchant.timer = undefined;
      if (merchant.isReading) return later(merchantId, merchant);
      merchant.isReading = true;
      read(merchantId, merchant)
        // Not knowing what changed is as good as everything having changed.
        .catch((error: unknown) => {
          log.warn({ err: error }, 'the shop could not follow a store');
          memory.merchantChanged(merchantId);
        })
        .finally(() => {
          merchant.isReading = false;
        });
    }, pauseMs);
  };
  const heard = ({ merchantId, stream, position }: Poke) => {
    if (stream === 'catalog') {
      memory.merchantChanged(merchantId);
      // Prices are of the catalogue: open pages ask for theirs.
      emitter.emit('poke', { merchantId, stream, position } satisfies Poke);
    }
    const isStore = stream.startsWith('store:');
    if (!isStore && stream !== 'order_states') return;
    const merchant = followed.get(merchantId) ?? { positions: new Map(), timer: undefined, isReading: false };
    followed.set(merchantId, merchant);
    // Of a store that is heard of for the first time, earlier moves may have been missed.
    if (!merchant.positions.has(stream)) {
      merchant.positions.set(stream, position - 1);
      if (isStore) forgetStock(memory, merchantId);
    }
    if (position > (merchant.positions.get(stream) ?? 0)) later(merchantId, merchant);
  };
  const stopListening = pokes.watch(heard);
  return {
    watch(listener) {
      emitter.on('poke', listener);
      return () => emitter.off('poke', listener);
    },
    stop() {
      stopListening();
      for (const merchant of followed.values()) clearTimeout(merchant.timer);
    },
  };
}

function forgetStock(memory: PageMemory, merchantId: string): void {
  memory.stock.forgetMerchant(merchantId);
  memory.pages.forgetMerchant(merchantId);
  memory.marks.markMerchant(merchantId);
}

/** The next entries of the stores, and the variants that moved: those that are in stock, and the bundles made of them. */
function readMoves(pool: Platform['pool'], merchantId: string, positions: Map<string, number>) {
  return readAs(pool, merchantId, async (tx) => {
    const entries = await readFeed(tx, positions, entriesMax);
    const rows = entries.flatMap((entry) => entry.rows as FeedRow[]);
    const changed = new Set(movedIn(rows, 'stock', (row) => row.variantId));
    if (changed.size > 0)
      for (const [id, components] of await keptBundles(tx))
        if (components.some((one) => changed.has(one.variantId))) changed.add(id);
    return { entries, rows, changed };
  });
}

function movedIn(
  rows: readonly FeedRow[],
  type: string,
  idOf: (row: FeedRow) => string | undefined,
): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => (row.type === type ? (idOf(row) ?? []) : [])));
}
