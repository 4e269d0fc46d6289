/** Replaces a channel's sourcing list: best place first, with what is kept back from the channel: thousandths of a piece, or parts per million of what is there. */
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { ChannelSource } from './contract-types.ts';
import { requireLocations } from './read-locations.ts';

/** Refuses a place named twice; 404 for a place of nobody's. */
export async function putSources(tx: Tx, channelId: string, sources: readonly ChannelSource[]): Promise<void> {
  const places = sources.map((source) => source.locationId.toLowerCase());
  if (new Set(places).size !== places.length)
    refuse('input.invalid', 'sources: a location stands twice', { status: 400, field: 'sources' });
  if (sources.some(({ safety }) => safety.kind === 'percent' && safety.amount > 1_000_000)) {
    refuse('input.invalid', 'sources: at most 1,000,000 parts per million', { status: 400, field: 'sources' });
  }
  await requireLocations(tx, places);
  await tx.run(
    sql`delete from merchants.channel_source where merchant_id = ${tx.merchantId} and channel_id = ${channelId}`,
  );
  await tx.run(sql`
    insert into merchants.channel_source (merchant_id, channel_id, location_id, rank, safety_kind, safety_amount)
    select ${tx.merchantId}::uuid, ${channelId}::uuid, location_id, rank - 1, kind, amount
    from unnest(${places}::uuid[], ${sources.map(({ safety }) => safety.kind)}::text[], ${sources.map(({ safety }) => safety.amount)}::bigint[])
      with ordinality as s (location_id, kind, amount, rank)`);
}
