/** Tax rates by region, remembered for a second, so that a batch of sales does not ask again. */
import type { TaxRate } from '@tandem/domain/tax/tax.ts';
import type { Tx } from '../../platform/transaction.ts';
import { defaultTaxCategory, taxRatesAt } from '../pricing/index.ts';

export interface TaxTable {
  /** The rates of a category; of the default one for null. */
  rates(categoryId: string | null | undefined): readonly TaxRate[];
}

/** Rates of the place where goods go, and those inside the shelf price where they are others. */
export interface LineRates {
  rates: readonly TaxRate[];
  homeRates: readonly TaxRate[] | undefined;
}

/** `home` is left out where the goods stay at home, or nobody knows yet where they go. */
export function ratesBetween(
  there: TaxTable,
  home: TaxTable | undefined,
  categoryId: string | null | undefined,
): LineRates {
  const rates = there.rates(categoryId);
  const inside = home?.rates(categoryId);
  const isSame = inside?.length === rates.length && inside.every((rate, index) => rate.id === rates[index]?.id);
  return { rates, homeRates: isSame ? undefined : inside };
}

const keptMs = 1000;
const kept = new Map<string, { table: TaxTable; until: number }>();

/** The rates in force at the instant for a region. Only tables of now are remembered, never those of the past. */
export async function taxTable(tx: Tx, at: string, region: string): Promise<TaxTable> {
  const name = `${tx.merchantId} ${region}`;
  const isNow = Math.abs(Date.parse(at) - performance.timeOrigin - performance.now()) < 5000;
  const known = kept.get(name);
  if (isNow && known !== undefined && known.until > performance.now()) return known.table;
  const byCategory = await taxRatesAt(tx, at, region);
  const standard = await defaultTaxCategory(tx);
  const table = { rates: (categoryId: string | null | undefined) => byCategory.get(categoryId ?? standard) ?? [] };
  if (kept.size > 1000) kept.clear();
  if (isNow) kept.set(name, { table, until: performance.now() + keptMs });
  return table;
}
