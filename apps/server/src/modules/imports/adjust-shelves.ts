/** Goods that a sales file only counts, at no price: stock adjustments, one document a day. */
import { adjustStock } from '../inventory/index.ts';
import { derivedId } from './derived-id.ts';
import type { Recording } from './record-invoice.ts';

export interface ShelfChange {
  isFound: boolean;
  at: string;
  invoice: string;
  variantId: string;
  /** Thousandths, never negative. */
  quantity: number;
}

const linesMax = 1000;
const noteMax = 2000;

/** Posts the changes, oldest day first. */
export async function adjustShelves(recording: Recording, changes: readonly ShelfChange[]): Promise<void> {
  const { bus, merchantId, staffId, fileHash, locationId, report } = recording;
  const days = [...Map.groupBy(changes, (change) => change.at.slice(0, 10))].sort(([a], [b]) => (a < b ? -1 : 1));
  const actor = staffId === null ? { kind: 'system' as const } : { kind: 'staff' as const, staffId };
  for (const [day, all] of days) {
    for (let from = 0; from < all.length; from += linesMax) {
      const part = all.slice(from, from + linesMax);
      const note = `Lines without a price: ${[...new Set(part.map((change) => change.invoice))].join(', ')}`;
      await bus.run(adjustStock, {
        merchantId,
        id: derivedId(fileHash, 'adjustment', day, String(from)),
        actor,
        at: part[0]?.at ?? '',
        body: {
          locationId,
          reason: 'correction',
          note: note.slice(0, noteMax),
          lines: part.map((change) => ({
            variantId: change.variantId,
            bucket: 'sellable' as const,
            quantity: change.isFound ? change.quantity : -change.quantity,
          })),
        },
      });
      report.count('adjustments');
      report.count('adjustmentLines', part.length);
    }
  }
}
