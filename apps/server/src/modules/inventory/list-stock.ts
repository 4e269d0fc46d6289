/** Reading a product's levels and the ledger for the back office. */
import type { Query } from '@tandem/contract/index.ts';
import { bundlesFrom, type Component } from '@tandem/domain/stock/bundle.ts';
import { available, emptyLevel } from '@tandem/domain/stock/level.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { notFound } from '../../platform/refusal.ts';
import { join, type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { variantIdsOfProduct, variantsByIds, withComponents } from '../catalog/index.ts';
import { type LevelRow, levelColumns, levelOf, levelView } from './level-row.ts';

/** Levels of all variants of a product at every location that ever had it; 404 for an unknown product. */
export async function listStockOfProduct(tx: Tx, productId: string) {
  const ids = await variantIdsOfProduct(tx, productId);
  if (ids.length === 0) notFound('product');
  const variants = await variantsByIds(tx, ids);
  const made = new Map(
    [...variants.values()].flatMap(({ id, components }) => (components.length > 0 ? [[id, components]] : [])),
  );
  const rows = await tx.rows<LevelRow>(sql`
    select ${levelColumns} from inventory.stock_level where merchant_id = ${tx.merchantId} and variant_id = any (${withComponents(ids, made)}::uuid[])
    order by location_id, variant_id`);
  const skuOf = (id: string): string => variants.get(id)?.sku ?? '';
  const own = rows.filter((row) => variants.has(row.variant_id) && !made.has(row.variant_id));
  return [
    ...own.map((row) => levelView(row.location_id, row.variant_id, skuOf(row.variant_id), levelOf(row))),
    ...[...made].flatMap(([id, components]) => levelsOfBundle(id, skuOf(id), components, rows)),
  ];
}

/** A bundle has nothing of its own: at each place so many as its shortest component allows. */
function levelsOfBundle(id: string, sku: string, components: readonly Component[], rows: readonly LevelRow[]) {
  const names = new Set(components.map((one) => one.variantId));
  const places = new Set(rows.flatMap((row) => (names.has(row.variant_id) ? [row.location_id] : [])));
  return [...places].map((locationId) => {
    const there = new Map(
      rows.flatMap((row) => (row.location_id === locationId ? [[row.variant_id, available(levelOf(row))]] : [])),
    );
    return {
      ...levelView(locationId, id, sku, emptyLevel),
      available: bundlesFrom(components, (variantId) => there.get(variantId) ?? 0),
    };
  });
}

type MovementRow = LevelRow & { entry_no: number; at: Date; reason: string; counterparty: string; document_id: string };

/** The ledger of a variant, newest first. */
export async function listMovements(tx: Tx, query: Query<'GET /api/stock-movements'>) {
  const limit = query.limit ?? 50;
  const conditions: Sql[] = [sql`merchant_id = ${tx.merchantId} and variant_id = ${query.variantId}`];
  if (query.locationId !== undefined) conditions.push(sql`location_id = ${query.locationId}`);
  const before = readCursor(query.cursor, ['instant', 'id', 'number']);
  if (before !== undefined) {
    const [at, location, entry] = before;
    conditions.push(sql`(at, location_id, entry_no) < (${at}::timestamptz, ${location}::uuid, ${entry}::bigint)`);
  }
  const rows = await tx.rows<MovementRow>(sql`
    select location_id, variant_id, entry_no, at, reason, counterparty, document_id, sellable, quality_control, damaged, expired, on_hold,
      committed, held, staged, in_transit, on_order, value_amount, 0::bigint as last_unit_cost
    from inventory.movement where ${join(conditions, ' and ')} order by at desc, location_id desc, entry_no desc limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => {
      const { lastUnitCost: _, ...figures } = levelOf(row);
      return {
        locationId: row.location_id,
        variantId: row.variant_id,
        entryNo: row.entry_no,
        at: row.at.toISOString(),
        reason: row.reason,
        counterparty: row.counterparty,
        documentId: row.document_id,
        ...figures,
      };
    }),
    nextCursor:
      rows.length > limit && last !== undefined
        ? `${last.at.toISOString()}_${last.location_id}_${last.entry_no}`
        : null,
  };
}
