/** Limits a person to places; none means every place. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { requireLocations } from './read-locations.ts';

/** Replaces the person's places. 404 for a place of nobody's. */
export async function putStaffLocations(tx: Tx, staffId: string, locationIds: readonly string[]): Promise<void> {
  const ids = [...new Set(locationIds.map((id) => id.toLowerCase()))];
  await requireLocations(tx, ids);
  await tx.run(
    sql`delete from merchants.staff_location where merchant_id = ${tx.merchantId} and staff_id = ${staffId}`,
  );
  await tx.run(sql`
    insert into merchants.staff_location (merchant_id, staff_id, location_id)
    select ${tx.merchantId}::uuid, ${staffId}::uuid, location_id from unnest(${ids}::uuid[]) as l (location_id)`);
}
