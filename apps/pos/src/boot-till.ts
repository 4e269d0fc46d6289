/** From an empty tab to a till that holds the lock and its database. */
import { openDatabase } from './storage/open-database.ts';
import { Till } from './till.ts';
import { holdWriterLock } from './writer-lock.ts';

export type BootState =
  | { step: 'opening' }
  | { step: 'other_tab' }
  | { step: 'no_storage' }
  | { step: 'ready'; till: Till };

export interface Boot {
  state(): BootState;
  subscribe(listener: () => void): () => void;
}

/** Begins at once; the state says how far it is. */
export function bootTill(): Boot {
  let state: BootState = { step: 'opening' };
  const listeners = new Set<() => void>();
  const tell = (next: BootState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  async function run(): Promise<void> {
    await holdWriterLock(() => tell({ step: 'other_tab' }));
    const till = new Till(await openDatabase());
    tell({ step: 'ready', till });
    await till.start();
  }
  run().catch(() => tell({ step: 'no_storage' }));
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
