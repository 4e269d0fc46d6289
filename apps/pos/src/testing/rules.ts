import { defaultPricingSettings, type RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import { allItems } from '@tandem/domain/promotions/item-filter.ts';
import { noLimits, type Promotion } from '@tandem/domain/promotions/promotion.ts';
import type { PricingFacts } from '../core/price-basket.ts';
import type { Manifest, TillVariant } from '../core/till-facts.ts';

/** Rules without anything in them, unless told otherwise. */
export function rulesOf(given: Partial<RuleSet> = {}): RuleSet {
  return {
    number: 1,
    currency: 'HKD',
    pricesIncludeTax: true,
    timeZone: 'Asia/Hong_Kong',
    settings: defaultPricingSettings,
    priceLists: [],
    promotions: [],
    ...given,
  };
}

/** Ten percent off everything, unless told otherwise. */
export function promotionOf(id: string, given: Partial<Promotion> = {}): Promotion {
  return {
    id,
    name: { en: id },
    phase: 'line',
    priority: 10,
    stackGroup: null,
    exclusive: 'none',
    combinesWith: null,
    base: 'current',
    excludeDiscounted: false,
    schedule: null,
    channels: null,
    locations: null,
    trigger: { kind: 'automatic' },
    condition: null,
    action: { kind: 'percent_off', basisPoints: 1000, items: allItems, units: { which: 'all' } },
    limits: noLimits,
    breaksFloor: false,
    ...given,
  };
}

/** What a till in Hong Kong prices with. */
export function factsOf(
  rules: RuleSet,
  variants: readonly TillVariant[] = [],
  taxCategories: Manifest['taxCategories'] = [],
): PricingFacts {
  return {
    rules,
    manifest: { taxCategories, categories: [], channelId: 'till' },
    location: { id: 'central', timeZone: 'Asia/Hong_Kong' },
    variantOf: (id) => variants.find((variant) => variant.id === id),
  };
}
