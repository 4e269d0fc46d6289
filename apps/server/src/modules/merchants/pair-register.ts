/** Pairs a device with a register by its one-time code; the device paired before is thereby unpaired. */

import { newSecret, secretHash } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import { readAs } from '../../platform/transaction.ts';
import type { Location, Merchant, Register } from './contract-types.ts';
import { tokenOf } from './cookies.ts';
import { countTries } from './count-tries.ts';
import { plainCode } from './pairing-code.ts';
import { readLocation } from './read-locations.ts';
import { readMerchant } from './read-merchant.ts';
import { readRegister } from './read-registers.ts';
import { writeAudit } from './write-audit.ts';

export interface Paired {
  token: string;
  register: Register;
  merchant: Merchant;
  location: Location;
}

const refused = () => refuse('pairing.refused', 'The code is wrong, used or too old.', { field: 'code' });

/** Refuses `pairing.refused` and, after 5 tries from one address, `session.too_many_tries`. */
export async function pairRegister(
  { pool, clock }: Pick<Platform, 'pool' | 'clock'>,
  merchantId: string,
  typed: string,
  address: string,
): Promise<Paired> {
  if (merchantId === '') refused();
  const tries = await countTries({ pool, clock }, merchantId, [{ subject: `pairing ${address}`, max: 5 }]);
  const secret = newSecret();
  const paired = await readAs(pool, merchantId, async (tx) => {
    const now = new Date(clock.now()).toISOString();
    // The guarded update lets one through when a code is used twice at once.
    const used = await tx.row<{ registerId: string }>(sql`
      update merchants.pairing_code set used_at = ${now}
      where merchant_id = ${merchantId} and code_hash = ${secretHash(plainCode(typed))} and used_at is null and expires_at > ${now}
      returning register_id as "registerId"`);
    if (used === undefined) return refused();
    const changed = await tx.run(sql`
      update merchants.register set epoch = epoch + 1, token_hash = ${secretHash(secret)}, paired_at = ${now}, last_seen_at = ${now}
      where merchant_id = ${merchantId} and id = ${used.registerId} and is_active`);
    if (changed === 0) return refused();
    await tx.run(
      sql`delete from merchants.session where merchant_id = ${merchantId} and register_id = ${used.registerId}`,
    );
    const register = await readRegister(tx, used.registerId);
    await writeAudit(tx, { kind: 'register', registerId: register.id }, 'register.paired', register.id, {
      register: register.code,
      epoch: register.epoch,
    });
    return { register, merchant: await readMerchant(tx), location: await readLocation(tx, register.locationId) };
  });
  await tries.succeeded();
  return { token: tokenOf(merchantId, secret), ...paired };
}
