/** What the pricing benches price: the same in Node and in a browser, so it uses nothing but the domain. */
import {
  type Action,
  allItems,
  defaultPricingSettings,
  type ListedItem,
  noLimits,
  type Phase,
  type PricingContext,
  type PricingLine,
  type Promotion,
  priceBasket,
  priceList,
  type RuleSet,
} from '@tandem/domain';

const at = '2026-11-25T04:00:00Z';
const vat = [{ id: 'vat', name: 'VAT', ratePpm: 200_000 }];

export interface PricingTimes {
  basketP50: number;
  basketP99: number;
  list: number;
}

/** Milliseconds: a basket of 20 lines against 200 active promotions, and a list of 10,000 products (median of 9). */
export function measurePricing(rounds: number): PricingTimes {
  const rules = ruleSet();
  // A new basket each time, as carts change: nothing may be remembered from one to the next but the rule set.
  const baskets = Array.from({ length: 64 }, (_, turn) => basketOf(turn));
  const price = (turn: number) => priceBasket(baskets[turn % baskets.length] ?? basketOf(0), rules, context);
  for (let turn = 0; turn < rounds / 4; turn += 1) price(turn);
  const times = timesOf(rounds, price);
  const items = Array.from({ length: 10_000 }, (_, index) => itemOf(index));
  const lists = timesOf(9, () => priceList(items, rules, context));
  return { basketP50: quantile(times, 0.5), basketP99: quantile(times, 0.99), list: quantile(lists, 0.5) };
}

function timesOf(rounds: number, run: (turn: number) => unknown): number[] {
  const times: number[] = [];
  for (let turn = 0; turn < rounds; turn += 1) {
    const began = performance.now();
    run(turn);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const context: PricingContext = {
  at,
  channelId: 'web',
  locationId: null,
  timeZone: null,
  member: {
    id: 'm1',
    tier: 'gold',
    tags: ['staff'],
    birthday: '1990-05-05',
    orderCount: 3,
    isReferred: false,
    isTaxExempt: false,
  },
  codes: ['SAVE3', 'SAVE7'],
  knownCodes: [],
  tenders: [],
  usage: {},
  manualDiscount: null,
};

/** 500 kinds of goods in 40 categories, 25 collections and 30 brands. */
function itemOf(index: number): ListedItem {
  return {
    variantId: `v${index}`,
    productId: `p${Math.floor(index / 3)}`,
    categories: [`c${index % 40}`, `top${index % 5}`],
    collections: [`l${index % 25}`],
    brand: `b${index % 30}`,
    tags: index % 7 === 0 ? ['season'] : [],
    prices: {
      baseAmount: 1990 + ((index * 7919) % 40_000),
      compareAtAmount: index % 11 === 0 ? 99_900 : null,
      entries: index % 3 === 0 ? [{ priceListId: 'gold', minQuantity: 1000, amount: 1890, compareAtAmount: null }] : [],
    },
    floorUnitAmount: index % 5 === 0 ? 900 : null,
    isExcluded: false,
  };
}

function basketOf(turn: number) {
  const lines = Array.from({ length: 20 }, (_, place): PricingLine => {
    const item = itemOf((turn * 20 + place) * 37);
    const quantity = 1000 * (1 + ((turn + place) % 4));
    const own = {
      id: `${place}`,
      quantity,
      rates: vat,
      offeredBy: null,
      overrideUnitAmount: null,
      manualDiscount: null,
    };
    return { ...item, ...own };
  });
  return { lines, shipping: { method: 'ship', amount: 5000, rates: vat } };
}

/** All 200 are active; most are about some goods, some about all; a few exclude each other. */
function ruleSet(): RuleSet {
  return {
    number: 1,
    currency: 'HKD',
    pricesIncludeTax: true,
    timeZone: 'Asia/Hong_Kong',
    settings: defaultPricingSettings,
    priceLists: [
      {
        id: 'gold',
        name: { en: 'Gold' },
        channels: null,
        locations: null,
        members: null,
        tiers: ['gold'],
        memberTags: null,
        schedule: { start: '2026-11-01T00:00', end: '2026-12-01T00:00', zone: 'store', weekdays: null, hours: null },
      },
    ],
    promotions: Array.from({ length: 200 }, (_, index) => promotionOf(index)),
  };
}

function promotionOf(index: number): Promotion {
  const [phase, action] = actionOf(index);
  return {
    id: `promotion-${index}`,
    name: { en: `Promotion ${index}` },
    phase,
    priority: index % 10,
    stackGroup: index % 25 === 0 ? 'season' : null,
    exclusive: index % 25 === 0 ? 'group' : 'none',
    combinesWith: null,
    base: index % 4 === 0 ? 'original' : 'current',
    excludeDiscounted: index % 9 === 0,
    schedule: { start: '2026-11-01T00:00', end: '2026-12-01T00:00', zone: 'store', weekdays: null, hours: null },
    channels: null,
    locations: null,
    trigger: index % 20 === 3 ? { kind: 'code', sharedCodes: [`save${index}`] } : { kind: 'automatic' },
    condition:
      index % 6 === 0
        ? { kind: 'spend', minAmount: 20_000, isStrict: false, measured: 'current', items: allItems }
        : null,
    action,
    limits: index % 8 === 0 ? { ...noLimits, maxAmountPerOrder: 5000 } : noLimits,
    breaksFloor: false,
  };
}

function actionOf(index: number): [Phase, Action] {
  const items = index % 40 === 0 ? allItems : { ...allItems, categories: [`c${index % 40}`] };
  const brand = { ...allItems, brands: [`b${index % 30}`] };
  const all = { which: 'all' as const };
  const free = { kind: 'percent' as const, basisPoints: 10_000 };
  const kinds: [Phase, Action][] = [
    ['line', { kind: 'percent_off', basisPoints: 500 + (index % 5) * 100, items, units: all }],
    ['line', { kind: 'amount_off', amount: 200, per: 'unit', items: brand, units: all }],
    ['set', { kind: 'n_for_price', n: 3, amount: 9900, fill: 'dearest_first', items }],
    [
      'set',
      {
        kind: 'buy_get',
        buy: { items, count: 2, minAmount: null },
        get: { items: brand, count: 1 },
        reward: free,
        choose: 'cheapest',
        grouping: 'pooled',
        isRepeated: true,
      },
    ],
    [
      'set',
      {
        kind: 'nth_item',
        n: 2,
        reward: { kind: 'percent', basisPoints: 5000 },
        choose: 'cheapest',
        grouping: 'per_set',
        items: brand,
      },
    ],
    [
      'line',
      {
        kind: 'quantity_breaks',
        breaks: [{ min: 3000, reward: { kind: 'percent', basisPoints: 1000 } }],
        counted: 'line',
        items,
      },
    ],
    [
      'order',
      {
        kind: 'spend_ladder',
        steps: [{ minAmount: 50_000, reward: { kind: 'amount', amount: 300 } }],
        isRepeated: false,
        items: brand,
      },
    ],
    ['coupon', { kind: 'percent_off', basisPoints: 300, items, units: all }],
    ['shipping', { kind: 'shipping', reward: { kind: 'amount', amount: 100 }, methods: null }],
    ['gift', { kind: 'gift', steps: [{ minAmount: 100_000, minCount: null, choices: ['v9'], count: 1 }], items }],
  ];
  return kinds[index % kinds.length] as [Phase, Action];
}
