/** The person behind a session's token. */
import type { Role } from '@tandem/contract/permissions.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Token } from './cookies.ts';

export interface LiveSession {
  staffId: string;
  role: Role;
  registerId: string | null;
  locationIds: string[];
  expiresAt: Date;
}

/** A back office session ends after this long without a request. */
export const idleMs = 30 * 60_000;
const noteMs = 60_000;

/** The live session, or undefined. That it was seen is written down at most once a minute. `now` in milliseconds. */
export async function readSession(tx: Tx, { hash }: Token, now: number): Promise<LiveSession | undefined> {
  const row = await tx.row<LiveSession & { lastSeenAt: Date }>(sql`
    select e.staff_id as "staffId", s.role, e.register_id as "registerId", e.expires_at as "expiresAt", e.last_seen_at as "lastSeenAt",
      array(select l.location_id from merchants.staff_location l where l.merchant_id = s.merchant_id and l.staff_id = s.id) as "locationIds"
    from merchants.session e join merchants.staff s on s.merchant_id = e.merchant_id and s.id = e.staff_id
    where e.merchant_id = ${tx.merchantId} and e.token_hash = ${hash} and e.expires_at > ${new Date(now).toISOString()} and s.is_active
      and (e.register_id is not null or e.last_seen_at > ${new Date(now - idleMs).toISOString()})`);
  if (row === undefined) return undefined;
  if (now - row.lastSeenAt.getTime() > noteMs) {
    await tx.run(sql`
      update merchants.session set last_seen_at = greatest(last_seen_at, ${new Date(now).toISOString()}) where merchant_id = ${tx.merchantId} and token_hash = ${hash}`);
  }
  return row;
}
