/** Claims of payments that never became an order are let go; until then nobody is kept out by one that ran out. */
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { readRules } from '../pricing/index.ts';
import { type CountChange, tellSpent } from './usage-counts.ts';

/** Is there a claim that ran out? Asked before `expireClaims`, so that a quiet shop remembers no commands for nothing. */
export async function anyClaimExpired(tx: Tx, at: string): Promise<boolean> {
  const claim = await tx.row(sql`
    select 1 where exists (select 1 from promotions.usage_hold where merchant_id = ${tx.merchantId} and expires_at <= ${at})
      or exists (select 1 from promotions.coupon where merchant_id = ${tx.merchantId} and held_by is not null and held_until <= ${at})`);
  return claim !== undefined;
}

/** Safe to run at any time and on every node. */
export const expireClaims = singleKind('promotion.expire_claims', async (tx: Tx, { at }: Command<object>) => {
  const gone = await tx.rows<CountChange>(sql`
    delete from promotions.usage_hold where merchant_id = ${tx.merchantId} and expires_at <= ${at}
    returning promotion_id as "promotionId", business_date as day, times as uses, pieces, amount`);
  const changes = gone.map((claim) => ({
    ...claim,
    uses: 0 - claim.uses,
    pieces: 0 - claim.pieces,
    amount: 0 - claim.amount,
  }));
  // Counts leave out what ran out: they are as they are after this.
  await tellSpent(tx, await readRules(tx), changes, { at, isDone: true });
  const freed = await tx.run(sql`
    update promotions.coupon set state = 'issued', held_by = null, held_until = null, updated_at = ${at}
    where merchant_id = ${tx.merchantId} and held_by is not null and held_until <= ${at}`);
  return { released: gone.length, freed };
});
