/** What protects shopper and merchant: the time for which a shown price is held, and the margin that discounts must leave. */
import type { Answer } from '@tandem/contract/index.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { writeAudit } from '../merchants/index.ts';
import { lockRules } from './rule-sets.ts';

/** `holdMinutes` 0: never; `floorMarginBasisPoints` on top of the cost, null: no floor from the cost. */
export type PriceProtection = Answer<'GET /api/price-protection'>;

export const defaultProtection: PriceProtection = { holdMinutes: 10, floorMarginBasisPoints: null };

const keptMs = 1000;
const keptMax = 1000;
const kept = new Map<string, { protection: PriceProtection; until: number }>();

/** Forgets what is remembered, when the catalogue moved. */
export function forgetProtection(): void {
  kept.clear();
}

/** As it is now; the defaults until somebody chose. */
export async function readProtection(tx: Tx): Promise<PriceProtection> {
  const row = await tx.row<{ protection: Partial<PriceProtection> }>(
    sql`select protection from pricing.setting where merchant_id = ${tx.merchantId}`,
  );
  return { ...defaultProtection, ...row?.protection };
}

/** The same, at most a second old: baskets ask for it at every step. */
export async function keptProtection(tx: Tx): Promise<PriceProtection> {
  const now = performance.now();
  const known = kept.get(tx.merchantId);
  if (known !== undefined && known.until > now) return known.protection;
  const protection = await readProtection(tx);
  if (kept.size > keptMax) kept.clear();
  kept.set(tx.merchantId, { protection, until: now + keptMs });
  return protection;
}

/** Counts for every basket from the commit on; a price that is held keeps its end unless holding is switched off. */
export const changeProtection = singleKind(
  'pricing.change_protection',
  async (tx: Tx, { body, actor, at }: Command<PriceProtection>): Promise<PriceProtection> => {
    await lockRules(tx, at);
    const before = await readProtection(tx);
    await tx.run(sql`
      update pricing.setting set protection = ${JSON.stringify(body)}, updated_at = ${at} where merchant_id = ${tx.merchantId}`);
    await writeAudit(tx, actor, 'price_protection.changed', null, { before, after: body });
    kept.delete(tx.merchantId);
    // Tills fetch the whole catalogue again: the floors in it are others now.
    tx.changes.add('catalog', { type: 'floors' });
    return body;
  },
);
