/**
 * Rule sets: what prices a basket, as immutable numbered snapshots. A change of a live promotion, a price list or a setting
 * publishes the next number in its own transaction and tells the catalogue stream, so that tills and pages hear it at once.
 */
import {
  defaultPricingSettings,
  type PriceList,
  type PricingSettings,
  type RuleSet,
} from '@tandem/domain/pricing/rule-set.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import type { Actor } from '../../platform/commands/command.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts } from '../merchants/index.ts';

const keptMs = 1000;
const keptMax = 500;
const current = new Map<string, { rules: RuleSet; until: number }>();
const byNumber = new Map<string, RuleSet>();

/** Forgets which rule set is the current one, when the catalogue moved. The sets themselves never change. */
export function forgetRules(): void {
  current.clear();
}

/** The rules of now, at most a second old: for what is shown. Without a publication they are number 0: base prices only. */
export async function keptRules(tx: Tx): Promise<RuleSet> {
  const known = current.get(tx.merchantId);
  if (known !== undefined && known.until > performance.now()) return known.rules;
  return readRules(tx);
}

/** The rules of now as this transaction sees them: for what is charged. */
export async function readRules(tx: Tx): Promise<RuleSet> {
  const until = performance.now() + keptMs;
  const row = await tx.row<{ number: number }>(
    sql`select number from pricing.rule_set where merchant_id = ${tx.merchantId} order by number desc limit 1`,
  );
  const rules = row === undefined ? await noRules(tx) : await rulesOf(tx, row.number);
  if (rules === undefined) throw new Error('A rule set has no content');
  if (current.size > keptMax) current.clear();
  current.set(tx.merchantId, { rules, until });
  return rules;
}

/** The rule set of that number, remembered for ever; undefined where none was published under it. */
export async function rulesOf(tx: Tx, number: number): Promise<RuleSet | undefined> {
  if (number === 0) return noRules(tx);
  const name = `${tx.merchantId} ${number}`;
  const known = byNumber.get(name);
  if (known !== undefined) return known;
  const row = await tx.row<{ content: Omit<RuleSet, 'number'> }>(
    sql`select content from pricing.rule_set where merchant_id = ${tx.merchantId} and number = ${number}`,
  );
  if (row === undefined) return undefined;
  const rules = { number, ...row.content };
  if (byNumber.size > keptMax) byNumber.clear();
  byNumber.set(name, rules);
  return rules;
}

async function noRules(tx: Tx): Promise<RuleSet> {
  const facts = await sellingFacts(tx);
  return {
    number: 0,
    currency: facts.currency,
    pricesIncludeTax: facts.pricesIncludeTax,
    timeZone: facts.timeZone,
    settings: defaultPricingSettings,
    priceLists: [],
    promotions: [],
  };
}

/** What a publication replaces; the rest stays as it was. */
export interface RulesChange {
  settings?: PricingSettings;
  priceLists?: readonly PriceList[];
  promotions?: readonly Promotion[];
}

/** Lets one publication after another have its turn; call it before reading what will be published. */
export async function lockRules(tx: Tx, at: string): Promise<void> {
  await tx.run(sql`
    insert into pricing.setting as s (merchant_id, content, updated_at) values (${tx.merchantId}, ${JSON.stringify(defaultPricingSettings)}, ${at})
    on conflict (merchant_id) do update set updated_at = s.updated_at`);
}

/** Publishes the next rule set; the caller holds `lockRules`. Gives it. */
export async function publishRules(tx: Tx, actor: Actor, at: string, change: RulesChange): Promise<RuleSet> {
  const last = await readRules(tx);
  const facts = await sellingFacts(tx);
  const rules: RuleSet = {
    ...last,
    currency: facts.currency,
    pricesIncludeTax: facts.pricesIncludeTax,
    timeZone: facts.timeZone,
    ...change,
    number: last.number + 1,
  };
  const { number, ...content } = rules;
  await tx.run(sql`
    insert into pricing.rule_set (merchant_id, number, content, published_at, published_by)
    values (${tx.merchantId}, ${number}, ${JSON.stringify(content)}, ${at}, ${actor.staffId ?? null})`);
  current.delete(tx.merchantId);
  tx.changes.add('catalog', { type: 'rules', number });
  return rules;
}
