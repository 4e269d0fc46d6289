import { expect, test } from 'vitest';
import { fakeClock } from '../testing/fakes.ts';
import { factsOf, promotionOf, rulesOf } from '../testing/rules.ts';
import { variantOf } from '../testing/variants.ts';
import { addToBasket, emptyBasket } from './basket.ts';
import { Prices } from './prices.ts';

const tea = variantOf('tea', { amount: 10_000 });
const basket = addToBasket(emptyBasket, tea);
/** The fake clock stands at 12:00 in Hong Kong. */
const schedule = { start: '2026-11-23T12:30', end: '2026-11-23T13:00', zone: 'store', weekdays: null, hours: null };

test('a promotion starts and ends on an open till at its exact instants', async () => {
  const clock = fakeClock();
  const rules = rulesOf({ promotions: [promotionOf('lunch', { schedule })] });
  const prices = new Prices({ clock, facts: () => factsOf(rules, [tea]) });
  const seen: (readonly [string, number | undefined])[] = [];
  const look = () => {
    const priced = prices.price(basket);
    seen.push([new Date(clock.now()).toISOString().slice(11, 23), priced?.totals.totalAmount]);
    prices.expect(priced?.validUntil ?? null);
  };
  prices.subscribe(look);
  prices.refresh();

  for (const minutes of [10, 10, 9]) await clock.pass(minutes * 60_000);
  await clock.pass(59_999);
  await clock.pass(1);
  for (const minutes of [10, 10, 9]) await clock.pass(minutes * 60_000);
  await clock.pass(59_999);
  await clock.pass(1);

  expect(seen).toEqual([
    ['04:00:00.000', 10_000],
    ['04:30:00.000', 9000],
    ['05:00:00.000', 10_000],
  ]);
});

test('a tile follows its price list, and a device that slept past the instant is right when it wakes', async () => {
  const clock = fakeClock();
  const list = { id: 'noon', name: { en: 'Noon' }, channels: null, locations: null, members: null, tiers: null };
  const rules = rulesOf({ priceLists: [{ ...list, memberTags: null, schedule }] });
  const listed = { ...tea, prices: [{ priceListId: 'noon', minQuantity: 0, amount: 7000, compareAtAmount: null }] };
  const prices = new Prices({ clock, facts: () => factsOf(rules, [listed]) });
  prices.refresh();

  expect(prices.listPrice(listed)?.unitAmount).toBe(10_000);
  await clock.pass(45 * 60_000);
  prices.check();
  expect(prices.listPrice(listed)?.unitAmount).toBe(7000);
  await clock.pass(15 * 60_000);
  expect(prices.listPrice(listed)?.unitAmount).toBe(10_000);
});

test('once payment began the price stands, though its promotion is ended or used up meanwhile', () => {
  const clock = fakeClock();
  let rules = rulesOf({ number: 1, promotions: [promotionOf('ten')] });
  const prices = new Prices({ clock, facts: () => factsOf(rules, [tea]) });
  const startedAt = clock.now();
  const totals = () => [
    prices.price(basket, ['cash'], startedAt)?.totals.totalAmount,
    prices.price(basket)?.totals.totalAmount,
  ];

  expect(totals()).toEqual([9000, 9000]);
  rules = rulesOf({ number: 2 });
  expect(totals()).toEqual([9000, 10_000]);
  expect(prices.factsAt(startedAt)?.rules.number).toBe(1);
  expect(prices.price(basket, ['cash'], startedAt + 1)?.totals.totalAmount).toBe(10_000);
});
