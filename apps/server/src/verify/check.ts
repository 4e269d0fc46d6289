/** One thing that must hold of the books, as a comparison that the database makes. */
import { type Sql, sql } from '../platform/sql.ts';
import type { Tx } from '../platform/transaction.ts';

/**
 * `compared` is a query with the columns `subject` (text), `expected` and `found` (both bigint[], one entry for each of
 * `figures`). What is expected comes from the ledgers and facts, what is found from the totals kept beside them.
 */
export interface Check {
  readonly name: string;
  /** What holds, as a sentence for people. */
  readonly rule: string;
  readonly figures: readonly string[];
  compared(merchantId: string): Sql;
}

export interface Difference {
  subject: string;
  expected: Record<string, number | null>;
  found: Record<string, number | null>;
}

export interface CheckResult {
  name: string;
  rule: string;
  /** How many were compared. */
  checked: number;
  differences: number;
  /** The first twenty, with the figures that differ. */
  first: Difference[];
}

const shownMax = 20;

/** Runs one check in the transaction of the merchant whose books are verified. */
export async function runCheck(tx: Tx, check: Check): Promise<CheckResult> {
  const row = await tx.row<{ checked: number; differences: number; first: RawDifference[] }>(sql`
    with compared as materialized (${check.compared(tx.merchantId)}),
    different as (select subject, expected, found from compared where expected is distinct from found)
    select (select count(*) from compared)::bigint as checked, (select count(*) from different)::bigint as differences,
      coalesce((select jsonb_agg(to_jsonb(d)) from (select * from different order by subject limit ${shownMax}) d), '[]') as first`);
  const { checked = 0, differences = 0, first = [] } = row ?? {};
  return {
    name: check.name,
    rule: check.rule,
    checked,
    differences,
    first: first.map((one) => named(check.figures, one)),
  };
}

interface RawDifference {
  subject: string;
  expected: (number | null)[] | null;
  found: (number | null)[] | null;
}

function named(figures: readonly string[], { subject, expected, found }: RawDifference): Difference {
  const difference: Difference = { subject, expected: {}, found: {} };
  figures.forEach((figure, index) => {
    const [wanted, there] = [expected?.[index] ?? null, found?.[index] ?? null];
    if (wanted === there) return;
    difference.expected[figure] = wanted;
    difference.found[figure] = there;
  });
  return difference;
}
