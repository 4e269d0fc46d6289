/**
 * Counts tries at a password, a PIN or a pairing code in a transaction of their own, before the secret is looked at: a
 * refusal must not undo the count, and a hundred tries at once must not all pass the limit.
 */
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import { readAs } from '../../platform/transaction.ts';

export interface Tries {
  /** The try was right: it does not count. */
  succeeded(): Promise<void>;
}

const windowMs = 15 * 60_000;
const keptMs = 24 * 3_600_000;

/** Counts one try for each subject. Refuses `session.too_many_tries` (429) when one had its most within 15 minutes. */
export async function countTries(
  { pool, clock }: Pick<Platform, 'pool' | 'clock'>,
  merchantId: string,
  limits: readonly { subject: string; max: number }[],
): Promise<Tries> {
  const now = clock.now();
  const sorted = [...limits].sort((a, b) => (a.subject < b.subject ? -1 : 1));
  const subjects = sorted.map(({ subject }) => subject);
  const counted = await readAs(pool, merchantId, (tx) =>
    tx.rows<{ subject: string; failures: number }>(sql`
    insert into merchants.sign_in_failure as f (merchant_id, subject, window_started_at, failures)
    select ${merchantId}::uuid, subject, ${instant(now)}::timestamptz, 1 from unnest(${subjects}::text[]) with ordinality as s (subject, place) order by place
    on conflict (merchant_id, subject) do update set
      failures = case when f.window_started_at < ${instant(now - windowMs)}::timestamptz then 1 else f.failures + 1 end,
      window_started_at = case when f.window_started_at < ${instant(now - windowMs)}::timestamptz then ${instant(now)}::timestamptz else f.window_started_at end
    returning subject, failures`),
  );
  const isOver = counted.some(
    (row) => row.failures > (limits.find(({ subject }) => subject === row.subject)?.max ?? 0),
  );
  if (isOver) refuse('session.too_many_tries', 'Too many tries. Wait a quarter of an hour.', { status: 429 });
  return {
    succeeded: () =>
      readAs(pool, merchantId, async (tx) => {
        await tx.run(sql`
        with mine as (
          select subject from merchants.sign_in_failure
          where merchant_id = ${merchantId} and subject = any (${subjects}::text[]) order by subject collate "C" for update
        )
        update merchants.sign_in_failure f set failures = f.failures - 1 from mine
        where f.merchant_id = ${merchantId} and f.subject = mine.subject and f.failures > 0`);
        await tx.run(
          sql`delete from merchants.sign_in_failure where merchant_id = ${merchantId} and window_started_at < ${instant(now - keptMs)}`,
        );
      }),
  };
}

const instant = (ms: number): string => new Date(ms).toISOString();
