/** The stock part of a return: the goods enter where they are handed in, in their condition, at the cost they were sold with. */
import { returnToStock } from '@tandem/domain/stock/move-goods.ts';
import type { Tx } from '../../platform/transaction.ts';
import { openStockBook } from '../inventory/index.ts';

export type Disposition = 'sellable' | 'quality_control' | 'damaged';
export interface ReturnedGoods {
  lineNo: number;
  variantId: string;
  locationId: string | null;
  quantity: number;
  /** Of all of it, minor units. */
  costAmount: number;
  disposition: Disposition;
}

const buckets = { sellable: 'sellable', quality_control: 'qualityControl', damaged: 'damaged' } as const;

/** Books the goods of one return document in. */
export async function putBack(
  tx: Tx,
  goods: readonly ReturnedGoods[],
  document: { id: string; at: string; businessDate: string },
): Promise<void> {
  const known = goods.flatMap(({ variantId, locationId, ...one }) =>
    locationId === null ? [] : [{ ...one, key: { locationId, variantId } }],
  );
  const book = await openStockBook(
    tx,
    known.map((one) => one.key),
  );
  for (const { key, quantity, costAmount, disposition, lineNo } of known) {
    for (const movement of returnToStock(book.level(key), buckets[disposition], quantity, costAmount)) {
      book.post(key, movement, {
        documentId: document.id,
        lineNo,
        at: document.at,
        businessDate: document.businessDate,
      });
    }
  }
  book.write(tx);
}
