/** A changed setting is heard like a changed product: shared pages, caches and other processes follow the catalogue stream. */
import type { Tx } from '../../platform/transaction.ts';

/** Appends one entry to the catalogue's stream, however many settings the transaction changes. */
export function tellSettings(tx: Tx): void {
  tx.changes.add('catalog', { type: 'settings' });
}
