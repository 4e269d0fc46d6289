/** Who is signed in, as the faces see it. */
import { permissionsOf } from '@tandem/contract/permissions.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Session } from './contract-types.ts';
import { readMerchant } from './read-merchant.ts';
import { readStaff } from './read-staff.ts';

export async function describeSession(tx: Tx, staffId: string, expiresAt: string): Promise<Session> {
  const staff = await readStaff(tx, staffId);
  return { staff, merchant: await readMerchant(tx), permissions: [...permissionsOf[staff.role]], expiresAt };
}
