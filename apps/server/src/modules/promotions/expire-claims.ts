/** Claims of payments that never became an order are let go; until then nobody is kept out by one that ran out. */
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

/** Is there a claim that ran out? Asked before `expireClaims`, so that a quiet shop remembers no commands for nothing. */
export async function anyClaimExpired(tx: Tx, at: string): Promise<boolean> {
  const claim = await tx.row(sql`
    select 1 where exists (select 1 from promotions.usage_hold where merchant_id = ${tx.merchantId} and expires_at <= ${at})
      or exists (select 1 from promotions.coupon where merchant_id = ${tx.merchantId} and held_by is not null and held_until <= ${at})`);
  return claim !== undefined;
}

/** Safe to run at any time and on every node. */
export const expireClaims = singleKind('promotion.expire_claims', async (tx: Tx, { at }: Command<object>) => {
  const released = await tx.run(
    sql`delete from promotions.usage_hold where merchant_id = ${tx.merchantId} and expires_at <= ${at}`,
  );
  const freed = await tx.run(sql`
    update promotions.coupon set state = 'issued', held_by = null, held_until = null, updated_at = ${at}
    where merchant_id = ${tx.merchantId} and held_by is not null and held_until <= ${at}`);
  return { released, freed };
});
