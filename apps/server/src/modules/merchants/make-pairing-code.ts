/**
 * Makes the code that pairs a device with a register. No command: its answer is a secret, and answers of commands are
 * kept for ever.
 */

import type { Actor } from '../../platform/commands/command.ts';
import { secretHash } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import { readAs } from '../../platform/transaction.ts';
import { newPairingCode } from './pairing-code.ts';
import { readRegister } from './read-registers.ts';
import { writeAudit } from './write-audit.ts';

const goodForMs = 10 * 60_000;

/** A new code; any older one of the register dies. 404 for a register of nobody's. */
export function makePairingCode(
  { pool, clock }: Pick<Platform, 'pool' | 'clock'>,
  merchantId: string,
  registerId: string,
  actor: Actor,
): Promise<{ code: string; expiresAt: string }> {
  return readAs(pool, merchantId, async (tx) => {
    const register = await readRegister(tx, registerId);
    if (!register.isActive) refuse('register.not_found', 'There is no such register.', { status: 404 });
    const code = newPairingCode();
    const expiresAt = new Date(clock.now() + goodForMs).toISOString();
    await tx.run(
      sql`delete from merchants.pairing_code where merchant_id = ${merchantId} and register_id = ${registerId} and used_at is null`,
    );
    await tx.run(sql`
      insert into merchants.pairing_code (merchant_id, code_hash, register_id, expires_at)
      values (${merchantId}, ${secretHash(code)}, ${registerId}, ${expiresAt})`);
    await writeAudit(tx, actor, 'register.pairing_code_made', register.id, { register: register.code });
    return { code, expiresAt };
  });
}
