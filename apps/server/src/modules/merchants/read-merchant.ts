/** The merchant's own settings. */
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Merchant } from './contract-types.ts';

/** The merchant of the transaction. */
export async function readMerchant(tx: Tx): Promise<Merchant> {
  const row = await tx.row<Merchant>(sql`
    select merchant_id as id, name, currency, prices_include_tax as "pricesIncludeTax", time_zone as "timeZone", locale, locales,
      day_cut_off_hour as "dayCutOffHour", discount_limits as "discountLimits"
    from merchants.merchant where merchant_id = ${tx.merchantId}`);
  return row ?? refuse('merchant.not_found', 'There is no such merchant.', { status: 404 });
}
