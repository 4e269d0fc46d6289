/** The till's own database in the browser. */
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Basket } from '../core/basket.ts';
import type { Positions } from '../core/follow-feed.ts';
import type { PromotionCounts } from '../core/promotion-uses.ts';
import type { StoredSale } from '../core/sale.ts';
import type { Manifest, Person, TillFacts, TillVariant } from '../core/till-facts.ts';
import type { KeptPin, PinTries } from './kept-pins.ts';

/** Single facts by name. `unseen` is the sale whose "done" may not have been seen yet. */
export interface KeptFacts {
  till: TillFacts;
  person: Person;
  manifest: Manifest;
  rules: RuleSet;
  positions: Positions;
  /** What limited promotions gave, as the server said last. */
  uses: PromotionCounts;
  basket: Basket;
  unseen: string;
  /** Signs proofs of PINs; never leaves the device. */
  deviceKey: CryptoKey;
  pins: Record<string, KeptPin>;
  pinTries: PinTries;
  /** The server has yet to hear that the till was locked. */
  owesSignOut: boolean;
  /** The person was let in without the server. */
  isLetInHere: boolean;
}

export interface TillSchema extends DBSchema {
  facts: { key: keyof KeptFacts; value: KeptFacts[keyof KeptFacts] };
  /** The catalogue in chunks of 1,000 rows: fifty times quicker than a row each. */
  chunks: { key: number; value: TillVariant[] };
  /** Rows that changed since the chunks were written. */
  changes: { key: string; value: TillVariant };
  /** Sales not counted yet, by the command's id. */
  outbox: { key: string; value: StoredSale };
  /** Sales that were counted, kept for their receipts. */
  sent: { key: string; value: StoredSale };
  /** The last receipt number that this device gave, by series. */
  receipts: { key: string; value: number };
}

export type TillDatabase = IDBPDatabase<TillSchema>;

/** Opens the database and makes its stores. */
export function openDatabase(name = 'tandem-till'): Promise<TillDatabase> {
  return openDB<TillSchema>(name, 2, {
    async upgrade(database, before, _, tx) {
      if (before < 1) {
        for (const store of ['facts', 'chunks', 'changes', 'outbox', 'sent', 'receipts'] as const) {
          database.createObjectStore(store);
        }
      } else if (before < 2) {
        // Rows of before know nothing of promotions: the catalogue is copied again, sales stay as they are.
        for (const name of ['manifest', 'positions', 'basket'] as const) await tx.objectStore('facts').delete(name);
        await tx.objectStore('chunks').clear();
        await tx.objectStore('changes').clear();
      }
    },
  });
}

/** A kept fact, or undefined. */
export async function readFact<K extends keyof KeptFacts>(
  database: TillDatabase,
  name: K,
): Promise<KeptFacts[K] | undefined> {
  return (await database.get('facts', name)) as KeptFacts[K] | undefined;
}

/** Keeps a fact, or forgets it. */
export async function keepFact<K extends keyof KeptFacts>(
  database: TillDatabase,
  name: K,
  value: KeptFacts[K] | undefined,
): Promise<void> {
  if (value === undefined) await database.delete('facts', name);
  else await database.put('facts', value, name);
}
