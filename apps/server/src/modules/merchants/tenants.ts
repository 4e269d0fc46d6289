/** Which merchant and which online shop a host name stands for. */
import type { Platform } from '../../platform/platform.ts';
import { type Sql, sql, textOf } from '../../platform/sql.ts';
import { readAs } from '../../platform/transaction.ts';
import { ShortCache } from './short-cache.ts';

export interface Shop {
  merchantId: string;
  channelId: string;
}

export interface Tenants {
  /** The merchant of a host name, else the oldest one; undefined while Tandem is empty. At once when known. */
  merchantOf(hostname: string): string | undefined | Promise<string | undefined>;
  /** The shop of a host name, else the merchant's oldest active one; undefined when there is none. At once when known. */
  resolveShop(hostname: string): Shop | undefined | Promise<Shop | undefined>;
  /** Every merchant, oldest first. */
  all(): Promise<string[]>;
  /** Forgets what is remembered: call after a host name, a channel or a merchant changed. */
  forget(): void;
}

interface Named {
  merchantId: string;
  channelId: string | null;
}

const keptMs = 3000;

export function newTenants({ pool, clock }: Pick<Platform, 'pool' | 'clock'>): Tenants {
  const named = new ShortCache<Named>(clock, keptMs);
  const shops = new ShortCache<Shop>(clock, keptMs);
  const first = async (statement: Sql): Promise<Named | undefined> =>
    (await pool.query(textOf(statement), [...statement.values])).rows[0];
  const find = (hostname: string) =>
    named.load(
      hostname,
      async () =>
        (await first(
          sql`select merchant_id as "merchantId", channel_id as "channelId" from platform.hostname where hostname = ${hostname}`,
        )) ??
        (await first(
          sql`select merchant_id as "merchantId", null as "channelId" from platform.tenant order by created_at, merchant_id limit 1`,
        )),
    );
  return {
    merchantOf(host) {
      const hostname = host.toLowerCase();
      const known = named.get(hostname);
      return known === undefined ? find(hostname).then((found) => found?.merchantId) : known.merchantId;
    },
    resolveShop(host) {
      const hostname = host.toLowerCase();
      return (
        shops.get(hostname) ??
        shops.load(hostname, async () => {
          const found = named.get(hostname) ?? (await find(hostname));
          return found === undefined ? undefined : findShop(pool, found);
        })
      );
    },
    async all() {
      const { rows } = await pool.query<{ id: string }>(
        'select merchant_id as id from platform.tenant order by created_at, merchant_id',
      );
      return rows.map((row) => row.id);
    },
    forget() {
      named.clear();
      shops.clear();
    },
  };
}

async function findShop(pool: Platform['pool'], { merchantId, channelId }: Named): Promise<Shop | undefined> {
  const row = await readAs(pool, merchantId, (tx) =>
    tx.row<{ id: string }>(sql`
    select id from merchants.channel
    where merchant_id = ${merchantId} and kind = 'online' and is_active and (${channelId}::uuid is null or id = ${channelId})
    order by created_at, id limit 1`),
  );
  return row === undefined ? undefined : { merchantId, channelId: row.id };
}
