/** Marks an exception as dealt with; the first person who does so is remembered. */
import type { Actor } from '../../platform/commands/command.ts';
import { notFound } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { writeAudit } from './write-audit.ts';

export interface Resolution {
  id: string;
  /** The places that the person is limited to; null for all. */
  locationIds: readonly string[] | null;
}

/** Refuses with 404 what is nobody's or stands at a place that the person may not see. */
export async function resolveException(tx: Tx, { id, locationIds }: Resolution, actor: Actor): Promise<{ ok: true }> {
  const found = await tx.row<{ isOpen: boolean }>(sql`
    select resolved_at is null as "isOpen" from platform.exception
    where merchant_id = ${tx.merchantId} and id = ${id}
      and (${locationIds}::uuid[] is null or location_id is null or location_id = any (${locationIds}::uuid[]))
    for update`);
  if (found === undefined) return notFound('exception');
  if (found.isOpen) {
    await tx.run(sql`
      update platform.exception set resolved_at = now(), resolved_by = ${actor.staffId ?? null} where merchant_id = ${tx.merchantId} and id = ${id}`);
    await writeAudit(tx, actor, 'exception.resolved', id, {});
  }
  return { ok: true };
}
