/** A worked case says only what matters to it; this fills in what everything else is. */

import { allItems } from '../../promotions/item-filter.ts';
import { noLimits, type Promotion } from '../../promotions/promotion.ts';
import type { PricingBasket, PricingContext, PricingLine } from '../basket.ts';
import { defaultPricingSettings, type PriceList, type RuleSet } from '../rule-set.ts';

type Partly = Readonly<Record<string, unknown>>;
export type WorkedCase = {
  readonly name: string;
  /** The figures, worked out by hand. */
  readonly why: string;
  readonly basket: { readonly lines: readonly Partly[]; readonly shipping?: Partly };
  readonly ruleSet: Partly & { readonly promotions: readonly Partly[]; readonly priceLists?: readonly Partly[] };
  readonly context: Partly;
  readonly expected: Partly;
};

const member = { tier: null, tags: [], birthday: null, orderCount: 0, isReferred: false, isTaxExempt: false };

/** Noon in Hong Kong on 25 November 2026, on the web, nobody signed in; prices include tax where nothing is said. */
export function completeCase({ basket, ruleSet, context }: WorkedCase): {
  basket: PricingBasket;
  ruleSet: RuleSet;
  context: PricingContext;
} {
  const rules = {
    number: 1,
    currency: 'HKD',
    pricesIncludeTax: true,
    timeZone: 'Asia/Hong_Kong',
    ...ruleSet,
    settings: { ...defaultPricingSettings, ...(ruleSet.settings as object | undefined) },
    priceLists: (ruleSet.priceLists ?? []).map(completeList),
    promotions: ruleSet.promotions.map(completePromotion),
  };
  const shopper = {
    at: '2026-11-25T04:00:00Z',
    channelId: 'web',
    locationId: null,
    timeZone: null,
    codes: [],
    knownCodes: [],
    tenders: [],
    usage: {},
    manualDiscount: null,
    ...context,
    member: context.member ? { ...member, ...context.member } : null,
  };
  return {
    basket: {
      lines: basket.lines.map(completeLine),
      shipping: (basket.shipping ?? null) as PricingBasket['shipping'],
    },
    ruleSet: rules as unknown as RuleSet,
    context: shopper as unknown as PricingContext,
  };
}

function completeLine(line: Partly): PricingLine {
  return {
    variantId: line.id,
    productId: line.id,
    categories: [],
    collections: [],
    brand: null,
    tags: [],
    floorUnitAmount: null,
    rates: [],
    isExcluded: false,
    offeredBy: null,
    overrideUnitAmount: null,
    manualDiscount: null,
    ...line,
    prices: { compareAtAmount: null, entries: [], ...(line.prices as object) },
  } as unknown as PricingLine;
}

function completeList(list: Partly): PriceList {
  const everybody = { channels: null, locations: null, members: null, tiers: null, memberTags: null };
  return { name: { en: `${list.id}` }, schedule: null, ...everybody, ...list } as unknown as PriceList;
}

function completePromotion(promotion: Partly): Promotion {
  return {
    name: { en: `${promotion.id}` },
    priority: 0,
    stackGroup: null,
    exclusive: 'none',
    combinesWith: null,
    base: 'current',
    excludeDiscounted: false,
    schedule: null,
    channels: null,
    locations: null,
    trigger: { kind: 'automatic' },
    breaksFloor: false,
    ...promotion,
    condition: completeFilters(promotion.condition ?? null),
    action: completeFilters(promotion.action),
    limits: { ...noLimits, ...(promotion.limits as object | undefined) },
  } as unknown as Promotion;
}

/** Every `items` is a filter of which only the named fields are written down. */
function completeFilters(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(completeFilters);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === 'items' ? completeFilter(one) : completeFilters(one)]),
  );
}

function completeFilter(filter: Partly): unknown {
  const { except } = filter;
  const { except: _, ...named } = allItems;
  return { ...allItems, ...filter, except: except ? { ...named, ...except } : null };
}
