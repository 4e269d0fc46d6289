/** The one engine: what a basket costs at an instant, the same to the cent on server, till and store, and why. */

import { assert } from '../assert.ts';
import { sumTaxes } from '../orders/price-lines.ts';
import { matchFilters } from '../promotions/filter-index.ts';
import type { Outcome } from '../promotions/outcome.ts';
import type { PricingBasket, PricingContext } from './basket.ts';
import { type Choice, chooseCombination } from './choose-combination.ts';
import { type CompiledRuleSet, compileRuleSet } from './compile-rule-set.ts';
import { type FoundCandidates, findCandidates } from './find-candidates.ts';
import { hashOfBasket } from './hash-basket.ts';
import { openPriceLists } from './open-price-lists.ts';
import { presentLines } from './present-lines.ts';
import type { AppliedPromotion, Offer, PricedBasket, RefusedPromotion } from './priced-basket.ts';
import { type Pricing, restore, takeSnapshot } from './pricing.ts';
import { resolveCodes } from './resolve-codes.ts';
import type { RuleSet } from './rule-set.ts';
import { type Step, stepsOf } from './run-steps.ts';
import { stateAt } from './schedule-state.ts';
import { buildStacks } from './stacks.ts';
import { takeByHand } from './take-manual-discount.ts';
import { changeOf } from './valid-until.ts';

/**
 * Prices a basket; the same arguments give the same answer to the last character of its hash. Amounts are minor units of
 * the rule set's currency in the merchant's price mode, quantities thousandths, instants UTC. The rule set object must
 * not change afterwards. Nothing is refused here: what does not apply is said in `refused`; a quantity that is not above
 * zero, or figures beyond a safe integer, are a bug of the caller.
 */
export function priceBasket(basket: PricingBasket, ruleSet: RuleSet, context: PricingContext): PricedBasket {
  const compiled = compileRuleSet(ruleSet);
  const pricing = startPricing(basket, compiled, context);
  const codes = resolveCodes(
    compiled,
    context,
    ({ clock }) => stateAt(clock, pricing.timeZone, pricing.instant).isActive,
  );
  const found = findCandidates(pricing, codes.byPromotion);
  const steps = stepsOf(found.candidates);
  const choice = chooseCombination(pricing, steps);
  const told = tellAll(pricing, steps, choice);
  const byHand = takeByHand(pricing);
  const { lines, shipping } = presentLines(pricing, (source) => ({
    promotionId: compiled.promotions[source]?.rule.id ?? null,
    code: told.codes.get(source) ?? null,
  }));
  const parts = shipping ? [...lines, shipping] : lines;
  const sum = (key: 'netAmount' | 'taxAmount' | 'grossAmount') => parts.reduce((total, part) => total + part[key], 0);
  const result = {
    ruleSetNumber: ruleSet.number,
    lines,
    shipping,
    totals: {
      listAmount: lines.reduce((total, line) => total + line.listAmount, 0),
      discountAmount: lines.reduce((total, line) => total + line.discountAmount, 0),
      netAmount: sum('netAmount'),
      taxAmount: sum('taxAmount'),
      totalAmount: sum('grossAmount'),
    },
    taxes: sumTaxes(parts),
    applied: told.applied,
    refused: [...codes.refused, ...inOrderOfPromotions(found, told)],
    offers: told.offers,
    ...(byHand.length === 0 ? {} : { byHand }),
  };
  const change = changeOf(pricing, found.relevant);
  const validUntil = change === Number.POSITIVE_INFINITY ? null : new Date(change).toISOString();
  return { ...result, validUntil, hash: hashOfBasket(result) };
}

/** The basket at list prices, before any promotion. */
export function startPricing(basket: PricingBasket, compiled: CompiledRuleSet, context: PricingContext): Pricing {
  const instant = Date.parse(context.at);
  assert(!Number.isNaN(instant), `no such instant: ${context.at}`);
  const timeZone = context.timeZone ?? compiled.ruleSet.timeZone;
  const isOffer = (id: string) => {
    const promotion = compiled.byId.get(id);
    const kind = promotion?.rule.action.kind;
    return (
      promotion !== undefined &&
      (kind === 'gift' || kind === 'add_on') &&
      stateAt(promotion.clock, timeZone, instant).isActive
    );
  };
  const stacks = buildStacks(basket.lines, openPriceLists(compiled.ruleSet, context, instant), isOffer);
  const { shipping } = basket;
  return {
    compiled,
    basket,
    context,
    instant,
    timeZone,
    stacks,
    matches: matchFilters(
      compiled.filters,
      stacks.map(({ goods, reservedFor }) => (goods.isExcluded && reservedFor === null ? null : goods)),
    ),
    goodsOf: [],
    shipping: shipping && { listAmount: shipping.amount, current: shipping.amount, parts: [] },
  };
}

type Indexed = RefusedPromotion & { readonly index: number };
type Told = {
  readonly applied: AppliedPromotion[];
  readonly refused: Indexed[];
  readonly offers: Offer[];
  /** The code that each source was applied by. */
  readonly codes: Map<number, string>;
};

/** Puts what came of the steps into words; what stays out is asked whether it would have given anything. */
function tellAll(pricing: Pricing, steps: readonly Step[], { outcomes, able, rivals }: Choice): Told {
  const told: Told = { applied: [], refused: [], offers: [], codes: new Map() };
  const reason = pricing.compiled.ruleSet.settings.exclusiveChoice === 'priority' ? 'not_together' : 'other_is_better';
  steps.forEach((step, place) => {
    const outcome = outcomes[place] ?? null;
    if (outcome) tell(told, step, outcome);
    else if (able.has(place)) {
      const rival = rivals.get(place)?.find((other) => (outcomes[other]?.amount ?? 0) > 0);
      const otherId = rival === undefined ? undefined : steps[rival]?.candidate.promotion.rule.id;
      refuse(told, step, { reason, params: otherId === undefined ? {} : { otherId } });
    } else refuse(told, step, askAlone(pricing, step));
  });
  return told;
}

/** Its own reason, on the basket as the others have left it. */
function askAlone(pricing: Pricing, step: Step): Pick<RefusedPromotion, 'reason' | 'params'> {
  const before = takeSnapshot(pricing);
  const because = step.run(pricing).refusal;
  restore(pricing, before);
  return because ?? { reason: 'other_is_better', params: {} };
}

function tell(told: Told, step: Step, outcome: Outcome): void {
  const { candidate } = step;
  const { promotion, code, couponId } = candidate;
  if (outcome.refusal) refuse(told, step, outcome.refusal);
  if (outcome.offer) told.offers.push(outcome.offer);
  if (outcome.amount === 0) return;
  const { times, pieces, amount } = outcome;
  told.applied.push({ promotionId: promotion.rule.id, code, couponId, times, pieces, amount });
  if (code !== null) told.codes.set(promotion.index, code);
}

function refuse(
  told: Told,
  { candidate }: Step,
  { reason, params }: Pick<RefusedPromotion, 'reason' | 'params'>,
): void {
  const { promotion, code } = candidate;
  told.refused.push({ index: promotion.index, promotionId: promotion.rule.id, code, reason, params });
}

function inOrderOfPromotions(found: FoundCandidates, told: Told): RefusedPromotion[] {
  return [...found.refused, ...told.refused]
    .sort((a, b) => a.index - b.index)
    .map(({ promotionId, code, reason, params }) => ({ promotionId, code, reason, params }));
}
