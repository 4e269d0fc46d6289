/** The paper behind a stock movement that no order caused. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface StockDocument {
  id: string;
  kind: 'opening' | 'receipt' | 'adjustment';
  locationId: string;
  reference: string;
  note: string;
  staffId: string | null;
  at: string;
}

export async function insertStockDocument(tx: Tx, document: StockDocument): Promise<void> {
  await tx.run(sql`
    insert into inventory.stock_document (merchant_id, id, kind, location_id, reference, note, staff_id, at)
    values (${tx.merchantId}, ${document.id}, ${document.kind}, ${document.locationId}, ${document.reference}, ${document.note}, ${document.staffId}, ${document.at})`);
}
