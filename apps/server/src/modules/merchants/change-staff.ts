/** Changes a person. Disabling ends every session; a new password or PIN ends those that the old one opened. */
import type { Body } from '@tandem/contract/index.ts';
import type { Carried } from '../../platform/commands/carried.ts';
import type { Actor } from '../../platform/commands/command.ts';
import { refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { requireFreeEmail, staffTaken } from './add-staff.ts';
import type { Staff } from './contract-types.ts';
import { putStaffLocations } from './put-staff-locations.ts';
import { readStaff } from './read-staff.ts';
import type { SecretHashes } from './staff-secrets.ts';
import { writeAudit } from './write-audit.ts';

export type StaffChange = Omit<Body<'PATCH /api/staff/:id'>, 'password' | 'pin'> & {
  id: string;
  secrets: Carried<SecretHashes>;
};

/** Refuses `staff.email_taken` and `staff.last_owner`; 404 for a person or place of nobody's. */
export async function changeStaff(tx: Tx, { id, secrets, ...change }: StaffChange, actor: Actor): Promise<Staff> {
  // All owners are locked in id order, so that two owners cannot disable each other at once.
  const owners = await tx.rows<{ id: string }>(sql`
    select id from merchants.staff where merchant_id = ${tx.merchantId} and role = 'owner' and is_active order by id for update`);
  const before = await readStaff(tx, id);
  const now = { ...before, ...change, email: (change.email ?? before.email).toLowerCase() };
  const staysOwner = now.role === 'owner' && now.isActive;
  if (!staysOwner && owners.length === 1 && owners[0]?.id === before.id) {
    refuse('staff.last_owner', 'The last owner cannot be disabled or given another role.', {
      field: change.isActive === false ? 'isActive' : 'role',
    });
  }
  if (now.email !== before.email) await requireFreeEmail(tx, now.email, before.id);
  const { passwordHash, pinHash } = secrets.open();
  await refusingTaken(staffTaken, () =>
    tx.run(sql`
    update merchants.staff set name = ${now.name}, email = ${now.email}, role = ${now.role}, is_active = ${now.isActive},
      password_hash = coalesce(${passwordHash}, password_hash), pin_hash = coalesce(${pinHash}, pin_hash)
    where merchant_id = ${tx.merchantId} and id = ${id}`),
  );
  if (change.locationIds !== undefined) await putStaffLocations(tx, before.id, change.locationIds);
  await tx.run(sql`
    delete from merchants.session where merchant_id = ${tx.merchantId} and staff_id = ${id}
      and (${!now.isActive}::boolean or case when register_id is null then ${passwordHash !== null}::boolean else ${pinHash !== null}::boolean end)`);
  const { name: _name, email: _email, ...told } = change;
  await writeAudit(tx, actor, 'staff.changed', before.id, {
    ...told,
    hasNewPassword: passwordHash !== null,
    hasNewPin: pinHash !== null,
  });
  return readStaff(tx, id);
}
