/** The register behind a device's token. */
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Token } from './cookies.ts';

export interface PairedRegister {
  registerId: string;
  locationId: string;
  channelId: string;
  /** What its receipts are numbered in. */
  series: string;
}

const noteMs = 60_000;

/** The active register that this device is paired with, or undefined. That it was seen is written down at most once a minute. */
export async function readPairedRegister(tx: Tx, { hash }: Token, now: number): Promise<PairedRegister | undefined> {
  const row = await tx.row<PairedRegister & { lastSeenAt: Date | null }>(sql`
    select id as "registerId", location_id as "locationId", channel_id as "channelId", code || '-' || epoch as series, last_seen_at as "lastSeenAt"
    from merchants.register where merchant_id = ${tx.merchantId} and token_hash = ${hash} and is_active`);
  if (row === undefined) return undefined;
  const { lastSeenAt, ...register } = row;
  if (lastSeenAt === null || now - lastSeenAt.getTime() > noteMs) {
    await tx.run(sql`
      update merchants.register set last_seen_at = ${new Date(now).toISOString()} where merchant_id = ${tx.merchantId} and id = ${register.registerId}`);
  }
  return register;
}
