// Where most promotions start from: the trade's usual kinds, each ready to be changed.
import {
  IconBasketPlus,
  IconBoxMultiple,
  IconCake,
  IconCalendarClock,
  IconCoin,
  IconConfetti,
  IconDiscount2,
  IconGift,
  IconHanger2,
  IconIdBadge2,
  IconNumber123,
  IconPackages,
  IconReceipt2,
  IconStairsUp,
  IconTag,
  IconTicket,
  IconTruckDelivery,
  type TablerIcon,
} from '@tabler/icons-react';
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { type Action, anything, type Definition, draftOf, type Reward } from './definition.ts';

export const templateKeys = [
  'percent',
  'amount',
  'fixedPrice',
  'buyGet',
  'nthItem',
  'nForPrice',
  'bundle',
  'breaks',
  'spend',
  'gift',
  'addOn',
  'shipping',
  'coupon',
  'member',
  'birthday',
  'firstOrder',
  'happyHour',
] as const;
export type TemplateKey = (typeof templateKeys)[number];

export const templateIcons: Readonly<Record<TemplateKey, TablerIcon>> = {
  percent: IconDiscount2,
  amount: IconCoin,
  fixedPrice: IconTag,
  buyGet: IconBasketPlus,
  nthItem: IconNumber123,
  nForPrice: IconBoxMultiple,
  bundle: IconHanger2,
  breaks: IconPackages,
  spend: IconStairsUp,
  gift: IconGift,
  addOn: IconReceipt2,
  shipping: IconTruckDelivery,
  coupon: IconTicket,
  member: IconIdBadge2,
  birthday: IconCake,
  firstOrder: IconConfetti,
  happyHour: IconCalendarClock,
};

/** A sensible amount of money of a currency: 20 is HK$20, £20 and ¥2,000. */
function unitOf(currency: string): number {
  return Math.max(100, 10 ** currencyDigits(currency));
}

const off = (percent: number): Reward => ({ kind: 'percent', basisPoints: percent * 100 });
const percentOff = (percent: number): Action => ({
  kind: 'percent_off',
  basisPoints: percent * 100,
  items: anything,
  units: { which: 'all' },
});

/** The draft that a template starts with, in the merchant's currency. */
export function templateOf(key: TemplateKey, currency: string): Definition {
  const unit = unitOf(currency);
  return templates[key](unit);
}

const templates: Readonly<Record<TemplateKey, (unit: number) => Definition>> = {
  percent: () => draftOf(percentOff(20)),
  amount: (unit) =>
    draftOf({ kind: 'amount_off', amount: 20 * unit, per: 'unit', items: anything, units: { which: 'all' } }),
  fixedPrice: (unit) => draftOf({ kind: 'fixed_price', amount: 99 * unit, per: 'unit', items: anything }),
  buyGet: () =>
    draftOf({
      kind: 'buy_get',
      buy: { items: anything, count: 2, minAmount: null },
      get: { items: anything, count: 1 },
      reward: off(100),
      choose: 'cheapest',
      grouping: 'pooled',
      isRepeated: true,
    }),
  nthItem: () =>
    draftOf({ kind: 'nth_item', n: 2, reward: off(50), choose: 'cheapest', grouping: 'pooled', items: anything }),
  nForPrice: (unit) =>
    draftOf({ kind: 'n_for_price', n: 3, amount: 99 * unit, fill: 'dearest_first', items: anything }),
  bundle: (unit) =>
    draftOf({
      kind: 'set',
      parts: [
        { items: anything, count: 1 },
        { items: anything, count: 1 },
      ],
      reward: { kind: 'price', amount: 199 * unit },
    }),
  breaks: () =>
    draftOf({
      kind: 'quantity_breaks',
      breaks: [
        { min: 3000, reward: off(10) },
        { min: 6000, reward: off(20) },
      ],
      counted: 'product',
      items: anything,
    }),
  spend: (unit) =>
    draftOf({
      kind: 'spend_ladder',
      steps: [
        { minAmount: 500 * unit, reward: { kind: 'amount', amount: 50 * unit } },
        { minAmount: 1000 * unit, reward: { kind: 'amount', amount: 120 * unit } },
      ],
      isRepeated: false,
      items: anything,
    }),
  gift: (unit) =>
    draftOf({
      kind: 'gift',
      steps: [{ minAmount: 500 * unit, minCount: null, choices: [], count: 1 }],
      items: anything,
    }),
  addOn: (unit) =>
    draftOf({ kind: 'add_on', choices: [], per: { kind: 'amount', value: 300 * unit }, count: 1, items: anything }),
  shipping: (unit) =>
    draftOf(
      { kind: 'shipping', reward: off(100), methods: ['ship'] },
      {
        condition: { kind: 'spend', minAmount: 300 * unit, isStrict: false, measured: 'current', items: anything },
      },
    ),
  coupon: () =>
    draftOf(percentOff(10), {
      phase: 'coupon',
      trigger: { kind: 'code', sharedCodes: ['WELCOME10'] },
      limits: { ...noLimits, usesPerOrder: 1 },
    }),
  member: () => draftOf(percentOff(5), { condition: { kind: 'member' } }),
  birthday: () =>
    draftOf(percentOff(15), {
      condition: { kind: 'birthday_month' },
      limits: { ...noLimits, usesPerMember: 1 },
    }),
  firstOrder: () => draftOf(percentOff(10), { condition: { kind: 'nth_order', n: 1, isRepeated: false } }),
  happyHour: () =>
    draftOf(percentOff(15), {
      schedule: {
        start: null,
        end: null,
        zone: 'store',
        weekdays: [1, 2, 3, 4, 5],
        hours: [{ from: '14:00', until: '17:00' }],
      },
    }),
};
