/** Prices of many goods at once, as product lists and pages show them. */

import { isOfEachPiece } from '../promotions/action.ts';
import type { Candidate } from '../promotions/candidate.ts';
import { checkCondition, couldHold } from '../promotions/check-condition.ts';
import { matchFilters } from '../promotions/filter-index.ts';
import { badgeParams } from './badge-params.ts';
import type { PricingContext, PricingLine } from './basket.ts';
import { chooseCombination } from './choose-combination.ts';
import { type CompiledRuleSet, compileRuleSet } from './compile-rule-set.ts';
import { candidateOf, refuseEntry } from './find-candidates.ts';
import type { Badge, ListedItem, ListedPrice } from './listed-price.ts';
import { type OpenPriceLists, openPriceLists } from './open-price-lists.ts';
import { startPricing } from './price-basket.ts';
import type { Pricing } from './pricing.ts';
import type { RuleSet } from './rule-set.ts';
import { stepsOf } from './run-steps.ts';
import { buildStacks, currentOf } from './stacks.ts';
import { promotionChange } from './valid-until.ts';

const never = Number.POSITIVE_INFINITY;

/** A price for each item, in their order: what one piece costs this shopper now, and what could make it cheaper. */
export function priceList(items: readonly ListedItem[], ruleSet: RuleSet, context: PricingContext): ListedPrice[] {
  const compiled = compileRuleSet(ruleSet);
  const empty = startPricing({ lines: [], shipping: null }, compiled, { ...context, codes: [], manualDiscount: null });
  const shelf = {
    empty,
    lists: openPriceLists(ruleSet, context, empty.instant),
    promotionsOf: promotionsByFilter(watchedPromotions(empty, compiled), compiled),
  };
  return items.map((item) => listItem(shelf, item));
}

/** A promotion as the shopper may meet it on a shelf; `candidate` is null while it waits for its time. */
type Watched = {
  readonly index: number;
  readonly candidate: Candidate | null;
  readonly change: number;
  readonly badge: Badge;
};
type Shelf = {
  readonly empty: Pricing;
  readonly lists: OpenPriceLists;
  readonly promotionsOf: readonly (readonly Watched[] | undefined)[];
};

/** Promotions without code that are or will be for this shopper, with the parts that are alike for all goods. */
function watchedPromotions(empty: Pricing, compiled: CompiledRuleSet): Watched[] {
  return compiled.promotions.flatMap((promotion): Watched[] => {
    const { rule, index } = promotion;
    if (rule.trigger.kind === 'code' || rule.action.kind === 'shipping') return [];
    const because = refuseEntry(empty, promotion, false);
    if (because && because.reason !== 'not_started' && because.reason !== 'not_now') return [];
    const change = promotionChange(empty, promotion);
    const isOpen = !because && (!rule.condition || couldHold(rule.condition, empty));
    const badge = {
      promotionId: rule.id,
      kind: rule.action.kind,
      params: badgeParams(rule.action),
      endsAt: iso(change),
    };
    return [{ index, candidate: isOpen ? candidateOf(empty, promotion, undefined) : null, change, badge }];
  });
}

function promotionsByFilter(watched: readonly Watched[], compiled: CompiledRuleSet): (Watched[] | undefined)[] {
  const byFilter: (Watched[] | undefined)[] = new Array(compiled.filters.exceptions.length);
  for (const one of watched) {
    for (const filter of new Set(compiled.promotions[one.index]?.goods)) {
      const own = byFilter[filter];
      if (own) own.push(one);
      else byFilter[filter] = [one];
    }
  }
  return byFilter;
}

