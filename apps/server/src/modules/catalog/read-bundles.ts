/** What bundles are made of: read now, or all of a merchant's remembered for a second where only something is shown. */
import type { Component } from '@tandem/domain/stock/bundle.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

/** The contents of each bundle among the variants, in their order; variants that are no bundles are left out. */
export async function componentsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Component[]>> {
  if (ids.length === 0) return new Map();
  return grouped(
    await tx.rows<Row>(sql`
      select bundle_id as "bundleId", component_id as "variantId", quantity from catalog.bundle_component
      where merchant_id = ${tx.merchantId} and bundle_id = any (${[...ids]}::uuid[]) order by bundle_id, rank`),
  );
}

type Row = Component & { bundleId: string };

function grouped(rows: readonly Row[]): Map<string, Component[]> {
  const found = new Map<string, Component[]>();
  for (const { bundleId, ...component } of rows) {
    const known = found.get(bundleId);
    if (known === undefined) found.set(bundleId, [component]);
    else known.push(component);
  }
  return found;
}

const keptMs = 1000;
const kept = new Map<string, { bundles: ReadonlyMap<string, Component[]>; until: number }>();

/** Forgets what is remembered, when the catalogue moved. */
export function forgetBundles(): void {
  kept.clear();
}

/** The contents of all bundles of the merchant, at most a second old: for what is shown, never for what is sold. */
export async function keptBundles(tx: Tx): Promise<ReadonlyMap<string, readonly Component[]>> {
  const now = performance.now();
  const known = kept.get(tx.merchantId);
  if (known !== undefined && known.until > now) return known.bundles;
  const bundles = grouped(
    await tx.rows<Row>(sql`
      select bundle_id as "bundleId", component_id as "variantId", quantity from catalog.bundle_component
      where merchant_id = ${tx.merchantId} order by bundle_id, rank`),
  );
  kept.set(tx.merchantId, { bundles, until: now + keptMs });
  return bundles;
}

/** The variants with those that they are made of behind them, each once: whoever shows a bundle must know its goods. */
export function withComponents(ids: readonly string[], bundles: ReadonlyMap<string, readonly Component[]>): string[] {
  return [...new Set([...ids, ...ids.flatMap((id) => (bundles.get(id) ?? []).map((one) => one.variantId))])];
}
