/** The channel of a place's tills: the place itself is all it sells from. */
import { newId } from '../../platform/ids.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Location } from './contract-types.ts';

/** The id of the place's till channel, which is made if it has none yet. */
export async function ensureTillChannel(tx: Tx, location: Pick<Location, 'id' | 'code' | 'name'>): Promise<string> {
  // The place's row is the lock: two registers added at once share one channel.
  const known = await tx.row<{ id: string | null }>(sql`
    select c.id from merchants.location l
    left join merchants.channel c on c.merchant_id = l.merchant_id and c.location_id = l.id and c.kind = 'till'
    where l.merchant_id = ${tx.merchantId} and l.id = ${location.id} for no key update of l`);
  if (known?.id) return known.id;
  const id = newId();
  for (let attempt = 1; ; attempt += 1) {
    const code = attempt === 1 ? `till-${location.code}` : `till-${location.code}-${attempt}`;
    const added = await tx.run(sql`
      insert into merchants.channel (merchant_id, id, code, name, kind, location_id)
      values (${tx.merchantId}, ${id}, ${code}, ${JSON.stringify(location.name)}, 'till', ${location.id})
      on conflict (merchant_id, code) do nothing`);
    if (added === 1) break;
  }
  await tx.run(sql`
    insert into merchants.channel_source (merchant_id, channel_id, location_id, rank) values (${tx.merchantId}, ${id}, ${location.id}, 0)`);
  return id;
}
