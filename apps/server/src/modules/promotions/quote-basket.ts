/** Prices a basket that somebody made up, by rules given with it or published. Writes nothing and looks at no stock. */
import type { Answer, Body } from '@tandem/contract/index.ts';
import { TooLarge } from '@tandem/domain/assert.ts';
import type { PricingContext } from '@tandem/domain/pricing/basket.ts';
import { priceBasket } from '@tandem/domain/pricing/price-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import { notFound, RefusalError, refuse } from '../../platform/refusal.ts';
import type { Tx } from '../../platform/transaction.ts';
import { checkSchedule, isZone, readRules, rulesOf } from '../pricing/index.ts';
import { checkSense } from './check-definition.ts';

type Asked = Body<'POST /api/pricing/quotations'>;
type Given = Extract<Asked['rules'], { kind: 'given' }>;

/** The engine's own answer, with its hash. Refuses rules that make no sense, with the field; 404 for a number nobody published. */
export async function quoteBasket(
  tx: Tx,
  { rules, basket, shopper }: Asked,
): Promise<Answer<'POST /api/pricing/quotations'>> {
  checkZone(shopper.timeZone, 'shopper.timeZone');
  const ruleSet = rules.kind === 'given' ? given(rules) : await published(tx, rules.number);
  try {
    return priceBasket(basket, ruleSet, contextOf(shopper));
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    return refuse('amount.too_large', `The figures are too large: ${error.message}.`);
  }
}

function contextOf({ usage, ...shopper }: Asked['shopper']): PricingContext {
  return { ...shopper, usage: Object.fromEntries(usage.map(({ promotionId, ...uses }) => [promotionId, uses])) };
}

async function published(tx: Tx, number: number | null): Promise<RuleSet> {
  if (number === null) return readRules(tx);
  return (await rulesOf(tx, number)) ?? notFound('rule_set');
}

function given({ kind: _, ...rules }: Given): RuleSet {
  checkZone(rules.timeZone, 'rules.timeZone');
  for (const [index, { schedule }] of rules.priceLists.entries())
    checkSchedule(schedule, `rules.priceLists.${index}.schedule`);
  for (const [index, promotion] of rules.promotions.entries())
    under(`rules.promotions.${index}`, () => checkSense(promotion));
  return rules;
}

/** Names the field of a refusal where it stands in the body. */
function under(path: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    throw new RefusalError({ ...error.refusal, field: `${path}.${error.refusal.field ?? ''}` });
  }
}

function checkZone(zone: string | null, field: string): void {
  if (zone !== null && !isZone(zone)) refuse('promotion.zone', `There is no time zone ${zone}.`, { field });
}
