/**
 * The levels that one transaction works on: locked in id order, changed in memory by the domain's movements, written back
 * with one statement for the levels and one for the ledger.
 */
import { available, type Level } from '@tandem/domain/stock/level.ts';
import { applyMovement, type Movement } from '@tandem/domain/stock/movement.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { insertMovements } from './insert-movements.ts';
import { type LevelRow, levelOf } from './level-row.ts';

export interface StockKey {
  locationId: string;
  variantId: string;
}
export interface Posting {
  documentId: string;
  lineNo: number;
  at: string;
  businessDate: string;
}
export interface Posted extends StockKey, Posting {
  entryNo: number;
  movement: Movement;
}
interface Held {
  key: StockKey;
  level: Level;
  entries: number;
  isChanged: boolean;
}

type LockedRow = LevelRow & { entries: number };

export class StockBook {
  readonly #levels = new Map<string, Held>();
  readonly #posted: Posted[] = [];

  constructor(rows: readonly LockedRow[], keys: readonly StockKey[]) {
    this.#take(rows, keys);
  }

  /** Locks what is not locked yet. Out of id order by nature: for what nobody could know before, never as a rule. */
  async lockMore(tx: Tx, keys: readonly StockKey[]): Promise<void> {
    const asked = new Map(keys.map((key) => [nameOf(key), key]));
    const missing = [...asked].flatMap(([name, key]) => (this.#levels.has(name) ? [] : [key]));
    if (missing.length > 0) this.#take(await lockOrMake(tx, missing), missing);
  }

  #take(rows: readonly LockedRow[], keys: readonly StockKey[]): void {
    for (const row of rows) {
      const key = { locationId: row.location_id, variantId: row.variant_id };
      this.#levels.set(nameOf(key), { key, level: levelOf(row), entries: row.entries, isChanged: false });
    }
    for (const key of keys) if (!this.#levels.has(nameOf(key))) throw new Error('A level was not locked');
  }

  /** The level as this transaction sees it now. The key must have been locked. */
  level(key: StockKey): Level {
    return this.#held(key).level;
  }

  /** Records a movement. Numbers are dense per level. */
  post(key: StockKey, movement: Movement, posting: Posting): void {
    const held = this.#held(key);
    held.level = applyMovement(held.level, movement);
    held.entries += 1;
    held.isChanged = true;
    this.#posted.push({ ...key, ...posting, entryNo: held.entries, movement });
  }

  /** Writes ledger and levels, and tells the streams of the locations. */
  write(tx: Tx): void {
    const changed = [...this.#levels.values()].filter((held) => held.isChanged);
    if (changed.length === 0) return;
    insertMovements(tx, this.#posted);
    updateLevels(tx, changed);
    for (const { key, level } of changed) {
      tx.changes.add(`store:${key.locationId}`, {
        type: 'stock',
        variantId: key.variantId,
        sellable: level.sellable,
        committed: level.committed,
        held: level.held,
        staged: level.staged,
        available: available(level),
      });
    }
    this.#posted.length = 0;
    for (const held of changed) held.isChanged = false;
  }

  #held(key: StockKey): Held {
    const held = this.#levels.get(nameOf(key));
    if (held === undefined) throw new Error('A level was used that is not locked');
    return held;
  }
}

/** Locks the levels in id order; levels that never were are made. The variants must exist. */
export async function openStockBook(tx: Tx, keys: readonly StockKey[]): Promise<StockBook> {
  const wanted = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  return new StockBook(wanted.length === 0 ? [] : await lockOrMake(tx, wanted), wanted);
}

async function lockOrMake(tx: Tx, wanted: readonly StockKey[]): Promise<LockedRow[]> {
  const rows = await lockLevels(tx, wanted);
  if (rows.length >= wanted.length) return rows;
  const found = new Set(rows.map((row) => nameOf({ locationId: row.location_id, variantId: row.variant_id })));
  const missing = wanted.filter((key) => !found.has(nameOf(key))).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  await tx.run(sql`
    insert into inventory.stock_level (merchant_id, location_id, variant_id)
    select ${tx.merchantId}::uuid, location_id, variant_id
    from unnest(${missing.map((key) => key.locationId)}::uuid[], ${missing.map((key) => key.variantId)}::uuid[]) as m (location_id, variant_id)
    order by location_id, variant_id
    on conflict do nothing`);
  return [...rows, ...(await lockLevels(tx, missing))];
}

function lockLevels(tx: Tx, keys: readonly StockKey[]) {
  return tx.rows<LockedRow>(sql`
    select l.location_id, l.variant_id, l.sellable, l.quality_control, l.damaged, l.expired, l.on_hold, l.committed, l.held, l.staged,
      l.in_transit, l.on_order, l.value_amount, l.last_unit_cost, l.entries
    from inventory.stock_level l
    join unnest(${keys.map((key) => key.locationId)}::uuid[], ${keys.map((key) => key.variantId)}::uuid[]) as k (location_id, variant_id)
      on l.location_id = k.location_id and l.variant_id = k.variant_id
    where l.merchant_id = ${tx.merchantId}
    order by l.location_id, l.variant_id
    for no key update of l`);
}

function updateLevels(tx: Tx, changed: readonly Held[]): void {
  const of = (field: keyof Level) => changed.map((held) => held.level[field]);
  tx.later(sql`
    update inventory.stock_level l set
      sellable = c.sellable, quality_control = c.quality_control, damaged = c.damaged, expired = c.expired, on_hold = c.on_hold,
      committed = c.committed, held = c.held, staged = c.staged, in_transit = c.in_transit, on_order = c.on_order,
      value_amount = c.value_amount, last_unit_cost = c.last_unit_cost, entries = c.entries
    from unnest(
      ${changed.map((held) => held.key.locationId)}::uuid[], ${changed.map((held) => held.key.variantId)}::uuid[],
      ${of('sellable')}::bigint[], ${of('qualityControl')}::bigint[], ${of('damaged')}::bigint[], ${of('expired')}::bigint[], ${of('onHold')}::bigint[],
      ${of('committed')}::bigint[], ${of('held')}::bigint[], ${of('staged')}::bigint[], ${of('inTransit')}::bigint[], ${of('onOrder')}::bigint[],
      ${of('valueAmount')}::bigint[], ${of('lastUnitCost')}::bigint[], ${changed.map((held) => held.entries)}::bigint[]
    ) as c (location_id, variant_id, sellable, quality_control, damaged, expired, on_hold, committed, held, staged, in_transit, on_order,
      value_amount, last_unit_cost, entries)
    where l.merchant_id = ${tx.merchantId} and l.location_id = c.location_id and l.variant_id = c.variant_id`);
}

const nameOf = (key: StockKey): string => `${key.locationId} ${key.variantId}`;
