/** Adds a person. */
import type { Body } from '@tandem/contract/index.ts';
import type { Carried } from '../../platform/commands/carried.ts';
import type { Actor } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Staff } from './contract-types.ts';
import { putStaffLocations } from './put-staff-locations.ts';
import { readStaff } from './read-staff.ts';
import type { SecretHashes } from './staff-secrets.ts';
import { writeAudit } from './write-audit.ts';

export type NewStaff = Omit<Body<'POST /api/staff'>, 'password' | 'pin'> & { secrets: Carried<SecretHashes> };

/** Refuses `staff.email_taken`; 404 for a place of nobody's. */
export async function addStaff(tx: Tx, { secrets, ...person }: NewStaff, actor: Actor): Promise<Staff> {
  const email = person.email.toLowerCase();
  await requireFreeEmail(tx, email);
  const id = newId();
  const { passwordHash, pinHash } = secrets.open();
  await refusingTaken(staffTaken, () =>
    tx.run(sql`
    insert into merchants.staff (merchant_id, id, name, email, role, password_hash, pin_hash)
    values (${tx.merchantId}, ${id}, ${person.name}, ${email}, ${person.role}, ${passwordHash}, ${pinHash})`),
  );
  await putStaffLocations(tx, id, person.locationIds);
  await writeAudit(tx, actor, 'staff.added', id, { role: person.role, locationIds: person.locationIds });
  return readStaff(tx, id);
}

export const staffTaken = { staff_merchant_id_email_key: ['staff.email_taken', 'email'] } as const;

/** Refuses an address that another person has. */
export async function requireFreeEmail(tx: Tx, email: string, ownId?: string): Promise<void> {
  const other = await tx.row<{ id: string }>(
    sql`select id from merchants.staff where merchant_id = ${tx.merchantId} and email = ${email}`,
  );
  if (other !== undefined && other.id !== ownId)
    refuse('staff.email_taken', 'Another person signs in with this address.', { field: 'email' });
}
