/** Opens a session; its token is shown once and stored only as a hash. */
import { newId, newSecret, secretHash } from '../../platform/ids.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sessionHours, tokenOf } from './cookies.ts';

export interface OpenedSession {
  token: string;
  expiresAt: string;
}

export interface SessionAsked {
  staffId: string;
  registerId: string | null;
  userAgent: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** Good for 12 hours. Refuses a person who was disabled meanwhile. Sessions that ended are swept out. */
export async function openSession(
  tx: Tx,
  { staffId, registerId, userAgent, now }: SessionAsked,
): Promise<OpenedSession> {
  const secret = newSecret();
  const at = new Date(now).toISOString();
  const expiresAt = new Date(now + sessionHours * 3_600_000).toISOString();
  await tx.run(
    sql`delete from merchants.session where merchant_id = ${tx.merchantId} and staff_id = ${staffId} and expires_at <= ${at}`,
  );
  const opened = await tx.run(sql`
    insert into merchants.session (merchant_id, token_hash, id, staff_id, register_id, user_agent, created_at, last_seen_at, expires_at)
    select merchant_id, ${secretHash(secret)}::bytea, ${newId()}::uuid, id, ${registerId}::uuid, ${userAgent.slice(0, 300)}::text,
      ${at}::timestamptz, ${at}::timestamptz, ${expiresAt}::timestamptz
    from merchants.staff where merchant_id = ${tx.merchantId} and id = ${staffId} and is_active`);
  if (opened === 0) refuse('session.refused', 'The sign-in is not right.', { status: 401 });
  return { token: tokenOf(tx.merchantId, secret), expiresAt };
}
