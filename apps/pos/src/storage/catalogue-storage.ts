/** The catalogue in IndexedDB: chunks as they came, and the rows that changed since. */
import type { CatalogueStorage } from '../core/follow-feed.ts';
import type { TillVariant } from '../core/till-facts.ts';
import { readFact, type TillDatabase } from './open-database.ts';

/** From here on the changes are folded into their chunks when the till opens. */
const changesMax = 2000;

export function catalogueStorage(database: TillDatabase): CatalogueStorage {
  return {
    async read() {
      const manifest = await readFact(database, 'manifest');
      const rules = await readFact(database, 'rules');
      const positions = await readFact(database, 'positions');
      if (!manifest || !rules || !positions) return undefined;
      const [chunks, changes] = await Promise.all([database.getAll('chunks'), database.getAll('changes')]);
      if (changes.length <= changesMax) return { manifest, rules, positions, chunks, changes };
      return { manifest, rules, positions, chunks: await fold(database, chunks, changes), changes: [] };
    },
    async replace(manifest, rules, chunks) {
      const tx = database.transaction(['chunks', 'changes', 'facts'], 'readwrite');
      await Promise.all([
        tx.objectStore('chunks').clear(),
        tx.objectStore('changes').clear(),
        ...chunks.map((chunk, index) => tx.objectStore('chunks').put(chunk, index)),
        tx.objectStore('facts').put(manifest, 'manifest'),
        tx.objectStore('facts').put(rules, 'rules'),
        tx.objectStore('facts').put(manifest.positions, 'positions'),
        tx.done,
      ]);
    },
    async change(rows, positions, fresh) {
      const tx = database.transaction(['changes', 'facts'], 'readwrite');
      await Promise.all([
        ...rows.map((row) => tx.objectStore('changes').put(row, row.id)),
        tx.objectStore('facts').put(positions, 'positions'),
        fresh.manifest && tx.objectStore('facts').put(fresh.manifest, 'manifest'),
        fresh.rules && tx.objectStore('facts').put(fresh.rules, 'rules'),
        tx.done,
      ]);
    },
  };
}

/** Writes the changed rows into their chunks; new ones make a last chunk. */
async function fold(
  database: TillDatabase,
  chunks: readonly TillVariant[][],
  changes: readonly TillVariant[],
): Promise<TillVariant[][]> {
  const fresh = new Map(changes.map((row) => [row.id, row]));
  const folded = chunks.map((chunk) =>
    chunk.map((row) => {
      const changed = fresh.get(row.id);
      fresh.delete(row.id);
      return changed ?? row;
    }),
  );
  if (fresh.size > 0) folded.push([...fresh.values()]);
  const tx = database.transaction(['chunks', 'changes'], 'readwrite');
  await Promise.all([
    ...folded.map((chunk, index) => tx.objectStore('chunks').put(chunk, index)),
    tx.objectStore('changes').clear(),
    tx.done,
  ]);
  return folded;
}
