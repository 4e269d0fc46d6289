/** A small shop for tests of the pages. */
import type { BasketView, Frame, OfferView, ProductView, ShopView, TileView } from '../views.ts';

export const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const sampleShop: ShopView = {
  merchantName: 'Harbour & Hill',
  currency: 'HKD',
  pricesIncludeTax: true,
  shippingAmount: 4000,
  freeShippingFromAmount: 50000,
  country: 'HK',
  timeZone: 'Asia/Hong_Kong',
  categories: [
    { handle: 'tableware', name: { en: 'Tableware', 'zh-Hant': '餐具' }, imageUrl: null },
    { handle: 'clothing', name: { en: 'Clothing', 'zh-Hant': '服飾' }, imageUrl: null },
  ],
  stores: [
    {
      id: id(901),
      name: { en: 'Central', 'zh-Hant': '中環' },
      addressLines: ['12 Queen’s Road', 'Central'],
      openingHours: [1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '10:00', to: '21:00' })),
      pickup: { day: 0, from: '10:00', to: '21:00', weekday: 1 },
    },
    {
      id: id(902),
      name: { en: 'Mong Kok', 'zh-Hant': '旺角' },
      addressLines: ['8 Argyle Street'],
      openingHours: [],
      pickup: { day: 1, from: '11:00', to: '22:00', weekday: 2 },
    },
  ],
};

/** A page's frame in a language. */
export function sampleFrame(change: Partial<Frame> = {}): Frame {
  return {
    locale: 'en',
    origin: 'https://shop.example',
    path: '/',
    assets: { style: '/assets/style.css', script: '/assets/store.js', buyBox: '/assets/buy-box.js' },
    shop: sampleShop,
    ...change,
  };
}

export function sampleTile(number: number, change: Partial<TileView> = {}): TileView {
  return {
    id: id(number),
    handle: `bowl-${number}`,
    name: { en: `Rice bowl ${number}`, 'zh-Hant': `飯碗 ${number}` },
    brand: 'Kiln',
    imageUrl: null,
    fromAmount: 12800,
    toAmount: 12800,
    compareAtAmount: null,
    lowestAmount: null,
    offers: [],
    endsAt: null,
    isAvailable: true,
    ...change,
  };
}

export const sampleOffer: OfferView = {
  promotionId: id(601),
  name: { en: 'Summer of linen', 'zh-Hant': '亞麻之夏' },
  badge: { kind: 'buy_get', buy: 2, get: 1, basisPoints: 10_000 },
  endsAt: null,
  isWide: false,
};

export const sampleProduct: ProductView = {
  product: {
    id: id(1),
    handle: 'linen-shirt',
    name: { en: 'Linen shirt', 'zh-Hant': '亞麻襯衫' },
    brand: 'Loom',
    description: { en: 'Woven from long flax.\n\nSoft from the first day.', 'zh-Hant': '以長亞麻織成。' },
    category: { handle: 'clothing', name: { en: 'Clothing', 'zh-Hant': '服飾' } },
    options: [
      {
        name: { en: 'Colour', 'zh-Hant': '顏色' },
        values: [
          { code: 'sand', name: { en: 'Sand', 'zh-Hant': '沙色' }, swatch: '#d8c8a8' },
          { code: 'ink', name: { en: 'Ink', 'zh-Hant': '墨色' }, swatch: '#23272f' },
        ],
      },
      {
        name: { en: 'Size', 'zh-Hant': '尺碼' },
        values: ['S', 'M', 'L'].map((code) => ({ code, name: { en: code } })),
      },
    ],
    variants: ['sand', 'ink'].flatMap((colour, row) =>
      ['S', 'M', 'L'].map((size, column) => ({
        id: id(10 + row * 3 + column),
        sku: `SHIRT-${colour}-${size}`,
        optionValues: [colour, size],
        price: {
          amount: 48000,
          beforeAmount: row === 0 ? 58000 : null,
          lowestAmount: row === 0 ? 55000 : null,
          offers: row === 0 ? [sampleOffer] : [],
          endsAt: row === 0 ? '2026-03-03T16:00:00.000Z' : null,
          breaks: row === 0 ? [{ count: 3, amount: 45000 }] : [],
        },
      })),
    ),
    media: [],
  },
  availability: [0, 1, 2, 3, 4, 5].map((index) => ({
    variantId: id(10 + index),
    ship: index * 2000,
    stores: [
      { locationId: id(901), pickup: index * 1000 },
      { locationId: id(902), pickup: 0 },
    ],
  })),
  related: [sampleTile(2), sampleTile(3, { isAvailable: false })],
};

export const sampleBasket: BasketView = {
  id: id(500),
  currency: 'HKD',
  pricesIncludeTax: true,
  contact: null,
  delivery: null,
  payments: [],
  payment: null,
  goodsAmount: 108800,
  discountAmount: 0,
  shippingAmount: 0,
  shippingDiscountAmount: 0,
  taxAmount: 0,
  totalAmount: 108800,
  orderId: null,
  codes: [],
  applied: [],
  refused: [],
  offers: [],
  validUntil: null,
  ruleSetNumber: 0,
  priceHold: null,
  notices: [],
  lines: [
    {
      lineNo: 1,
      variantId: id(13),
      productId: id(1),
      sku: 'SHIRT-ink-S',
      name: { en: 'Linen shirt', 'zh-Hant': '亞麻襯衫' },
      handle: 'linen-shirt',
      optionNames: [{ en: 'Ink', 'zh-Hant': '墨色' }, { en: 'S' }],
      imageUrl: null,
      quantity: 2000,
      unitAmount: 48000,
      compareAtAmount: null,
      listAmount: 96000,
      discountAmount: 0,
      lineAmount: 96000,
      allocations: [],
      offeredBy: null,
      components: [],
      available: 6000,
    },
    {
      lineNo: 2,
      variantId: id(14),
      productId: id(2),
      sku: 'BOWL',
      name: { en: 'Rice bowl', 'zh-Hant': '飯碗' },
      handle: 'bowl-2',
      optionNames: [],
      imageUrl: null,
      quantity: 1000,
      unitAmount: 12800,
      compareAtAmount: null,
      listAmount: 12800,
      discountAmount: 0,
      lineAmount: 12800,
      allocations: [],
      offeredBy: null,
      components: [],
      available: 0,
    },
  ],
};
