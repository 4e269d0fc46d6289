/** Promotions for tests: ten percent off everything, with whatever a test wants to be otherwise. */
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import { allItems } from '@tandem/domain/promotions/item-filter.ts';
import { noLimits } from '@tandem/domain/promotions/promotion.ts';

export function samplePromotion(more: Partial<PromotionBody> = {}): PromotionBody {
  return {
    name: { en: 'Ten percent', 'zh-Hant': '九折' },
    phase: 'order',
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
    action: { kind: 'percent_off', basisPoints: 1000, items: everything, units: { which: 'all' } },
    limits: noLimits,
    breaksFloor: false,
    ...more,
  };
}

/** All goods, as the wire writes it. */
export const everything = allItems as Extract<PromotionBody['action'], { kind: 'percent_off' }>['items'];
