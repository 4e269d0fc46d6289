/** Sessions of members in the online store; a token is shown once and stored only as a hash. */
import { newSecret, secretHash } from '../../platform/ids.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { tokenOf } from '../merchants/index.ts';

export const memberSessionDays = 30;
const dayMs = 86_400_000;

/** A member who is signed in. */
export interface SignedIn {
  memberId: string;
  name: string;
  email: string | null;
  phone: string | null;
}

/** Opens a session for a member with an account, good for 30 days, and sweeps out what ended; gives its token. `now` in ms. */
export async function openAccountSession(
  tx: Tx,
  { memberId, userAgent, now }: { memberId: string; userAgent: string; now: number },
): Promise<string> {
  const secret = newSecret();
  const at = new Date(now).toISOString();
  await tx.run(
    sql`delete from members.account_session where merchant_id = ${tx.merchantId} and member_id = ${memberId} and expires_at <= ${at}`,
  );
  await tx.run(sql`
    insert into members.account_session (merchant_id, token_hash, member_id, user_agent, created_at, expires_at)
    values (${tx.merchantId}, ${secretHash(secret)}, ${memberId}, ${userAgent.slice(0, 300)}, ${at}, ${new Date(now + memberSessionDays * dayMs).toISOString()})`);
  return tokenOf(tx.merchantId, secret);
}

/** Who has the session; undefined when it ended or never was this merchant's. `now` in ms. */
export async function readAccountSession(tx: Tx, tokenHash: Buffer, now: number): Promise<SignedIn | undefined> {
  return tx.row<SignedIn>(sql`
    select m.id as "memberId", m.name, m.email, m.phone from members.account_session s
    join members.member m on m.merchant_id = s.merchant_id and m.id = s.member_id
    where s.merchant_id = ${tx.merchantId} and s.token_hash = ${tokenHash} and s.expires_at > ${new Date(now).toISOString()}`);
}

/** Ends the session with this token hash, if there is one. */
export async function endAccountSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.run(
    sql`delete from members.account_session where merchant_id = ${tx.merchantId} and token_hash = ${tokenHash}`,
  );
}
