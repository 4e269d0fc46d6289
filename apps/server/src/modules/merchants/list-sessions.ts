/** The open sessions of one person, newest first. */
import type { Answer } from '@tandem/contract/index.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { idleMs } from './read-session.ts';

type Row = Answer<'GET /api/sessions'>['items'][number];

export async function listSessions(tx: Tx, staffId: string, current: Buffer | undefined, now: number): Promise<Row[]> {
  const rows = await tx.rows<Omit<Row, 'createdAt' | 'lastSeenAt'> & { createdAt: Date; lastSeenAt: Date }>(sql`
    select e.id, e.staff_id as "staffId", s.name as "staffName", e.user_agent as "userAgent", e.created_at as "createdAt", e.last_seen_at as "lastSeenAt",
      e.token_hash = ${current ?? Buffer.alloc(0)} as "isCurrent"
    from merchants.session e join merchants.staff s on s.merchant_id = e.merchant_id and s.id = e.staff_id
    where e.merchant_id = ${tx.merchantId} and e.staff_id = ${staffId} and e.expires_at > ${new Date(now).toISOString()}
      and (e.register_id is not null or e.last_seen_at > ${new Date(now - idleMs).toISOString()})
    order by e.created_at desc`);
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
}
