/** The host name under which a channel is reached: one name, one channel, over all merchants. */
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

/** Gives the channel this host name, or none. Refuses `channel.hostname_taken`. */
export async function putHostname(tx: Tx, channelId: string, hostname: string | null): Promise<void> {
  await tx.run(sql`
    delete from platform.hostname where merchant_id = ${tx.merchantId} and channel_id = ${channelId} and hostname is distinct from ${hostname}`);
  if (hostname === null) return;
  const holder = await tx.row<{ isOwn: boolean }>(sql`
    insert into platform.hostname as h (hostname, merchant_id, channel_id) values (${hostname}, ${tx.merchantId}, ${channelId})
    on conflict (hostname) do update set hostname = excluded.hostname
    returning h.merchant_id = ${tx.merchantId} and h.channel_id is not distinct from ${channelId} as "isOwn"`);
  if (!holder?.isOwn) refuse('channel.hostname_taken', `The host name ${hostname} is in use.`, { field: 'hostname' });
}
