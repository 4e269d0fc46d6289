/** Changes the merchant's name, language, time zone, the hour at which its trading day ends, or what staff may take off by hand. */
import type { Body } from '@tandem/contract/index.ts';
import type { Actor } from '../../platform/commands/command.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { requireTimeZone } from './check-settings.ts';
import type { Merchant } from './contract-types.ts';
import { readMerchant } from './read-merchant.ts';
import { tellSettings } from './tell-settings.ts';
import { writeAudit } from './write-audit.ts';

/** The merchant as it is afterwards. Refuses `time_zone.unknown`. */
export async function changeMerchant(tx: Tx, change: Body<'PATCH /api/merchant'>, actor: Actor): Promise<Merchant> {
  if (change.timeZone !== undefined) requireTimeZone(change.timeZone);
  await tx.run(sql`
    update merchants.merchant set name = coalesce(${change.name ?? null}, name), locale = coalesce(${change.locale ?? null}, locale),
      time_zone = coalesce(${change.timeZone ?? null}, time_zone), day_cut_off_hour = coalesce(${change.dayCutOffHour ?? null}, day_cut_off_hour),
      discount_limits = coalesce(${change.discountLimits === undefined ? null : JSON.stringify(change.discountLimits)}::jsonb, discount_limits)
    where merchant_id = ${tx.merchantId}`);
  tellSettings(tx);
  await writeAudit(tx, actor, 'merchant.changed', tx.merchantId, change);
  return readMerchant(tx);
}
