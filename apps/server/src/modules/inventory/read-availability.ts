/** What a channel may promise of variants, per place and summed over the places that ship. */
import { bundlesFrom, type Component } from '@tandem/domain/stock/bundle.ts';
import { availableToPromise } from '@tandem/domain/stock/level.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { keptBundles, withComponents } from '../catalog/index.ts';
import { sellingFacts } from '../merchants/index.ts';

export interface Availability {
  ship: number;
  stores: { locationId: string; pickup: number }[];
}

/**
 * Thousandths per variant; every store that offers pickup is named, also with 0. Of a bundle each place has as many as its
 * shortest component allows.
 */
export async function availability(
  tx: Tx,
  channelId: string,
  variantIds: readonly string[],
): Promise<Map<string, Availability>> {
  if (variantIds.length === 0) return new Map();
  const facts = await sellingFacts(tx);
  const bundles = await keptBundles(tx);
  const sources = (facts.channels.get(channelId)?.sources ?? []).filter(
    (source) => facts.locations.get(source.locationId)?.isActive,
  );
  const rows = await tx.rows<{
    variant_id: string;
    location_id: string;
    sellable: number;
    committed: number;
    held: number;
    staged: number;
  }>(sql`
    select variant_id, location_id, sellable, committed, held, staged from inventory.stock_level
    where merchant_id = ${tx.merchantId} and variant_id = any (${withComponents(variantIds, bundles)}::uuid[])
      and location_id = any (${sources.map((source) => source.locationId)}::uuid[])`);
  const levels = new Map(rows.map((row) => [`${row.location_id} ${row.variant_id}`, row]));
  const promisedAt = ({ locationId, safety }: (typeof sources)[number], variantId: string): number => {
    const level = levels.get(`${locationId} ${variantId}`);
    return level === undefined ? 0 : availableToPromise(level, safety);
  };
  return new Map(
    variantIds.map((variantId) => {
      const answer: Availability = { ship: 0, stores: [] };
      for (const source of sources) {
        const place = facts.locations.get(source.locationId);
        const promised = thereOf(variantId, bundles, (id) => promisedAt(source, id));
        if (place?.mayShip) answer.ship += promised;
        if (place?.mayPickUp) answer.stores.push({ locationId: source.locationId, pickup: promised });
      }
      return [variantId, answer];
    }),
  );
}

/** Available at one location, thousandths, the true figure; of a bundle as many as its components allow, never below 0. */
export async function availableAt(
  tx: Tx,
  locationId: string,
  variantIds: readonly string[],
): Promise<Map<string, number>> {
  const bundles = await keptBundles(tx);
  const rows = await tx.rows<{ variant_id: string; available: number }>(sql`
    select variant_id, sellable - committed - held - staged as available from inventory.stock_level
    where merchant_id = ${tx.merchantId} and location_id = ${locationId} and variant_id = any (${withComponents(variantIds, bundles)}::uuid[])`);
  const found = new Map(rows.map((row) => [row.variant_id, row.available]));
  for (const id of variantIds)
    if (bundles.has(id))
      found.set(
        id,
        thereOf(id, bundles, (variantId) => found.get(variantId) ?? 0),
      );
  return found;
}

function thereOf(
  variantId: string,
  bundles: ReadonlyMap<string, readonly Component[]>,
  there: (variantId: string) => number,
): number {
  const components = bundles.get(variantId);
  return components === undefined ? there(variantId) : bundlesFrom(components, there);
}
