/** Who the demo merchant is: shops, warehouse and people. All invented. */

const timeZone = 'Asia/Hong_Kong';
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const openDaily = (from: string, to: string) => everyDay.map((day) => ({ day, from, to }));

export const demoMerchant = {
  name: 'Harbour & Hill 港山生活',
  currency: 'HKD',
  pricesIncludeTax: true,
  timeZone,
  locale: 'en',
  locales: ['en', 'zh-Hant'],
} as const;

/** Password of everybody in the demo, told on the sign-in page of a demo merchant only. */
export const demoPassword = 'harbour-and-hill';

export const demoLocations = [
  {
    code: 'CENTRAL',
    kind: 'store',
    name: { en: 'Central', 'zh-Hant': '中環' },
    address: { lines: ['Shop 12, G/F', '88 Wellington Street'], district: 'Central', city: 'Hong Kong', country: 'HK' },
    timeZone,
    openingHours: openDaily('10:00', '20:30'),
    share: 38,
  },
  {
    code: 'CAUSEWAYBAY',
    kind: 'store',
    name: { en: 'Causeway Bay', 'zh-Hant': '銅鑼灣' },
    address: { lines: ['Shop A, 1/F', '26 Kai Chiu Road'], district: 'Causeway Bay', city: 'Hong Kong', country: 'HK' },
    timeZone,
    openingHours: openDaily('11:00', '22:00'),
    share: 34,
  },
  {
    code: 'MONGKOK',
    kind: 'store',
    name: { en: 'Mong Kok', 'zh-Hant': '旺角' },
    address: {
      lines: ['G/F', '141 Sai Yeung Choi Street South'],
      district: 'Mong Kok',
      city: 'Kowloon',
      country: 'HK',
    },
    timeZone,
    openingHours: openDaily('11:30', '22:30'),
    share: 28,
  },
  {
    code: 'KWAICHUNG',
    kind: 'warehouse',
    name: { en: 'Kwai Chung warehouse', 'zh-Hant': '葵涌貨倉' },
    address: {
      lines: ['Unit 7, 9/F', '45 Ta Chuen Ping Street'],
      district: 'Kwai Chung',
      city: 'New Territories',
      country: 'HK',
    },
    timeZone,
    openingHours: [1, 2, 3, 4, 5, 6].map((day) => ({ day, from: '09:00', to: '18:30' })),
    share: 0,
  },
] as const;

export const demoShop = {
  code: 'ONLINE',
  name: { en: 'Harbour & Hill online', 'zh-Hant': '港山生活網店' },
  /** Cents. */
  shippingAmount: 3500,
  freeShippingFromAmount: 50000,
  /** Best place first. */
  sources: ['KWAICHUNG', 'MONGKOK', 'CAUSEWAYBAY', 'CENTRAL'],
} as const;

/** `locations` empty means everywhere. PINs open a paired till. */
export const demoStaff = [
  { name: 'Vivian Lam 林慧儀', role: 'owner', email: 'vivian.lam@harbourhill.example', pin: '2580', locations: [] },
  {
    name: 'Kelvin Chow 周家樂',
    role: 'manager',
    email: 'kelvin.chow@harbourhill.example',
    pin: '1470',
    locations: ['CENTRAL', 'CAUSEWAYBAY', 'MONGKOK'],
  },
  {
    name: 'Mandy Ho 何敏婷',
    role: 'cashier',
    email: 'mandy.ho@harbourhill.example',
    pin: '3690',
    locations: ['CENTRAL'],
  },
  {
    name: 'Jason Ng 吳俊賢',
    role: 'cashier',
    email: 'jason.ng@harbourhill.example',
    pin: '7410',
    locations: ['CAUSEWAYBAY'],
  },
  {
    name: 'Priya Gurung',
    role: 'cashier',
    email: 'priya.gurung@harbourhill.example',
    pin: '9630',
    locations: ['MONGKOK'],
  },
  {
    name: 'Bing Cheung 張國炳',
    role: 'warehouse',
    email: 'bing.cheung@harbourhill.example',
    pin: '8520',
    locations: ['KWAICHUNG'],
  },
  { name: 'Sophie Tse 謝穎琳', role: 'marketer', email: 'sophie.tse@harbourhill.example', pin: '4682', locations: [] },
  {
    name: 'Raymond Yip 葉偉文',
    role: 'accountant',
    email: 'raymond.yip@harbourhill.example',
    pin: '5793',
    locations: [],
  },
] as const;
