/** Changes a channel, its host name, sourcing list and safety stock. */
import type { Body } from '@tandem/contract/index.ts';
import type { Actor } from '../../platform/commands/command.ts';
import { refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { channelTaken, requireFreeChannelCode } from './add-channel.ts';
import { requireName } from './check-settings.ts';
import type { Channel } from './contract-types.ts';
import { putHostname } from './put-hostname.ts';
import { putSources } from './put-sources.ts';
import { readChannel } from './read-channels.ts';
import { tellSettings } from './tell-settings.ts';
import { writeAudit } from './write-audit.ts';

export type ChannelChange = Body<'PATCH /api/channels/:id'> & { id: string };

/** Refuses `channel.code_taken`, `channel.hostname_taken`; 404 for a channel or source of nobody's. */
export async function changeChannel(tx: Tx, { id, ...change }: ChannelChange, actor: Actor): Promise<Channel> {
  if (change.name !== undefined) requireName(change.name);
  await tx.run(sql`select 1 from merchants.channel where merchant_id = ${tx.merchantId} and id = ${id} for update`);
  const before = await readChannel(tx, id);
  const now = { ...before, ...change };
  if (change.code !== undefined) await requireFreeChannelCode(tx, change.code, before.id);
  await refusingTaken(channelTaken, () =>
    tx.run(sql`
    update merchants.channel set code = ${now.code}, name = ${JSON.stringify(now.name)}, shipping_amount = ${now.shippingAmount},
      free_shipping_from_amount = ${now.freeShippingFromAmount}, is_active = ${now.isActive}
    where merchant_id = ${tx.merchantId} and id = ${id}`),
  );
  if (change.hostname !== undefined) {
    if (before.kind === 'till' && change.hostname !== null)
      refuse('input.invalid', 'hostname: a till has none', { status: 400, field: 'hostname' });
    await putHostname(tx, before.id, change.hostname);
  }
  if (change.sources !== undefined) await putSources(tx, before.id, change.sources);
  tellSettings(tx);
  await writeAudit(tx, actor, 'channel.changed', before.id, change);
  return readChannel(tx, id);
}
