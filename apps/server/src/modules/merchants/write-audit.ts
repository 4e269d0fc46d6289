/** Who did what to settings, prices and people: appended in the transaction that does it, never changed. */
import type { Actor } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

/** Appends one entry. `action` is `noun.verbed`; `detail` never holds a secret. */
export async function writeAudit(
  tx: Tx,
  actor: Actor,
  action: string,
  subjectId: string | null,
  detail: object,
): Promise<void> {
  await tx.run(sql`
    insert into platform.audit_entry (merchant_id, id, staff_id, action, subject_id, detail)
    values (${tx.merchantId}, ${newId()}, ${actor.staffId ?? null}, ${action}, ${subjectId}, ${JSON.stringify(detail)})`);
}
