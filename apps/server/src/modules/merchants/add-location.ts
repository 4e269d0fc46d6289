/** Adds a place; whatever is not a warehouse gets the channel of its tills with it. */
import type { Actor } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { ensureTillChannel } from './add-till-channel.ts';
import { requireName, requireTimeZone } from './check-settings.ts';
import type { Location, NewLocation } from './contract-types.ts';
import { findLocation, readLocation } from './read-locations.ts';
import { tellSettings } from './tell-settings.ts';
import { writeAudit } from './write-audit.ts';

/** Refuses `location.code_taken` and `time_zone.unknown`. */
export async function addLocation(tx: Tx, location: NewLocation, actor: Actor): Promise<Location> {
  requireTimeZone(location.timeZone);
  requireName(location.name);
  await requireFreeCode(tx, location.code);
  const id = newId();
  await refusingTaken(locationTaken, () =>
    tx.run(sql`
    insert into merchants.location
      (merchant_id, id, code, name, kind, address, region, time_zone, opening_hours, may_sell, may_pick_up, may_ship, is_active)
    values (${tx.merchantId}, ${id}, ${location.code}, ${JSON.stringify(location.name)}, ${location.kind}, ${JSON.stringify(location.address)},
      ${location.region || '*'}, ${location.timeZone}, ${JSON.stringify(location.openingHours)}, ${location.maySell}, ${location.mayPickUp},
      ${location.mayShip}, ${location.isActive ?? true})`),
  );
  if (location.kind !== 'warehouse') await ensureTillChannel(tx, { id, code: location.code, name: location.name });
  tellSettings(tx);
  await writeAudit(tx, actor, 'location.added', id, location);
  return readLocation(tx, id);
}

export const locationTaken = { location_merchant_id_code_key: ['location.code_taken', 'code'] } as const;

/** Refuses a code that another location has. */
export async function requireFreeCode(tx: Tx, code: string, ownId?: string): Promise<void> {
  const other = await findLocation(tx, code);
  if (other !== undefined && other.id !== ownId)
    refuse('location.code_taken', `Another location has the code ${code}.`, { field: 'code' });
}
