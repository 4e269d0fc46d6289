/** Changes a place. */
import type { Body } from '@tandem/contract/index.ts';
import type { Actor } from '../../platform/commands/command.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { locationTaken, requireFreeCode } from './add-location.ts';
import { requireName, requireTimeZone } from './check-settings.ts';
import type { Location } from './contract-types.ts';
import { readLocation } from './read-locations.ts';
import { tellSettings } from './tell-settings.ts';
import { writeAudit } from './write-audit.ts';

export type LocationChange = Body<'PATCH /api/locations/:id'> & { id: string };

/** Refuses `location.code_taken` and `time_zone.unknown`; 404 for a place of nobody's. */
export async function changeLocation(tx: Tx, { id, ...change }: LocationChange, actor: Actor): Promise<Location> {
  if (change.timeZone !== undefined) requireTimeZone(change.timeZone);
  if (change.name !== undefined) requireName(change.name);
  await tx.run(sql`select 1 from merchants.location where merchant_id = ${tx.merchantId} and id = ${id} for update`);
  const now = { ...(await readLocation(tx, id)), ...change };
  if (change.code !== undefined) await requireFreeCode(tx, change.code, now.id);
  await refusingTaken(locationTaken, () =>
    tx.run(sql`
    update merchants.location set code = ${now.code}, name = ${JSON.stringify(now.name)}, kind = ${now.kind}, address = ${JSON.stringify(now.address)},
      region = ${now.region || '*'}, time_zone = ${now.timeZone}, opening_hours = ${JSON.stringify(now.openingHours)}, may_sell = ${now.maySell},
      may_pick_up = ${now.mayPickUp}, may_ship = ${now.mayShip}, is_active = ${now.isActive}
    where merchant_id = ${tx.merchantId} and id = ${id}`),
  );
  tellSettings(tx);
  await writeAudit(tx, actor, 'location.changed', now.id, change);
  return readLocation(tx, id);
}
