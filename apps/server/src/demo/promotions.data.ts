/** What the demo merchant promotes: by day of its history (0 is the first, 89 is today), in minor units of Hong Kong dollars. */
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import { allItems } from '@tandem/domain/promotions/item-filter.ts';
import { noLimits } from '@tandem/domain/promotions/promotion.ts';

export interface DemoPromotion {
  /** Everything that needs no id of the merchant; categories are named by their handle, channels by what they are. */
  definition: Omit<PromotionBody, 'schedule'>;
  categories?: readonly string[];
  where?: 'online' | 'stores';
  /** Half-open days of the history; null is open. */
  days?: readonly [from: number | null, until: number | null];
  hours?: { weekdays: number[]; from: string; until: string };
  /** Pieces to choose from as a gift, by SKU prefix. */
  gifts?: string;
  isDraft?: boolean;
}

const items = allItems as Extract<PromotionBody['action'], { kind: 'percent_off' }>['items'];
const { except: _, ...noItems } = items;
const units = { which: 'all' as const };
const base = {
  stackGroup: null,
  exclusive: 'none' as const,
  combinesWith: null,
  base: 'current' as const,
  excludeDiscounted: false,
  channels: null,
  locations: null,
  trigger: { kind: 'automatic' as const },
  condition: null,
  limits: noLimits,
  breaksFloor: false,
};
const percent = (basisPoints: number) => ({ kind: 'percent_off' as const, basisPoints, items, units });

export const demoPromotions: readonly DemoPromotion[] = [
  {
    definition: {
      ...base,
      name: { en: 'Gold members: 5% off everything', 'zh-Hant': '金卡會員全單 95 折' },
      phase: 'order',
      priority: 70,
      condition: { kind: 'tier', tiers: ['Gold'] },
      action: percent(500),
    },
    days: [10, null],
  },
  {
    definition: {
      ...base,
      name: { en: 'Stationery: 3 pieces or more, 15% off', 'zh-Hant': '文具買滿 3 件享 85 折' },
      phase: 'line',
      priority: 10,
      action: {
        kind: 'quantity_breaks',
        breaks: [{ min: 3000, reward: { kind: 'percent', basisPoints: 1500 } }],
        counted: 'group',
        items,
      },
    },
    categories: ['stationery'],
    days: [50, null],
  },
  {
    definition: {
      ...base,
      name: { en: 'Any 3 snacks for $168', 'zh-Hant': '零食任選 3 件 $168' },
      phase: 'set',
      priority: 20,
      // Hampers and gift boxes are no snacks.
      action: {
        kind: 'n_for_price',
        n: 3,
        amount: 16_800,
        fill: 'dearest_first',
        items: { ...items, except: { ...noItems, tags: ['season'] } },
      },
    },
    categories: ['food'],
    days: [40, null],
  },
  {
    definition: {
      ...base,
      name: { en: 'Beauty: second piece half price', 'zh-Hant': '美容護理第 2 件半價' },
      phase: 'set',
      priority: 30,
      action: {
        kind: 'nth_item',
        n: 2,
        reward: { kind: 'percent', basisPoints: 5000 },
        choose: 'cheapest',
        grouping: 'pooled',
        items,
      },
    },
    categories: ['beauty'],
    days: [60, null],
  },
  {
    definition: {
      ...base,
      name: { en: 'Tea hour: 10% off kitchen and tea', 'zh-Hant': '下午茶時段：廚房茶具 9 折' },
      phase: 'line',
      priority: 40,
      action: percent(1000),
    },
    categories: ['kitchen'],
    where: 'stores',
    days: [45, null],
    hours: { weekdays: [1, 2, 3, 4, 5], from: '15:00', until: '17:00' },
  },
  {
    definition: {
      ...base,
      name: { en: 'Spend $800, save $60; spend $1,500, save $150', 'zh-Hant': '滿 $800 減 $60；滿 $1,500 減 $150' },
      phase: 'order',
      priority: 50,
      action: {
        kind: 'spend_ladder',
        isRepeated: false,
        items,
        steps: [
          { minAmount: 80_000, reward: { kind: 'amount', amount: 6000 } },
          { minAmount: 150_000, reward: { kind: 'amount', amount: 15_000 } },
        ],
      },
    },
    days: [70, null],
  },
  {
    definition: {
      ...base,
      name: { en: 'Welcome: 10% off in the online store', 'zh-Hant': '網店迎新：全單 9 折' },
      phase: 'coupon',
      priority: 60,
      trigger: { kind: 'code', sharedCodes: ['WELCOME10'] },
      action: percent(1000),
      limits: { ...noLimits, uses: 500, maxAmountPerOrder: 10_000 },
    },
    where: 'online',
    days: [30, null],
  },
  {
    definition: {
      ...base,
      name: { en: 'Autumn letter: $50 off from $300', 'zh-Hant': '秋日通訊：滿 $300 減 $50' },
      phase: 'coupon',
      priority: 70,
      trigger: { kind: 'code', sharedCodes: [] },
      condition: { kind: 'spend', minAmount: 30_000, isStrict: false, measured: 'current', items },
      action: { kind: 'amount_off', amount: 5000, per: 'order', items, units },
    },
    days: [55, null],
  },
  {
    definition: {
      ...base,
      name: { en: 'Free shipping from $350', 'zh-Hant': '滿 $350 免運費' },
      phase: 'shipping',
      priority: 80,
      condition: { kind: 'spend', minAmount: 35_000, isStrict: false, measured: 'current', items },
      action: { kind: 'shipping', reward: { kind: 'percent', basisPoints: 10_000 }, methods: ['ship'] },
    },
    where: 'online',
    days: [65, null],
  },
  {
    definition: {
      ...base,
      name: { en: 'A small gift with purchases from $1,000', 'zh-Hant': '購物滿 $1,000 送小禮物' },
      phase: 'gift',
      priority: 90,
      action: { kind: 'gift', items, steps: [{ minAmount: 100_000, minCount: null, choices: [], count: 1 }] },
    },
    gifts: 'ST',
    days: [80, null],
  },
  {
    definition: {
      ...base,
      name: { en: 'Mid-season: 20% off home and living', 'zh-Hant': '季中優惠：家居生活 8 折' },
      phase: 'line',
      priority: 15,
      action: percent(2000),
    },
    categories: ['home'],
    days: [12, 26],
  },
  {
    definition: {
      ...base,
      name: { en: 'Winter sale: 25% off apparel', 'zh-Hant': '冬季減價：服裝 75 折' },
      phase: 'line',
      priority: 15,
      excludeDiscounted: true,
      action: percent(2500),
    },
    categories: ['apparel'],
    days: [99, 113],
  },
  {
    definition: {
      ...base,
      name: { en: 'Lunar New Year: 88 off from 888', 'zh-Hant': '新春賀年：滿 $888 減 $88' },
      phase: 'order',
      priority: 50,
      action: {
        kind: 'spend_ladder',
        isRepeated: true,
        items,
        steps: [{ minAmount: 88_800, reward: { kind: 'amount', amount: 8800 } }],
      },
    },
    isDraft: true,
  },
];
