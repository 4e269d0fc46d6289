/** What prices were made of in the past: the rules, the base prices and the prices in lists of a span of time. */
import type { PriceEntry } from '@tandem/domain/pricing/basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { rulesOf } from './rule-sets.ts';

/** Rules that counted from an instant (ms) on, until those of the next entry. */
export interface PastRules {
  from: number;
  rules: RuleSet;
}
export interface PastPrice {
  from: number;
  amount: number;
  compareAtAmount: number | null;
}

/** A price in a list from the rules of a number on; without an amount it was taken out with them. */
export interface PastEntry extends Omit<PriceEntry, 'amount'> {
  ruleSetNumber: number;
  amount: number | null;
}

const setsMax = 200;

/**
 * The rules since an instant (ms), oldest first, beginning with those in force at it. Of more than 200 publications only the
 * last are given: the first entry then begins later than asked for.
 */
export async function pastRules(tx: Tx, since: number): Promise<PastRules[]> {
  const rows = await tx.rows<{ number: number; at: Date }>(sql`
    select number, published_at as at from pricing.rule_set where merchant_id = ${tx.merchantId}
      and number >= coalesce((select max(number) from pricing.rule_set where merchant_id = ${tx.merchantId} and published_at <= ${new Date(since).toISOString()}), 0)
    order by number desc limit ${setsMax + 1}`);
  const found: PastRules[] = [];
  for (const { number, at } of rows.slice(0, setsMax)) {
    const rules = await rulesOf(tx, number);
    if (rules !== undefined) found.push({ from: Math.max(at.getTime(), since), rules });
  }
  const first = await rulesOf(tx, 0);
  const reaches = rows.length <= setsMax && (found.at(-1)?.from ?? Number.POSITIVE_INFINITY) > since;
  // Before the first publication base prices counted alone.
  if (reaches && first !== undefined) found.push({ from: since, rules: first });
  return found.reverse();
}

/** The base prices of these variants since an instant (ms), oldest first, beginning with the one in force at it. */
export async function pastPrices(
  tx: Tx,
  variantIds: readonly string[],
  since: number,
): Promise<Map<string, PastPrice[]>> {
  const rows = await tx.rows<Omit<PastPrice, 'from'> & { id: string; at: Date }>(sql`
    select variant_id as id, at, amount, compare_at_amount as "compareAtAmount" from pricing.price_change c
    where merchant_id = ${tx.merchantId} and variant_id = any (${[...variantIds]}::uuid[])
      and at >= coalesce((select max(at) from pricing.price_change b where b.merchant_id = c.merchant_id and b.variant_id = c.variant_id
        and b.at <= ${new Date(since).toISOString()}), '-infinity') order by variant_id, at`);
  const past = rows.map(({ at, ...row }) => ({ ...row, from: at.getTime() }));
  return Map.groupBy(past, (row) => row.id);
}

/**
 * The prices in lists of these variants since the rules of a number, in the order of their numbers, beginning with those that
 * counted under it; variants that never had one are left out.
 */
export async function pastEntries(
  tx: Tx,
  variantIds: readonly string[],
  since: number,
): Promise<Map<string, PastEntry[]>> {
  const rows = await tx.rows<PastEntry & { variantId: string }>(sql`
    select variant_id as "variantId", price_list_id as "priceListId", min_quantity as "minQuantity", rule_set_number as "ruleSetNumber", amount,
      compare_at_amount as "compareAtAmount"
    from pricing.entry_change c where merchant_id = ${tx.merchantId} and variant_id = any (${[...variantIds]}::uuid[])
      and rule_set_number >= coalesce((select max(b.rule_set_number) from pricing.entry_change b
        where b.merchant_id = c.merchant_id and b.variant_id = c.variant_id and b.price_list_id = c.price_list_id and b.min_quantity = c.min_quantity
          and b.rule_set_number <= ${since}), 0)
    order by variant_id, rule_set_number`);
  return Map.groupBy(rows, (row) => row.variantId);
}

/** Of these changes of one variant, the prices in lists that counted under the rules of the number. */
export function entriesOf(changes: readonly PastEntry[], ruleSetNumber: number): PriceEntry[] {
  const last = new Map<string, PastEntry>();
  for (const one of changes)
    if (one.ruleSetNumber <= ruleSetNumber) last.set(`${one.priceListId} ${one.minQuantity}`, one);
  return [...last.values()].flatMap(({ priceListId, minQuantity, amount, compareAtAmount }) =>
    amount === null ? [] : [{ priceListId, minQuantity, amount, compareAtAmount }],
  );
}
