/** What goods cost on average, wherever they lie. */
import type { Component } from '@tandem/domain/stock/bundle.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { keptBundles, withComponents } from '../catalog/index.ts';

/** The moving average of a unit over all locations, minor units, fractions up; the dearest last receipt where nothing is on hand. */
export async function unitCosts(tx: Tx, variantIds: readonly string[]): Promise<Map<string, number>> {
  if (variantIds.length === 0) return new Map();
  const bundles = await keptBundles(tx);
  const rows = await tx.rows<{ id: string; cost: number }>(sql`
    select variant_id as id, (case when sum(quantity) > 0 and sum(value_amount) > 0 then ceil(sum(value_amount) * 1000.0 / sum(quantity)) else max(last_unit_cost) end)::bigint as cost
    from (
      select variant_id, sellable + quality_control + damaged + expired + on_hold as quantity, value_amount, last_unit_cost from inventory.stock_level
      where merchant_id = ${tx.merchantId} and variant_id = any (${withComponents(variantIds, bundles)}::uuid[])
    ) l group by variant_id`);
  const costs = new Map(rows.filter((row) => row.cost > 0).map((row) => [row.id, row.cost]));
  for (const id of variantIds) {
    const components = bundles.get(id);
    if (components === undefined) continue;
    if (components.every((one) => costs.has(one.variantId))) costs.set(id, costOf(components, costs));
    else costs.delete(id);
  }
  return costs;
}

/** What one bundle costs: the sum of its components, each rounded up like them. */
const costOf = (components: readonly Component[], costs: ReadonlyMap<string, number>): number =>
  components.reduce((sum, one) => sum + Math.ceil(((costs.get(one.variantId) ?? 0) * one.quantity) / 1000), 0);
