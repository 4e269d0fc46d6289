/** Facts that were recorded although something is wrong with them and that nobody has dealt with yet. */
import type { Answer } from '@tandem/contract/index.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

type Row = Answer<'GET /api/exceptions'>['items'][number];

/** The newest 200; people who are limited to places see those places' own and those of no place. */
export async function listExceptions(tx: Tx, locationIds: readonly string[] | null): Promise<Row[]> {
  const rows = await tx.rows<Omit<Row, 'raisedAt'> & { raisedAt: Date }>(sql`
    select id, kind, subject_id as "subjectId", location_id as "locationId", detail, raised_at as "raisedAt"
    from platform.exception
    where merchant_id = ${tx.merchantId} and resolved_at is null
      and (${locationIds}::uuid[] is null or location_id is null or location_id = any (${locationIds}::uuid[]))
    order by raised_at desc, id desc limit 200`);
  return rows.map((row) => ({ ...row, raisedAt: row.raisedAt.toISOString() }));
}
