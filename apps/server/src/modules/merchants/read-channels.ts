/** Channels with their sourcing lists. */
import { notFound } from '../../platform/refusal.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Channel } from './contract-types.ts';

/** All channels: online shops first, then by code. */
export function listChannels(tx: Tx): Promise<Channel[]> {
  return selectChannels(tx, sql``);
}

/** The channel; refuses with 404 when the merchant has none with this id. */
export async function readChannel(tx: Tx, id: string): Promise<Channel> {
  const [channel] = await selectChannels(tx, sql`and c.id = ${id}`);
  return channel ?? notFound('channel');
}

/** Refuses with 404 unless all ids are channels of the merchant. */
export async function requireChannels(tx: Tx, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const known = await tx.rows(
    sql`select 1 from merchants.channel where merchant_id = ${tx.merchantId} and id = any (${wanted}::uuid[])`,
  );
  if (known.length !== wanted.length) notFound('channel');
}

function selectChannels(tx: Tx, condition: Sql): Promise<Channel[]> {
  return tx.rows<Channel>(sql`
    select c.id, c.kind, c.location_id as "locationId", c.code, c.name, h.hostname, c.shipping_amount as "shippingAmount",
      c.free_shipping_from_amount as "freeShippingFromAmount", c.is_active as "isActive",
      coalesce((
        select jsonb_agg(jsonb_build_object('locationId', s.location_id, 'safety', jsonb_build_object('kind', s.safety_kind, 'amount', s.safety_amount)) order by s.rank)
        from merchants.channel_source s where s.merchant_id = c.merchant_id and s.channel_id = c.id
      ), '[]') as sources
    from merchants.channel c
    left join platform.hostname h on h.merchant_id = c.merchant_id and h.channel_id = c.id
    where c.merchant_id = ${tx.merchantId} ${condition}
    order by c.kind, c.code`);
}
