/** Places where stock can be. */
import { notFound } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Location } from './contract-types.ts';

const columns = sql`id, code, name, kind, address, region, time_zone as "timeZone", opening_hours as "openingHours", may_sell as "maySell",
  may_pick_up as "mayPickUp", may_ship as "mayShip", is_active as "isActive"`;

/** All locations, by code. */
export function listLocations(tx: Tx): Promise<Location[]> {
  return tx.rows<Location>(
    sql`select ${columns} from merchants.location where merchant_id = ${tx.merchantId} order by code`,
  );
}

/** The location; refuses with 404 when the merchant has none with this id. */
export async function readLocation(tx: Tx, id: string): Promise<Location> {
  const row = await tx.row<Location>(
    sql`select ${columns} from merchants.location where merchant_id = ${tx.merchantId} and id = ${id}`,
  );
  return row ?? notFound('location');
}

/** The location with this code, or undefined. */
export function findLocation(tx: Tx, code: string): Promise<Location | undefined> {
  return tx.row<Location>(
    sql`select ${columns} from merchants.location where merchant_id = ${tx.merchantId} and code = ${code}`,
  );
}

/** Refuses with 404 unless all ids are locations of the merchant. */
export async function requireLocations(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const known = await tx.rows(
    sql`select 1 from merchants.location where merchant_id = ${tx.merchantId} and id = any (${wanted}::uuid[])`,
  );
  if (known.length !== wanted.length) notFound('location');
}
