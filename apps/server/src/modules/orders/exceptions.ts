/** Facts recorded although something is wrong with them: one row each, for a person to look at. */
import type { ExceptionKind } from '@tandem/contract/exceptions.ts';
import { newId } from '../../platform/ids.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface NewException {
  kind: ExceptionKind;
  subjectId: string;
  locationId: string | null;
  detail: object;
}

export function raiseExceptions(tx: Tx, raised: readonly NewException[], at: string): void {
  if (raised.length === 0) return;
  tx.later(sql`
    insert into platform.exception (merchant_id, id, raised_at, kind, subject_id, location_id, detail)
    select ${tx.merchantId}::uuid, e.id, ${at}::timestamptz, e.kind, e.subject_id, e.location_id, e.detail
    from unnest(${raised.map(() => newId())}::uuid[], ${raised.map((one) => one.kind)}::text[], ${raised.map((one) => one.subjectId)}::uuid[],
      ${raised.map((one) => one.locationId)}::uuid[], ${raised.map((one) => JSON.stringify(one.detail))}::jsonb[]) as e (id, kind, subject_id, location_id, detail)`);
}
