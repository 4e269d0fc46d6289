/** A row of inventory.stock_level and the domain's level it stands for. */
import { available, type Level, onHand, unitCost } from '@tandem/domain/stock/level.ts';
import { sql } from '../../platform/sql.ts';

export const levelColumns = sql`location_id, variant_id, sellable, quality_control, damaged, expired, on_hold, committed, held, staged, in_transit, on_order, value_amount, last_unit_cost`;

export interface LevelRow {
  location_id: string;
  variant_id: string;
  sellable: number;
  quality_control: number;
  damaged: number;
  expired: number;
  on_hold: number;
  committed: number;
  held: number;
  staged: number;
  in_transit: number;
  on_order: number;
  value_amount: number;
  last_unit_cost: number;
}

export function levelOf(row: LevelRow): Level {
  return {
    sellable: row.sellable,
    qualityControl: row.quality_control,
    damaged: row.damaged,
    expired: row.expired,
    onHold: row.on_hold,
    committed: row.committed,
    held: row.held,
    staged: row.staged,
    inTransit: row.in_transit,
    onOrder: row.on_order,
    valueAmount: row.value_amount,
    lastUnitCost: row.last_unit_cost,
  };
}

/** A level as the contract shows it. */
export function levelView(locationId: string, variantId: string, sku: string, level: Level) {
  const { lastUnitCost: _, ...figures } = level;
  return {
    locationId,
    variantId,
    sku,
    ...figures,
    onHand: onHand(level),
    available: available(level),
    unitCost: unitCost(level),
  };
}
