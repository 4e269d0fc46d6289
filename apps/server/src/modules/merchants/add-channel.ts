/** Adds an online shop. */
import type { Actor } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { requireName } from './check-settings.ts';
import type { Channel, NewChannel } from './contract-types.ts';
import { putHostname } from './put-hostname.ts';
import { putSources } from './put-sources.ts';
import { readChannel } from './read-channels.ts';
import { tellSettings } from './tell-settings.ts';
import { writeAudit } from './write-audit.ts';

/** Refuses `channel.code_taken` and `channel.hostname_taken`; 404 for a source of nobody's. */
export async function addChannel(tx: Tx, channel: NewChannel, actor: Actor): Promise<Channel> {
  requireName(channel.name);
  await requireFreeChannelCode(tx, channel.code);
  const id = newId();
  await refusingTaken(channelTaken, () =>
    tx.run(sql`
    insert into merchants.channel (merchant_id, id, code, name, kind, shipping_amount, free_shipping_from_amount, is_active)
    values (${tx.merchantId}, ${id}, ${channel.code}, ${JSON.stringify(channel.name)}, 'online', ${channel.shippingAmount},
      ${channel.freeShippingFromAmount}, ${channel.isActive})`),
  );
  await putHostname(tx, id, channel.hostname);
  await putSources(tx, id, channel.sources);
  tellSettings(tx);
  await writeAudit(tx, actor, 'channel.added', id, channel);
  return readChannel(tx, id);
}

export const channelTaken = { channel_merchant_id_code_key: ['channel.code_taken', 'code'] } as const;

/** Refuses a code that another channel has. */
export async function requireFreeChannelCode(tx: Tx, code: string, ownId?: string): Promise<void> {
  const other = await tx.row<{ id: string }>(
    sql`select id from merchants.channel where merchant_id = ${tx.merchantId} and code = ${code}`,
  );
  if (other !== undefined && other.id !== ownId)
    refuse('channel.code_taken', `Another channel has the code ${code}.`, { field: 'code' });
}
