/** Unpairs the device of a register: its token is worth nothing any more. */
import type { Actor } from '../../platform/commands/command.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Register } from './contract-types.ts';
import { readRegister } from './read-registers.ts';
import { writeAudit } from './write-audit.ts';

/** The register as it is afterwards; unpairing twice changes nothing more. */
export async function unpairRegister(tx: Tx, { id }: { id: string }, actor: Actor): Promise<Register> {
  await readRegister(tx, id);
  await tx.run(
    sql`update merchants.register set token_hash = null, paired_at = null where merchant_id = ${tx.merchantId} and id = ${id}`,
  );
  await tx.run(sql`delete from merchants.session where merchant_id = ${tx.merchantId} and register_id = ${id}`);
  const register = await readRegister(tx, id);
  await writeAudit(tx, actor, 'register.unpaired', register.id, { register: register.code });
  return register;
}
