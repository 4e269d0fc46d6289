/** Proves the books of a merchant: every ledger against its totals, every total against its facts. Changes nothing. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { sellingFacts } from '../modules/merchants/index.ts';
import { projectSales } from '../modules/reports/index.ts';
import { sql } from '../platform/sql.ts';
import { beginStatement, readAs, type Tx, txOn } from '../platform/transaction.ts';
import { type CheckResult, runCheck } from './check.ts';
import { discountSums } from './discounts.ts';
import { feedChecks } from './feed-checks.ts';
import { goodsChecks } from './goods-checks.ts';
import { memberChecks } from './member-checks.ts';
import { orderChecks } from './order-checks.ts';
import { promotionChecks } from './promotion-checks.ts';
import { reportChecks } from './report-checks.ts';
import { returnChecks } from './return-checks.ts';
import { returnShares, shareCheck } from './return-shares.ts';
import { stockChecks } from './stock-checks.ts';

export type { CheckResult, Difference } from './check.ts';

const roundsMax = 200;

/**
 * All checks on one moment of the books, also while the shop is open: the reports are brought up to date, the stream of
 * orders is held still for the instant in which the snapshot is taken, and everything is read from that snapshot.
 */
export async function verifyBooks(pool: Pool, merchantId: string): Promise<CheckResult[]> {
  while (await project(pool, merchantId));
  const holding = await pool.connect();
  const reading = await pool.connect();
  try {
    const held = await openOn(holding, merchantId, 'read committed');
    await held.tx.rows(
      sql`select 1 from platform.stream where merchant_id = ${merchantId} and stream = 'orders' for update`,
    );
    await catchUp(pool, merchantId);
    const snapshot = await openOn(reading, merchantId, 'repeatable read read only');
    await snapshot.tx.rows(sql`select 1 from platform.stream where merchant_id = ${merchantId} limit 1`);
    await held.end();
    const results = await runAll(snapshot.tx);
    await snapshot.end();
    return results;
  } finally {
    // A connection that broke in the middle of a check must not go back with its transaction open.
    await Promise.all(
      [holding, reading].map((client) =>
        client.query('rollback').then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        ),
      ),
    );
  }
}

async function runAll(tx: Tx): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const checks = [
    ...stockChecks,
    ...orderChecks,
    ...returnChecks,
    shareCheck(await returnShares(tx)),
    ...goodsChecks,
    ...promotionChecks,
    ...memberChecks,
    ...feedChecks,
    ...reportChecks(await discountSums(tx)),
  ];
  for (const check of checks) results.push(await runCheck(tx, check));
  return results;
}

/** Another process may be at the reports, too: it is waited for, since nothing new can come in meanwhile. */
async function catchUp(pool: Pool, merchantId: string): Promise<void> {
  for (let round = 1; ; round += 1) {
    while (await project(pool, merchantId));
    const open = await readAs(pool, merchantId, (tx) =>
      tx.row(sql`
      select 1 from platform.stream s join platform.consumer c on c.merchant_id = s.merchant_id and c.stream = s.stream
      where s.merchant_id = ${merchantId} and s.stream = 'orders' and c.consumer = 'reports.sales' and c.position < s.position`),
    );
    if (open === undefined || round === roundsMax) return;
    await wait(20);
  }
}

function project(pool: Pool, merchantId: string): Promise<boolean> {
  return projectSales(pool, merchantId, async (tx) => {
    const facts = await sellingFacts(tx);
    return (locationId) => facts.locations.get(locationId ?? '')?.timeZone ?? facts.timeZone;
  });
}

async function openOn(
  client: PoolClient,
  merchantId: string,
  level: 'read committed' | 'repeatable read read only',
): Promise<{ tx: Tx; end(): Promise<void> }> {
  await client.query(beginStatement(merchantId));
  await client.query(`set transaction isolation level ${level}`);
  // Years of books take longer to add up than any statement of a sale may take.
  await client.query(
    "set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local work_mem = '64MB'",
  );
  return { tx: txOn(client, merchantId), end: async () => void (await client.query('commit')) };
}