function listItem({ empty, lists, promotionsOf }: Shelf, item: ListedItem): ListedPrice {
  const matches = matchFilters(empty.compiled.filters, [item]);
  const line = lineOf(item);
  const pricing = { ...empty, stacks: buildStacks([line], lists, () => false), matches, goodsOf: [] };
  const stack = pricing.stacks[0];
  const price = stack?.price;
  const listUnitAmount = price?.unitAmount ?? 0;
  const watched = item.isExcluded ? [] : watchedOf(matches, promotionsOf);
  const { inPrice, unitAmount } = runLinePromotions(pricing, watched, listUnitAmount);
  let validUntil = price?.until ?? never;
  let endsAt = price?.isScheduled ? price.until : never;
  const badges: Badge[] = [];
  for (const one of watched) {
    validUntil = Math.min(validUntil, one.change);
    if (inPrice.has(one)) endsAt = Math.min(endsAt, one.change);
    else if (one.candidate && isBadge(one)) badges.push(one.badge);
  }
  const usual = price?.isScheduled ? Math.max(listUnitAmount, item.prices.baseAmount) : listUnitAmount;
  const was = price?.compareAtAmount ?? usual;
  return {
    unitAmount,
    listUnitAmount,
    priceListId: price?.priceListId ?? null,
    wasAmount: was > unitAmount ? was : null,
    promotionIds: [...inPrice].map((one) => one.badge.promotionId),
    badges,
    endsAt: iso(endsAt),
    validUntil: iso(validUntil),
  };
}

/** In the order of application, each once. */
function watchedOf(
  matches: readonly (readonly number[] | undefined)[],
  promotionsOf: Shelf['promotionsOf'],
): readonly Watched[] {
  const found = new Set<Watched>();
  for (let filter = 0; filter < matches.length; filter += 1) {
    if (!matches[filter]) continue;
    for (const one of promotionsOf[filter] ?? []) found.add(one);
  }
  return found.size < 2 ? [...found] : [...found].sort((a, b) => a.index - b.index);
}

function runLinePromotions(pricing: Pricing, watched: readonly Watched[], listUnitAmount: number) {
  const inPrice = new Set<Watched>();
  const holding = watched.filter(({ candidate }) => {
    const rule = candidate?.promotion.rule;
    // A price on a shelf is meant for as many pieces as somebody takes.
    if (rule?.phase !== 'line' || !isOfEachPiece(rule.action)) return false;
    return rule.condition === null || candidate?.promotion.isConditionLate || !checkCondition(rule.condition, pricing);
  });
  if (holding.length === 0) return { inPrice, unitAmount: listUnitAmount };
  const steps = stepsOf(holding.flatMap(({ candidate }) => candidate ?? []));
  const { outcomes } = chooseCombination(pricing, steps);
  holding.forEach((one, place) => {
    if ((outcomes[place]?.amount ?? 0) > 0) inPrice.add(one);
  });
  return { inPrice, unitAmount: pricing.stacks.reduce((sum, stack) => sum + currentOf(stack), 0) };
}

/** A discount on each piece is no badge while it does not apply: it would promise what one piece does not get. */
function isBadge({ candidate, badge }: Watched): boolean {
  const isPlain = badge.kind === 'percent_off' || badge.kind === 'amount_off' || badge.kind === 'fixed_price';
  const rule = candidate?.promotion.rule;
  return !isPlain || rule?.phase !== 'line' || rule.condition !== null || !isOfEachPiece(rule.action);
}

function lineOf(item: ListedItem): PricingLine {
  return {
    id: '',
    variantId: item.variantId,
    productId: item.productId,
    categories: item.categories,
    collections: item.collections,
    brand: item.brand,
    tags: item.tags,
    quantity: 1000,
    prices: item.prices,
    floorUnitAmount: item.floorUnitAmount,
    rates: [],
    isExcluded: item.isExcluded,
    offeredBy: null,
    overrideUnitAmount: null,
    manualDiscount: null,
  };
}

let lastInstant = 0;
let lastText = new Date(0).toISOString();

/** Goods beside each other mostly change at the same instant. */
function iso(instant: number): string | null {
  if (instant === never) return null;
  if (instant !== lastInstant) {
    lastText = new Date(instant).toISOString();
    lastInstant = instant;
  }
  return lastText;
}
