/** Sales in IndexedDB: a sale and its receipt number are on the disk together, or neither is. */
import { emptyBasket } from '../core/basket.ts';
import type { SaleStorage } from '../core/ports.ts';
import { nextReceiptNumber } from '../core/receipt-number.ts';
import { numberSale, type StoredSale } from '../core/sale.ts';
import type { TillDatabase } from './open-database.ts';

const strict = { durability: 'strict' } as const;

export function saleStorage(database: TillDatabase): SaleStorage {
  return {
    async record(sale, lastAtServer) {
      const tx = database.transaction(['outbox', 'receipts', 'facts'], 'readwrite', strict);
      const lastHere = (await tx.objectStore('receipts').get(sale.series)) ?? 0;
      const stored = numberSale(sale, nextReceiptNumber(lastHere, lastAtServer));
      await Promise.all([
        // `add` and not `put`: a sale that is there already must never be written over.
        tx.objectStore('outbox').add(stored, stored.id),
        tx.objectStore('receipts').put(stored.number, sale.series),
        tx.objectStore('facts').put(emptyBasket, 'basket'),
        tx.objectStore('facts').put(stored.id, 'unseen'),
        tx.done,
      ]);
      return stored;
    },
    async unsent() {
      const sales = await database.getAll('outbox');
      return sales.sort(inOrder);
    },
    async keepAnswer(id, answer) {
      const tx = database.transaction(['outbox', 'sent'], 'readwrite', strict);
      const sale = await tx.objectStore('outbox').get(id);
      if (sale) {
        const { refusal: _, ...rest } = sale;
        await tx.objectStore('sent').put({ ...rest, state: 'sent', answer }, id);
        await tx.objectStore('outbox').delete(id);
      }
      await tx.done;
    },
    async keepRefusal(id, refusal) {
      const tx = database.transaction('outbox', 'readwrite', strict);
      const sale = await tx.store.get(id);
      if (sale) {
        const { refusal: _, ...rest } = sale;
        await tx.store.put(refusal ? { ...rest, state: 'refused', refusal } : { ...rest, state: 'waiting' }, id);
      }
      await tx.done;
    },
  };
}

/** A sale that this device made, counted or not. */
export async function readStoredSale(database: TillDatabase, id: string): Promise<StoredSale | undefined> {
  return (await database.get('outbox', id)) ?? (await database.get('sent', id));
}

/** Forgets counted sales older than 30 days; those waiting are never touched. */
export async function forgetOldSales(database: TillDatabase, nowMs: number): Promise<void> {
  const oldest = nowMs - 30 * 86_400_000;
  const tx = database.transaction('sent', 'readwrite');
  for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue()) {
    if (Date.parse(cursor.value.body.soldAt) < oldest) await cursor.delete();
  }
  await tx.done;
}

/** Oldest receipt first. Numbers give the order within a series; ids of different series follow their time. */
function inOrder(a: StoredSale, b: StoredSale): number {
  return a.series === b.series ? a.number - b.number : a.id < b.id ? -1 : 1;
}
