/** Ends sessions: a sign-out, or one that its owner revokes from afar. */
import { notFound } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

/** Ends the session with this token hash, if there is one. */
export async function endSession(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.run(sql`delete from merchants.session where merchant_id = ${tx.merchantId} and token_hash = ${tokenHash}`);
}

/** Ends one session of the person; refuses with 404 when the person has none with this id. */
export async function revokeSession(tx: Tx, staffId: string, id: string): Promise<void> {
  const ended = await tx.run(
    sql`delete from merchants.session where merchant_id = ${tx.merchantId} and staff_id = ${staffId} and id = ${id}`,
  );
  if (ended === 0) notFound('session');
}
