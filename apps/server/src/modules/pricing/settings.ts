/** How prices are worked out where the trade disagrees: the merchant's choices. */
import { defaultPricingSettings, type PricingSettings } from '@tandem/domain/pricing/rule-set.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { writeAudit } from '../merchants/index.ts';
import { lockRules, publishRules } from './rule-sets.ts';

/** The settings of now; the trade's defaults until somebody chose. */
export async function readSettings(tx: Tx): Promise<PricingSettings> {
  const row = await tx.row<{ content: PricingSettings }>(
    sql`select content from pricing.setting where merchant_id = ${tx.merchantId}`,
  );
  return { ...defaultPricingSettings, ...row?.content };
}

/** Changes the settings: they count for every basket from the commit on, never for orders of before. */
export const changeSettings = singleKind(
  'pricing.change_settings',
  async (tx: Tx, { body, actor, at }: Command<PricingSettings>): Promise<PricingSettings> => {
    await lockRules(tx, at);
    const before = await readSettings(tx);
    await tx.run(sql`
      update pricing.setting set content = ${JSON.stringify(body)}, updated_at = ${at} where merchant_id = ${tx.merchantId}`);
    await writeAudit(tx, actor, 'pricing_settings.changed', null, { before, after: body });
    await publishRules(tx, actor, at, { settings: body });
    return body;
  },
);
