/** The lowest price of the 30 days before a reduction: over base prices, price lists and promotions of the channel. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { everything } from '../../testing/sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { addPriceList, putEntries, readRules } from '../pricing/index.ts';
import { lowestPrices } from './lowest-prices.ts';
import { priceGoods } from './price-goods.ts';

const dayMs = 86_400_000;
const now = Date.parse('2026-06-01T04:00:00Z');
const daysAgo = (days: number) => new Date(now - days * dayMs).toISOString();
let world: TestWorld;
let shop: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 2 });
  shop = promotedShop(world);
  await shop.rows('update pricing.price_change set at = $1', daysAgo(300));
});
afterAll(() => world?.close());

/** What the first product costs now, and the lowest price beside it. */
const shelf = () =>
  shop.read(async (tx) => {
    const goods = await priceGoods(tx, world.shopId, [shop.variant(0), shop.variant(1)], now);
    return [goods.prices.get(shop.variant(0))?.listed.unitAmount, (await lowestPrices(tx, goods)).get(shop.variant(0))];
  });
const lastNumber = async () => (await shop.read(readRules)).number;
const publishedAt = (number: number, days: number) =>
  shop.rows('update pricing.rule_set set published_at = $1 where number = $2', daysAgo(days), number);
const percent = async (basisPoints: number) => {
  const items = { ...everything, products: [world.variants[0]?.productId ?? ''] };
  await shop.publish({ phase: 'line', action: { kind: 'percent_off', basisPoints, items, units: { which: 'all' } } });
  return lastNumber();
};

it('knows what promotions and lists of the last 30 days made of the price, and not what was before', async () => {
  expect(await shelf()).toEqual([10_000, undefined]);
  const begun = await percent(2000);
  await shop.endAll();
  const ended = await lastNumber();
  await publishedAt(begun, 25);
  await publishedAt(ended, 20);
  const today = await percent(1000);
  await publishedAt(today, 0);
  expect(await shelf()).toEqual([9000, 8000]);

  // The same offer of more than 30 days ago counts no more; the base price that followed it does.
  await publishedAt(begun, 45);
  await publishedAt(ended, 31);
  expect(await shelf()).toEqual([9000, 10_000]);
  await shop.rows(
    'insert into pricing.price_change (merchant_id, variant_id, at, amount) values ($1, $2, $3, 9500), ($1, $2, $4, 10000)',
    world.merchantId,
    shop.variant(0),
    daysAgo(9),
    daysAgo(8),
  );
  expect(await shelf()).toEqual([9000, 9500]);

  // A list that counted for two days, by its own schedule: no publication stands at its edges.
  const period = { start: daysAgo(12).slice(0, 16), end: daysAgo(10).slice(0, 16) };
  const list = await shop.run(addPriceList, {
    name: { en: 'Two days' },
    channels: [world.shopId],
    locations: null,
    members: null,
    tiers: null,
    memberTags: null,
    schedule: { ...period, zone: 'UTC', weekdays: null, hours: null },
  });
  await shop.run(putEntries, {
    priceListId: list.id,
    entries: [{ variantId: shop.variant(0), minQuantity: 0, amount: 7000 }],
  });
  expect(await shelf()).toEqual([9000, 9500]);
  await shop.endAll();
  const without = await lastNumber();
  for (let number = today; number <= without; number += 1) await publishedAt(number, 30.5);
  const again = await percent(1000);
  await publishedAt(again, 0);
  expect(await shelf()).toEqual([9000, 7000]);

  // Reduced without a pause since twelve days: what counts are the 30 days before that, which the first offer reached into.
  await publishedAt(again, 10);
  expect(await shelf()).toEqual([9000, 8000]);
});
