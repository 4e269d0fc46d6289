/** Claims of payments that never became an order are let go; until then nobody is kept out by one that ran out. */
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

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
