/** Adds a register to a place that sells. */
import type { Actor } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { ensureTillChannel } from './add-till-channel.ts';
import type { NewRegister, Register } from './contract-types.ts';
import { readLocation } from './read-locations.ts';
import { readRegister } from './read-registers.ts';
import { writeAudit } from './write-audit.ts';

const taken = { register_merchant_id_code_key: ['register.code_taken', 'code'] } as const;

/** Refuses `register.code_taken`, `location.may_not_sell`; 404 for a place of nobody's. */
export async function addRegister(tx: Tx, register: NewRegister, actor: Actor): Promise<Register> {
  const location = await readLocation(tx, register.locationId);
  if (!location.maySell || !location.isActive)
    refuse('location.may_not_sell', 'Nothing is sold at this location.', { field: 'locationId' });
  const other = await tx.row(
    sql`select 1 from merchants.register where merchant_id = ${tx.merchantId} and code = ${register.code}`,
  );
  if (other !== undefined)
    refuse('register.code_taken', `Another register has the code ${register.code}.`, { field: 'code' });
  const channelId = await ensureTillChannel(tx, location);
  const id = newId();
  await refusingTaken(taken, () =>
    tx.run(sql`
    insert into merchants.register (merchant_id, id, location_id, channel_id, code, name)
    values (${tx.merchantId}, ${id}, ${location.id}, ${channelId}, ${register.code}, ${register.name})`),
  );
  await writeAudit(tx, actor, 'register.added', id, register);
  return readRegister(tx, id);
}
